import type { Statement } from "./nodes";
import { shiftLines } from "./shift";
import type { Findings, KnownStatements } from "./tree/fillTable";

/** A statement that was read, and what was found in it. */
interface Entry {
  readonly text: string;
  readonly statements: readonly Statement[];
  line: number;
  readonly character: number;
  /** As in `Findings`, but offsets and lines count from the statement's start. */
  readonly comments: readonly number[];
  /** Those of the statements of a class, and of classes in it: they are part of its AST. */
  readonly nested: readonly Entry[];
  /** The last version of the text that has the statement. */
  version: number;
}

/** Where a statement stands. */
export interface StatementPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
}

/** Numbers a comment takes in `Findings`. */
const findingSize = 5;

/**
 * The statements of the module and of its classes by their text: one that still stands somewhere in the next version
 * of a text, in the same column, is taken over as it is, with its lines moved.
 */
export class StatementCache implements KnownStatements {
  private old = new Map<string, Entry[]>();
  private current = new Map<string, Entry[]>();
  /** What was taken over in this version, by number. */
  private readonly taken: { readonly entry: Entry; readonly line: number }[] = [];
  /** What was read or taken over, in the order of the text; a class after its statements. */
  private readonly done: Entry[] = [];
  private settled = 0;
  private version = 0;
  private text = "";
  private findings: Findings = { comments: [], errors: [] };
  private isComplete = false;

  /** Begins a new version: what the last one had can be taken, once. */
  renew(): void {
    this.old = this.current;
    this.current = new Map();
    this.taken.length = 0;
    this.done.length = 0;
    this.settled = 0;
    this.version++;
  }

  /**
   * Says which text offsets refer to from now on, and where comments are.
   * @param isComplete whether the comments of statements that are taken over are already there
   */
  begin(text: string, findings: Findings, isComplete: boolean): void {
    this.text = text;
    this.findings = findings;
    this.isComplete = isComplete;
  }

  take(start: number, end: number, line: number, character: number): number {
    const text = this.text.slice(start, end);
    const entry = this.old.get(text)?.find((one) => this.isFree(one, character));
    if (entry === undefined) return -1;
    for (const one of [entry, ...entry.nested]) one.version = this.version;
    if (!this.isComplete) this.replay(entry.comments, start, line);
    return this.taken.push({ entry, line }) - 1;
  }

  /** Gives back what was taken over since `settle`: the statement that it is part of cannot be read. */
  release(): void {
    for (const { entry } of this.taken.slice(this.settled)) {
      for (const one of [entry, ...entry.nested]) one.version = this.version - 1;
    }
  }

  /** Says that what was taken over so far has its place in the module. */
  settle(): void {
    this.settled = this.taken.length;
  }

  /** What was taken over under a number, with its lines moved; to be asked for once. */
  takenOver(number: number): readonly Statement[] {
    const taken = this.taken[number];
    if (taken === undefined) return [];
    const { entry } = taken;
    const lines = taken.line - entry.line;
    if (lines !== 0) for (const statement of entry.statements) shiftLines(statement, lines);
    for (const one of [...entry.nested, entry]) {
      one.line += lines;
      this.done.push(one);
      this.keep(one);
    }
    return entry.statements;
  }

  /** To be given to `add` after the statement that now begins was read. */
  mark(): number {
    return this.done.length;
  }

  /** Remembers a statement that was read. @param mark what `mark` said before */
  add(statements: readonly Statement[], place: StatementPlace, mark: number): void {
    const { start, end, line, character } = place;
    const text = this.text.slice(start, end);
    // Whether a clause without a block is an error hangs on what comes after it.
    if (text.endsWith(":")) return;
    const entry: Entry = {
      text,
      statements,
      line,
      character,
      comments: this.commentsBetween(start, end, line),
      nested: this.done.slice(mark),
      version: this.version,
    };
    this.done.push(entry);
    this.keep(entry);
  }

  private isFree(entry: Entry, character: number): boolean {
    const { version } = this;
    if (entry.character !== character || entry.version === version) return false;
    return entry.nested.every((nested) => nested.version !== version);
  }

  private keep(entry: Entry): void {
    const entries = this.current.get(entry.text);
    if (entries === undefined) this.current.set(entry.text, [entry]);
    else entries.push(entry);
  }

  private replay(comments: readonly number[], start: number, line: number): void {
    for (let at = 0; at < comments.length; at += findingSize) {
      const [offset = 0, first = 0, character = 0, last = 0, end = 0] = comments.slice(at, at + 5);
      this.findings.comments.push(offset + start, first + line, character, last + line, end);
    }
  }

  private commentsBetween(start: number, end: number, line: number): number[] {
    const { comments } = this.findings;
    const result: number[] = [];
    let at = comments.length - findingSize;
    while (at >= 0 && (comments[at] as number) >= start) at -= findingSize;
    for (at += findingSize; at < comments.length; at += findingSize) {
      const [offset = 0, first = 0, character = 0, last = 0, stop = 0] = comments.slice(at, at + 5);
      if (offset < end) result.push(offset - start, first - line, character, last - line, stop);
    }
    return result;
  }
}
