import type { NamePool } from "./convert/names";
import { Source, TooDeep } from "./convert/source";
import { lastingStatement } from "./convert/statements";
import { layOut, lineStarts } from "./layout";
import type { Statement } from "./nodes";
import type { StatementCache } from "./statementCache";
import { type Findings, TableFiller } from "./tree/fillTable";
import { Kind } from "./tree/kinds";
import type { Grammar } from "./tree/runtime";
import { kind } from "./tree/table";

/** A statement of the module as the tree has it. */
export interface TopLevel {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  /** Empty where the statement has an error. */
  readonly statements: readonly Statement[];
  readonly isBroken: boolean;
}

/** What a tree holds. */
export interface Reading extends Findings {
  readonly topLevel: readonly TopLevel[];
  readonly isBroken: boolean;
}

/** What a tree was made from. */
export interface Parsed {
  readonly text: string;
  /** Added to every line. */
  readonly lines: number;
  /** A text of the same length whose lines count. */
  readonly original?: string | undefined;
}

/** Reads trees. It keeps the memory that this takes from one tree to the next. */
export class TreeReader {
  private readonly filler: TableFiller;
  private readonly names: NamePool;

  constructor(grammar: Grammar, names: NamePool) {
    this.filler = new TableFiller(grammar);
    this.names = names;
  }

  /**
   * Reads a tree.
   * @param root the id of the root as a public node
   * @param cache where statements that did not change are found, and kept
   */
  read(root: number, parsed: Parsed, cache?: StatementCache): Reading {
    const { text, lines, original = text } = parsed;
    const starts = original === text ? undefined : lineStarts(original);
    const findings: Findings = { comments: [], errors: [] };
    cache?.begin(text, findings, false);
    const source = new Source(text, this.names, cache);
    const topLevel: TopLevel[] = [];
    let isBroken = false;
    let errors = 0;
    this.filler.fill(root, lines, findings, cache, (table) => {
      if (kind(table, 0) === Kind.Semicolon) return;
      if (starts !== undefined) layOut(table, starts, lines);
      source.table = table;
      const statements: Statement[] = [];
      const hasError = findings.errors.length > errors || !tryStatement(source, statements);
      errors = findings.errors.length;
      if (hasError) cache?.release();
      cache?.settle();
      isBroken ||= hasError;
      topLevel.push({
        line: table[4] as number,
        character: table[5] as number,
        endLine: table[6] as number,
        statements: hasError ? [] : statements,
        isBroken: hasError,
      });
    });
    return { ...findings, topLevel, isBroken };
  }
}

/** Whether the statement could be converted whole. */
function tryStatement(source: Source, to: Statement[]): boolean {
  const reported = source.errors.length;
  source.depth = 0;
  try {
    lastingStatement(source, 0, to);
    return source.errors.length === reported;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}
