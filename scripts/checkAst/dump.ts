import type { Node } from "../../src/core/python/ast/nodes";

const positions = new Set(["line", "character", "endLine", "endCharacter"]);
/** Fields that CPython does not have. */
const ours = new Set(["nodeType", "nameLine", "nameCharacter", ...positions]);
/** Fields whose strings are names of empty classes in CPython. */
const symbolic = new Set(["ctx", "op", "ops"]);

/** One line a node, as `dump.py` writes it of CPython's. */
export function dump(root: Node): string {
  const lines: string[] = [];
  const pending: [string, Node][] = [["", root]];
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const [label, node] = entry;
    const parts = [label, node.nodeType];
    if ("line" in node) {
      parts.push(`${node.line}:${node.character}-${node.endLine}:${node.endCharacter}`);
    }
    const children: [string, Node][] = [];
    for (const field of Object.keys(node)
      .filter((key) => !ours.has(key))
      .sort()) {
      describe(field, node[field as keyof Node], parts, children);
    }
    lines.push(parts.join(" "));
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push(child);
    }
  }
  return lines.join("\n");
}

function describe(field: string, value: unknown, parts: string[], children: [string, Node][]) {
  if (Array.isArray(value)) {
    parts.push(`${field}[${value.length}]`);
    for (const item of value) {
      if (isNode(item)) children.push([field, item]);
      else parts.push(symbolic.has(field) ? String(item) : constant(item));
    }
  } else if (isNode(value)) children.push([field, value]);
  else parts.push(`${field}=${symbolic.has(field) ? String(value) : constant(value)}`);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "nodeType" in value;
}

function constant(value: unknown): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "bigint") return hexadecimal(value);
  if (typeof value !== "object") return String(value);
  if ("float" in value) return `float:${bits(value.float)}`;
  if ("complex" in value) return `complex:${bits(value.complex)}`;
  if ("bytes" in value) return `bytes:${quote(String(value.bytes))}`;
  return "Ellipsis";
}

function hexadecimal(value: number | bigint): string {
  return value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function bits(value: unknown): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Number(value));
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
