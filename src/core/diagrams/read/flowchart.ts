import type { Range } from "../../text/range";
import { type DiagramLine, diagramLines, labelText, rangeIn } from "./text";

/** A node of a flowchart. */
export interface ReadNode {
  readonly id: string;
  /** What it is shown as; its id where nothing else is said. */
  readonly label: string;
  /** Where its label stands, or its id. */
  readonly range: Range;
}

/** An arrow of a flowchart. */
export interface ReadEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A flowchart as data, with places in its source. What cannot be read is left out. */
export interface ReadFlowchart {
  readonly nodes: readonly ReadNode[];
  readonly edges: readonly ReadEdge[];
}

/** How a node's shape opens and ends, the longer ones first. */
const shapes: readonly (readonly [string, string])[] = [
  ["(((", ")))"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["([", "])"],
  ["((", "))"],
  ["{{", "}}"],
  ["[/", "]"],
  ["[\\", "]"],
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
  [">", "]"],
];

const link =
  /\s*(?:<?(?:-{2,}|={2,}|-\.+-?)\s+(?:"([^"]*)"|([^|>"]*?))\s+(?:-{2,}|={2,}|\.+-)[>xo]?|[<xo]?(?:-{2,}|={2,}|-\.+-)[>xo]?)\s*(?:\|\s*(?:"([^"]*)"|([^|]*?))\s*\|)?\s*/y;
const identifier = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-.](?=[\p{L}\p{N}_]))*/uy;
const passedOver = /^\s*(?:subgraph|end|direction|classDef|class|style|linkStyle|click)\b/;

/** Reads a flowchart. */
export function readFlowchart(source: string): ReadFlowchart {
  const nodes = new Map<string, ReadNode>();
  const edges: ReadEdge[] = [];
  for (const line of diagramLines(source)) {
    if (!passedOver.test(line.text)) readStatement(line, nodes, edges);
  }
  return { nodes: [...nodes.values()], edges };
}

/** Reads `a["A"] -->|text| b & c --> d`; stops at what it does not know. */
function readStatement(
  { text, line }: DiagramLine,
  nodes: Map<string, ReadNode>,
  edges: ReadEdge[],
): void {
  let at = /^\s*/.exec(text)?.[0].length ?? 0;
  let before: { readonly ids: readonly string[]; readonly label: string } | undefined;
  for (;;) {
    const ids: string[] = [];
    for (;;) {
      const node = readNode(text, at, line);
      if (node === undefined) return;
      ids.push(node.id);
      at = node.end;
      const known = nodes.get(node.id);
      if (known === undefined || (known.label === known.id && node.label !== node.id)) {
        nodes.set(node.id, { id: node.id, label: node.label, range: node.range });
      }
      const and = /^\s*&\s*/.exec(text.slice(at));
      if (and === null) break;
      at += and[0].length;
    }
    for (const from of before?.ids ?? []) {
      for (const to of ids) edges.push({ from, to, label: before?.label ?? "" });
    }
    link.lastIndex = at;
    const found = link.exec(text);
    if (found === null || found[0].trim() === "") return;
    before = { ids, label: labelText(found.slice(1).find(Boolean) ?? "") };
    at += found[0].length;
  }
}

function readNode(
  text: string,
  start: number,
  line: number,
): (ReadNode & { readonly end: number }) | undefined {
  identifier.lastIndex = start;
  const id = identifier.exec(text)?.[0];
  if (id === undefined) return undefined;
  let end = start + id.length;
  let label = id;
  let range = rangeIn(line, start, id.length);
  const shape = shapes.find(([open]) => text.startsWith(open, end));
  if (shape !== undefined) {
    const [open, close] = shape;
    const inside = end + open.length;
    const quote = text[inside] === '"' ? text.indexOf('"', inside + 1) : -1;
    const closing = text.indexOf(close, quote < 0 ? inside : quote + 1);
    if (closing < 0) return undefined;
    label = labelText(text.slice(inside, closing).replace(/[/\\]$/, ""));
    range = rangeIn(line, inside, closing - inside);
    end = closing + close.length;
  }
  const styled = /^:::[\w-]+/.exec(text.slice(end));
  return { id, label, range, end: end + (styled?.[0].length ?? 0) };
}
