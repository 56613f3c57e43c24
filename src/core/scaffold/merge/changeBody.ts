import type { TextEdit } from "../../edits/plan";
import type { Statement } from "../../python/ast/nodes";
import { align, shapeOf } from "./align";
import { changeStatement } from "./changeStatement";
import { codeOf } from "./codeOf";
import { insertion } from "./insertions";
import { definitionName, firstLine, textOf } from "./statementText";

/** What a change of a file needs at hand, and what has come of it so far. */
export interface Changing {
  /** Lines of the version to come, and of the file as it is. */
  readonly afterLines: readonly string[];
  readonly lines: readonly string[];
  readonly edits: TextEdit[];
  /** What could not be changed: where, and the text that belongs there. */
  readonly left: { readonly where: string; readonly text: string }[];
}

/**
 * Gives a list of statements what another version of it got. What stays is told by its code or name, so that a file that
 * was edited by hand is changed around what its people wrote.
 * @param where the definition that the list is the body of; empty for a file
 * @param start what stands above the lists
 */
export function changeBody(
  before: readonly Statement[],
  after: readonly Statement[],
  current: readonly Statement[],
  where: string,
  changing: Changing,
  start: Start = { after: undefined, current: undefined },
): void {
  const place = new Place(before, after, current, where, changing, start);
  for (const step of align(before, after)) {
    if (step.kind === "kept") place.passBy(step.before);
    else if (step.kind === "changed") place.change(step.before, step.after);
    else if (step.before.length === 0) for (const one of step.after) place.insert(one);
    else place.replace(step.before, step.after);
  }
}

/** What stands above a list: of the new version, and in the file. */
interface Start {
  readonly after: Statement | undefined;
  readonly current: Statement | undefined;
}

class Place {
  /** The statement of the file that the last one of the new version is. */
  private previous: Statement | undefined;

  constructor(
    private readonly before: readonly Statement[],
    private readonly after: readonly Statement[],
    private readonly current: readonly Statement[],
    private readonly where: string,
    private readonly changing: Changing,
    private readonly start: Start,
  ) {
    this.previous = start.current;
  }

  passBy(statement: Statement): void {
    this.previous = this.find(statement, this.before) ?? this.previous;
  }

  change(before: Statement, after: Statement): void {
    const found = this.find(before, this.before) ?? this.find(after, this.after);
    if (found === undefined) {
      this.leave([after]);
      return;
    }
    this.previous = found;
    changeStatement(before, after, found, this.where, this.changing);
  }

  insert(statement: Statement): void {
    const there = this.same(statement);
    if (there !== undefined) {
      this.previous = there;
      return;
    }
    const { lines, edits } = this.changing;
    const index = this.after.indexOf(statement);
    const above = this.previous;
    const next = this.after[index + 1];
    const below = next && this.find(next, this.after);
    // What stands with the statement below rather than with the one above goes before that.
    const isHead = above === undefined || this.blanksAbove(index) > this.blanksAbove(index + 1);
    if (below !== undefined && isHead) {
      const blanks = "\n".repeat(this.blanksAbove(index + 1));
      edits.push(insertion(startOf(below, lines), `${this.textFor([statement])}\n${blanks}`));
    } else if (above !== undefined && this.isPlace(index)) {
      const blanks = "\n".repeat(this.blanksAbove(index));
      edits.push(behind(above, `${blanks}${this.textFor([statement])}\n`, lines));
    } else this.leave([statement]);
  }

