import type { ConstantValue, Statement } from "../ast/nodes";
import { nodeLayout, nodeTypes, tag } from "./nodeLayout";

type Value = ConstantValue | readonly Value[] | StoredNode;
/** A node while it is put together: the layout says which properties it gets. */
interface StoredNode {
  [field: string]: Value;
}

/**
 * The statement that `encodeStatement` made bytes of.
 * @param line the line, from zero, that the statement begins in
 * Throws a `RangeError` when the bytes are not such a statement.
 */
export function decodeStatement(bytes: Uint8Array, line: number): Statement {
  const reader = new Reader(bytes, line);
  // What was written is a statement, and the reader gives back what was written.
  return reader.value() as unknown as Statement;
}

class Reader {
  private at = 0;
  private line: number;
  private readonly strings: string[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly firstLine: number,
  ) {
    this.line = firstLine;
  }

  value(): Value {
    const kind = this.byte();
    if (kind >= tag.firstNode) return this.node(kind - tag.firstNode);
    switch (kind) {
      case tag.null:
        return null;
      case tag.true:
        return true;
      case tag.false:
        return false;
      case tag.newString:
      case tag.string:
        return this.string(kind);
      case tag.integer:
        return this.varint();
      case tag.negative:
        return -this.varint();
      case tag.list:
        return Array.from({ length: this.varint() }, () => this.value());
      case tag.ellipsis:
        return { ellipsis: true };
      case tag.float:
        return { float: Number(this.string(this.byte())) };
      case tag.complex:
        return { complex: Number(this.string(this.byte())) };
      case tag.bytes:
        return { bytes: this.string(this.byte()) };
      case tag.bigint:
        return BigInt(this.string(this.byte()));
      default:
        throw new RangeError(`no kind of value: ${kind}`);
    }
  }

  private node(number: number): StoredNode {
    const nodeType = nodeTypes[number];
    if (nodeType === undefined) throw new RangeError(`no class of node: ${number}`);
    const node: StoredNode = { nodeType };
    if (!placeless.has(nodeType)) {
      this.line += this.signed();
      node.line = this.line;
      node.character = this.varint();
      node.endLine = this.line + this.varint();
      node.endCharacter = this.varint();
    }
    for (const field of nodeLayout[nodeType]) {
      const value = this.value();
      node[field] = field === "nameLine" ? Number(value) + this.firstLine : value;
    }
    return node;
  }

  private string(kind: number): string {
    if (kind === tag.string) return this.strings[this.varint()] ?? "";
    const length = this.varint();
    let text = "";
    for (let index = 0; index < length; index++) text += String.fromCharCode(this.varint());
    this.strings.push(text);
    return text;
  }

  private signed(): number {
    const value = this.varint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  private varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new RangeError("the bytes end within a statement");
    return byte;
  }
}

/** Classes whose nodes do not say where they stand. */
const placeless: ReadonlySet<string> = new Set([
  "Module",
  "arguments",
  "comprehension",
  "match_case",
  "withitem",
]);
