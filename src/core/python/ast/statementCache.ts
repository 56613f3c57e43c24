import type { Statement } from "./nodes";
import { shiftLines } from "./shift";

/** Where a statement stands. */
export interface StatementPlace {
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

/** A statement that was read. */
interface Entry extends StatementPlace {
  readonly statements: readonly Statement[];
  line: number;
  /** Those of the statements in it, which are part of its AST. */
  readonly nested: readonly Entry[];
  /** The last version of the text that has the statement. */
  version: number;
}

/**
 * Statements by their text: one that still stands somewhere in the next version of a text, in the same column, is taken
 * over as it is, with its lines moved.
 */
export class StatementCache {
  private old = new Map<string, Entry[]>();
  private current = new Map<string, Entry[]>();
  /** What was read or taken over, in the order of the text; a statement after those in it. */
  private readonly done: Entry[] = [];
  private version = 0;

  /** Begins a new version: what the last one had can be taken, once. */
  renew(): void {
    this.old = this.current;
    this.current = new Map();
    this.done.length = 0;
    this.version++;
  }

  /** A statement of the last version that stands there now, with its lines moved. */
  take({ text, line, character }: StatementPlace): readonly Statement[] | undefined {
    const entry = this.old.get(text)?.find((one) => this.isFree(one, character));
    if (entry === undefined) return undefined;
    const lines = line - entry.line;
    if (lines !== 0) for (const statement of entry.statements) shiftLines(statement, lines);
    for (const one of [...entry.nested, entry]) {
      one.version = this.version;
      one.line += lines;
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
    // Whether a clause without a block, or a line that should go on, is an error hangs on what comes after it.
    if (/[:\\]$/.test(place.text)) return;
    const nested = this.done.slice(mark);
    this.keep({ ...place, statements, nested, version: this.version });
  }

  private isFree(entry: Entry, character: number): boolean {
    const { version } = this;
    if (entry.character !== character || entry.version === version) return false;
    return entry.nested.every((nested) => nested.version !== version);
  }

  private keep(entry: Entry): void {
    this.done.push(entry);
    const entries = this.current.get(entry.text);
    if (entries === undefined) this.current.set(entry.text, [entry]);
    else entries.push(entry);
  }
}
