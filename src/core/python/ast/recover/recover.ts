import type { Statement } from "../nodes";
import type { Reading } from "../read";
import type { StatementCache } from "../statementCache";
import { type Block, type End, insertBlocks } from "./assemble";
import { flatten } from "./flatten";
import { type Clause, clausesOf, type Group, groupsOf } from "./groups";
import type { LogicalLine } from "./outline";
import { salvaged } from "./salvage";
import { setDefault } from "./setDefault";
import { Skeleton } from "./skeleton";
import { spaces, type TypeDefault, withoutTypeDefaults } from "./typeDefaults";

/**
 * Parses a piece of text and reads its tree.
 * @param lines added to every line
 * @param original the text with its line breaks, where `text` has spaces for some
 */
export type ParsePiece = (text: string, lines: number, original?: string) => Reading;

/** Logical lines of a statement that is parsed as a whole. */
const mostLinesAtOnce = 60;

/** Levels of blocks that are taken apart. */
const maximalDepth = 100;

/** Reads statements one by one where they cannot be read together, so that one error spoils as little as possible. */
export class Recovery {
  /** What cannot be read, as in `Findings`. */
  readonly errors: number[] = [];
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly parse: ParsePiece,
    private readonly cache: StatementCache | undefined,
  ) {}

  /** The statements of a block that can be read. */
  block(groups: readonly Group[]): Statement[] {
    return groups.flatMap((group) => this.statements(group));
  }

  /** Whether a line can be read, with what must stand around it. */
  isReadable({ lineStart, start, end, indent, keyword, opensBlock }: LogicalLine): boolean {
    const space = this.text.slice(lineStart, start);
    const written = this.text.slice(start, end).replace(/^elif\b/, "if");
    const before = keyword === "case" ? "match x:\n" : indent > 0 ? "if 1:\n" : "";
    const head = keyword === "except" ? `${space}try: pass\n` : "";
    const after = opensBlock ? " pass" : keyword === "@" ? `\n${space}def f(): pass` : "";
    return !this.parse(`${before}${head}${space}${written}${after}\n`, 0).isBroken;
  }

  private statements(group: Group): readonly Statement[] {
    const head = group[0];
    const last = group[group.length - 1];
    if (head === undefined || last === undefined) return [];
    const place = {
      text: this.text.slice(head.start, last.end),
      line: head.line,
      character: head.start - head.lineStart,
    };
    const cache = isMovable(group, this.text) ? this.cache : undefined;
    const known = cache?.take(place);
    if (known !== undefined) return known;
    const mark = this.cache?.mark() ?? 0;
    if (group.length > mostLinesAtOnce) {
      // While somebody types, its parts are known for the most part, and parsing it whole would cost more than all else
      // that a keystroke does. A new text is read in the same way, so that it comes out the same.
      const errors = this.errors.length;
      const parts = this.parts(group, head, last);
      if (this.errors.length === errors) cache?.add(parts, place, mark);
      return parts;
    }
    const whole = this.read(this.text.slice(head.lineStart, last.next), head);
    if (whole === undefined) return this.parts(group, head, last);
    cache?.add(whole, place, mark);
    return whole;
  }

  private parts(group: Group, head: LogicalLine, last: LogicalLine): readonly Statement[] {
    if (this.depth >= maximalDepth) {
      this.report(head, last);
      return [];
    }
    if (group.length === 1) return this.simple(head);
    this.depth++;
    const result = this.compound(group, head);
    this.depth--;
    return result;
  }

  /** Statements of text that begins with the line of `head`, or `undefined` where it has an error. */
  private read(text: string, head: LogicalLine, original = text): readonly Statement[] | undefined {
    // A form feed or a byte order mark is no indentation.
    const isIndented = head.indent > 0;
    const reading = isIndented
      ? this.parse(`if 1:\n${text}`, head.line - 1, `if 1:\n${original}`)
      : this.parse(text, head.line, original);
    if (reading.isBroken) return undefined;
    const statements = reading.topLevel.flatMap((top) => top.statements);
    if (!isIndented) return statements;
    const [wrapper] = statements;
    return wrapper?.nodeType === "If" && statements.length === 1 ? wrapper.body : undefined;
  }

  /** A line on its own, which cannot be read as it stands. */
  private simple(line: LogicalLine): readonly Statement[] {
    const read = this.relaxed(this.text.slice(line.lineStart, line.next), line);
    if (read === undefined) this.report(line, line);
    return read ?? [];
  }

  /** Reads what only the grammar cannot: some ways to break lines in brackets, defaults of type parameters. */
  private relaxed(written: string, head: LogicalLine): readonly Statement[] | undefined {
    const flat = flatten(written);
    const read = flat === written ? undefined : this.read(flat, head, written);
    if (read !== undefined) return read;
    const parted = withoutTypeDefaults(flat);
    if (parted === undefined) return undefined;
    const statements = this.read(parted.text, head, written);
    if (statements === undefined) return undefined;
    const isWhole = parted.defaults.every((one) =>
      this.addDefault(statements, one, flat, written, head),
    );
    return isWhole ? statements : undefined;
  }

  /** Whether a default could be read and was added to its type parameter. */
  private addDefault(
    statements: readonly Statement[],
    found: TypeDefault,
    flat: string,
    written: string,
    head: LogicalLine,
  ): boolean {
    const { start, end } = found;
    const piece = spaces(flat.slice(0, start)) + flat.slice(start, end) + spaces(flat.slice(end));
    const reading = this.parse(`if 1:\n${piece}`, head.line - 1, `if 1:\n${written}`);
    const [wrapper] = reading.isBroken ? [] : (reading.topLevel[0]?.statements ?? []);
    const [value] = wrapper?.nodeType === "If" ? wrapper.body : [];
    if (value?.nodeType !== "Expr") return false;
    return setDefault(statements, found.parameter, value);
  }

  /** Reads a compound statement without its blocks, and these on their own. */
  private compound(group: Group, head: LogicalLine): readonly Statement[] {
    const clauses = clausesOf(group);
    const blocks = new Map<number, Block>();
    for (const { block } of clauses) {
      const [inner] = block;
      if (inner === undefined) continue;
      const body = this.block(groupsOf(block));
      blocks.set(inner.line, { body, semicolon: this.semicolon(block) });
    }
    const skeleton = this.skeleton(clauses, head, false);
    const read =
      this.read(skeleton, head) ?? this.relaxed(skeleton, head) ?? this.salvage(clauses, head);
    const [only] = read ?? [];
    if (only === undefined || read?.length !== 1) {
      return [...blocks.values()].flatMap(({ body }) => body);
    }
    insertBlocks(only, blocks);
    return [only];
  }

  /** Where a block ends whose last line ends in a semicolon. */
  private semicolon(block: readonly LogicalLine[]): End | undefined {
    const last = block[block.length - 1];
    if (last === undefined || this.text.charAt(last.end - 1) !== ";") return undefined;
    const lineStart = this.text.lastIndexOf("\n", last.end - 1) + 1;
    return { endLine: last.endLine, endCharacter: last.end - lineStart };
  }

  private salvage(clauses: readonly Clause[], head: LogicalLine): readonly Statement[] | undefined {
    for (const { header } of clauses) {
      const [first] = header;
      const last = header[header.length - 1];
      if (first !== undefined && last !== undefined) this.report(first, last);
    }
    return this.read(this.skeleton(clauses, head, true), head);
  }

  /** The clauses with `pass` for each block. */
  private skeleton(clauses: readonly Clause[], head: LogicalLine, isSalvage: boolean): string {
    const skeleton = new Skeleton(head.line);
    for (const { header, block } of clauses) {
      for (const line of header) {
        const written = this.text.slice(line.lineStart, line.next);
        skeleton.put(isSalvage ? salvaged(written) : written, line.line, line.endLine);
      }
      const [inner] = block;
      if (inner === undefined) continue;
      const indent = this.text.slice(inner.lineStart, inner.start);
      skeleton.put(`${indent}pass`, inner.line, block[block.length - 1]?.endLine ?? inner.endLine);
    }
    return skeleton.text;
  }

  private report(first: LogicalLine, last: LogicalLine): void {
    const lastStart = this.text.lastIndexOf("\n", last.end - 1) + 1;
    this.errors.push(
      first.start,
      first.line,
      first.start - first.lineStart,
      last.endLine,
      last.end - lastStart,
    );
  }
}

/**
 * Whether a statement means the same wherever its text stands. Its indentation can hold a form feed, which starts it
 * anew, and a clause may be indented less than the statement that it goes on with.
 */
function isMovable(group: Group, text: string): boolean {
  const head = group[0];
  if (head === undefined) return false;
  for (let at = head.lineStart; at < head.start; at++)
    if (text.charCodeAt(at) === 0x0c) return false;
  return group.every(({ indent }) => indent >= head.indent);
}
