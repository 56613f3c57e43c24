import type { Expression, Node, NodeType, Statement } from "../ast/nodes";
import { nodeLayout, nodeTypes, tag } from "./nodeLayout";

/** Most items of a literal and characters of a string that are kept: what is longer is data, not structure. */
export const longestLiteral = 1000;
export const longestString = 4000;

const numbers: ReadonlyMap<NodeType, number> = new Map(
  nodeTypes.map((type, index) => [type, index]),
);

/**
 * A statement as bytes, from which `decodeStatement` makes the same nodes again. Lines count from the statement's own,
 * so the bytes stay the same when it moves. Of a literal with more than `longestLiteral` items the first are kept,
 * followed by `*...`; longer strings are cut.
 */
export function encodeStatement(statement: Statement): Uint8Array {
  writer.begin(statement.line);
  writer.value(statement);
  return writer.end();
}

/** A buffer that is used for one statement after the other, so that none is grown twice. */
class Writer {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private firstLine = 0;
  private line = 0;
  private strings = new Map<string, number>();

  begin(line: number): void {
    this.length = 0;
    this.firstLine = line;
    this.line = line;
    this.strings = new Map();
  }

  end(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /**
   * Writes a value and what is in it. Recursive: the parser keeps expressions at most 400 deep and files with more than
   * 100 levels of indentation out.
   */
  value(value: unknown): void {
    if (value === null) this.byte(tag.null);
    else if (typeof value === "string") this.string(value);
    else if (typeof value === "number") this.integer(value);
    else if (typeof value === "boolean") this.byte(value ? tag.true : tag.false);
    else if (typeof value === "bigint") this.tagged(tag.bigint, String(value));
    else if (Array.isArray(value)) this.list(value);
    // Nothing else is in a node: nodes and the constants that JavaScript has no type for.
    else this.object(value as Node | ConstantObject);
  }

  private object(value: Node | ConstantObject): void {
    if ("nodeType" in value) this.node(value);
    else if ("float" in value) this.tagged(tag.float, String(value.float));
    else if ("complex" in value) this.tagged(tag.complex, String(value.complex));
    else if ("bytes" in value) this.tagged(tag.bytes, value.bytes.slice(0, longestString));
    else this.byte(tag.ellipsis);
  }

  private node(node: Node): void {
    const { nodeType } = node;
    this.byte(tag.firstNode + (numbers.get(nodeType) ?? 0));
    if ("line" in node) {
      this.signed(node.line - this.line);
      this.varint(node.character);
      this.varint(node.endLine - node.line);
      this.varint(node.endCharacter);
      this.line = node.line;
    }
    // The layout names this node's properties, which its type cannot say.
    const fields = shortened(node) as unknown as Record<string, unknown>;
    for (const field of nodeLayout[nodeType]) {
      const value = fields[field];
      if (field === "nameLine") this.integer(Number(value) - this.firstLine);
      else this.value(value);
    }
  }

  private list(items: readonly unknown[]): void {
    this.byte(tag.list);
    this.varint(items.length);
    for (const item of items) this.value(item);
  }

  private integer(value: number): void {
    this.byte(value < 0 ? tag.negative : tag.integer);
    this.varint(Math.abs(value));
  }

  private tagged(kind: number, text: string): void {
    this.byte(kind);
    this.string(text);
  }

  private string(text: string): void {
    const known = this.strings.get(text);
    if (known !== undefined) {
      this.byte(tag.string);
      this.varint(known);
      return;
    }
    this.strings.set(text, this.strings.size);
    const length = Math.min(text.length, longestString);
    this.byte(tag.newString);
    this.varint(length);
    for (let index = 0; index < length; index++) this.varint(text.charCodeAt(index));
  }

  /** Small numbers of either sign in few bytes. */
  private signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  private varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value;
  }
}

const writer = new Writer();

type ConstantObject =
  | { readonly float: number }
  | { readonly complex: number }
  | { readonly bytes: string }
  | { readonly ellipsis: true };

/** A literal that is too long without its end, and with `*...` or `**...` in its place. */
function shortened(node: Node): Node {
  switch (node.nodeType) {
    case "List":
    case "Tuple":
    case "Set":
      if (node.elts.length <= longestLiteral) return node;
      return { ...node, elts: [...node.elts.slice(0, longestLiteral), restOf(node)] };
    case "Dict": {
      if (node.values.length <= longestLiteral) return node;
      const keys = [...node.keys.slice(0, longestLiteral), null];
      return { ...node, keys, values: [...node.values.slice(0, longestLiteral), ellipsisAt(node)] };
    }
    default:
      return node;
  }
}

function restOf(node: Expression): Expression {
  const { line, character, endLine, endCharacter } = node;
  const place = { line, character, endLine, endCharacter };
  return { nodeType: "Starred", value: ellipsisAt(node), ctx: "Load", ...place };
}

function ellipsisAt({ line, character, endLine, endCharacter }: Expression): Expression {
  const place = { line, character, endLine, endCharacter };
  return { nodeType: "Constant", value: { ellipsis: true }, kind: null, ...place };
}
