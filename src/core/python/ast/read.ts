import type { NamePool } from "./convert/names";
import { Source, TooDeep } from "./convert/source";
import { statement } from "./convert/statements";
import { layOut, lineStarts } from "./layout";
import type { Statement } from "./nodes";
import { type Findings, TableFiller } from "./tree/fillTable";
import { Kind } from "./tree/kinds";
import type { Grammar } from "./tree/runtime";
import { kind } from "./tree/table";

/** A statement of the module as the tree has it. */
export interface TopLevel {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  /** Empty where the statement has an error. */
  readonly statements: readonly Statement[];
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
   */
  read(root: number, parsed: Parsed): Reading {
    const { text, lines, original = text } = parsed;
    const starts = original === text ? undefined : lineStarts(original);
    const findings: Findings = { comments: [], errors: [] };
    const source = new Source(text, this.names);
    const topLevel: TopLevel[] = [];
    let isBroken = false;
    let errors = 0;
    this.filler.fill(root, lines, findings, (table) => {
      if (kind(table, 0) === Kind.Semicolon) return;
      if (starts !== undefined) layOut(table, starts, lines);
      source.table = table;
      const statements: Statement[] = [];
      const hasError = findings.errors.length > errors || !tryStatement(source, statements);
      errors = findings.errors.length;
      isBroken ||= hasError;
      topLevel.push({
        start: table[2] as number,
        end: table[3] as number,
        line: table[4] as number,
        character: table[5] as number,
        endLine: table[6] as number,
        statements: hasError ? [] : statements,
      });
    });
    if (text.includes("\r")) leaveOutReturns(findings.comments, text);
    return { ...findings, topLevel, isBroken };
  }
}

/** Whether the statement could be converted whole. */
function tryStatement(source: Source, to: Statement[]): boolean {
  const reported = source.errors.length;
  source.depth = 0;
  try {
    statement(source, 0, to);
    return source.errors.length === reported;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}

/** A comment ends before the line break, of which the grammar counts the carriage return in. */
function leaveOutReturns(comments: number[], text: string): void {
  for (let at = 0; at < comments.length; at += 5) {
    const [offset = 0, , character = 0, , end = 0] = comments.slice(at, at + 5);
    if (text.charCodeAt(offset + end - character - 1) === 0x0d) comments[at + 4] = end - 1;
  }
}