  replace(before: readonly Statement[], after: readonly Statement[]): void {
    const there = after.map((one) => this.same(one));
    if (after.length > 0 && there.every((one) => one !== undefined)) return;
    const found = before.map((one) => this.exact(one));
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined || found.includes(undefined)) {
      if (after.length > 0) this.leave(after);
      return;
    }
    const between = this.current.filter((one) => one.line >= first.line && one.line <= last.line);
    if (between.length !== before.length || this.hasComments(first, last)) {
      this.leave(after);
      return;
    }
    const start = { line: firstLine(first), character: 0 };
    const end = { line: last.endLine + 1, character: 0 };
    const newText = after.length === 0 ? "" : `${this.textFor(after)}\n`;
    this.changing.edits.push({ range: { start, end }, newText });
    this.previous = last;
  }

  private leave(statements: readonly Statement[]): void {
    if (statements.length === 0) return;
    this.changing.left.push({ where: this.where, text: this.textFor(statements) });
  }

  /** In functions a statement only goes beside those that it stood beside; elsewhere order says little. */
  private isPlace(index: number): boolean {
    if (!this.where.endsWith("()")) return true;
    const [above, below] = [this.after[index - 1], this.after[index + 1]];
    const isThere = (one: Statement | undefined) =>
      one !== undefined && this.find(one, this.after) !== undefined;
    return isThere(above) || isThere(below) || this.previousIsNew(index);
  }

  /** Whether what stands above has just been put there. */
  private previousIsNew(index: number): boolean {
    const above = this.after[index - 1];
    return above !== undefined && !this.before.some((one) => codeOf(one) === codeOf(above));
  }

  /** The statement of the file that is one of a version: by code, by name, as the docstring, or as the only one of its kind. */
  private find(statement: Statement, version: readonly Statement[]): Statement | undefined {
    const exact = this.exact(statement);
    if (exact !== undefined) return exact;
    const name = definitionName(statement);
    if (name !== undefined) return this.named(name);
    if (isDocstring(statement, version)) {
      return this.current.find((one) => isDocstring(one, this.current));
    }
    const shape = shapeOf(statement);
    const alike = (list: readonly Statement[]) => list.filter((one) => shapeOf(one) === shape);
    return alike(version).length === 1 && alike(this.current).length === 1
      ? alike(this.current)[0]
      : undefined;
  }

  /** A statement that is there already, as it is or under its name. */
  private same(statement: Statement): Statement | undefined {
    const name = definitionName(statement);
    return this.exact(statement) ?? (name === undefined ? undefined : this.named(name));
  }

  private exact(statement: Statement): Statement | undefined {
    const code = codeOf(statement);
    return this.current.find((one) => codeOf(one) === code);
  }

  private named(name: string): Statement | undefined {
    return this.current.find((one) => definitionName(one) === name);
  }

  private hasComments(first: Statement, last: Statement): boolean {
    const lines = this.changing.lines.slice(firstLine(first), last.endLine + 1);
    return lines.some((line) => line.includes("#"));
  }

  private blanksAbove(index: number): number {
    const above = index === 0 ? this.start.after : this.after[index - 1];
    const below = this.after[index];
    if (above === undefined || below === undefined) return 0;
    return Math.max(0, startOf(below, this.changing.afterLines) - above.endLine - 1);
  }

  /** Statements of the new version, as far in as those of the file. */
  private textFor(statements: readonly Statement[]): string {
    const { afterLines, lines } = this.changing;
    const [first] = statements;
    const last = statements.at(-1);
    if (first === undefined || last === undefined) return "";
    const text = [
      textOf(first, afterLines),
      ...afterLines.slice(first.endLine + 1, last.endLine + 1),
    ].join("\n");
    const [sibling] = this.current;
    return sibling === undefined
      ? text
      : indented(text, indentOf(first, afterLines), indentOf(sibling, lines));
  }
}

/** The first line of a statement, its decorators and the comments right above it included. */
function startOf(statement: Statement, lines: readonly string[]): number {
  let from = firstLine(statement);
  while (/^\s*#/.test(lines[from - 1] ?? "")) from -= 1;
  return from;
}

function indentOf(statement: Statement, lines: readonly string[]): string {
  return /^\s*/.exec(lines[firstLine(statement)] ?? "")?.[0] ?? "";
}

function indented(text: string, from: string, to: string): string {
  if (from === to) return text;
  return text
    .split("\n")
    .map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))
    .join("\n");
}

function isDocstring(statement: Statement, body: readonly Statement[]): boolean {
  return (
    statement === body[0] &&
    statement.nodeType === "Expr" &&
    statement.value.nodeType === "Constant" &&
    typeof statement.value.value === "string"
  );
}

/** An edit behind a statement; a file's last line may have no break. */
function behind(statement: Statement, text: string, lines: readonly string[]): TextEdit {
  if (statement.endLine + 1 < lines.length) return insertion(statement.endLine + 1, text);
  const at = { line: statement.endLine, character: lines[statement.endLine]?.length ?? 0 };
  return { range: { start: at, end: at }, newText: `\n${text.trimEnd()}` };
}
