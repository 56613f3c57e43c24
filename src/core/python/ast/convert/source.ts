import type { Mutable } from "../mutable";
import type { ExprContext, Expression } from "../nodes";
import { Kind } from "../tree/kinds";
import { kind, type SyntaxTable, stride } from "../tree/table";
import type { NamePool } from "./names";

/** What a converter works on: the table of one statement, and the text it was made from. */
export class Source {
  /** Ranges of what is in the tree but is no Python: line, character, end line, end character. */
  readonly errors: number[] = [];
  /** Levels of nesting above what is being converted. */
  depth = 0;
  table: SyntaxTable = new Int32Array(stride);

  constructor(
    readonly text: string,
    readonly names: NamePool,
  ) {}
}

/** Thrown where nesting is so deep that going on could overflow the stack; the statement is then an error. */
export class TooDeep extends Error {}

/** Levels of nesting that are read; CPython's own limit is 200 brackets and 100 indentations. */
const maximalDepth = 400;

/** To be called at each level of nesting, with a matching `ascend`. */
export function descend(source: Source): void {
  if (++source.depth > maximalDepth) throw new TooDeep("Too deeply nested.");
}

/** Ends what `descend` began. */
export function ascend(source: Source): void {
  source.depth--;
}

/** The text of a node. */
export function textOf(source: Source, node: number): string {
  return source.text.slice(startOf(source.table, node), endOf(source.table, node));
}

/** UTF-16 offset of the node's start. */
export function startOf(table: SyntaxTable, node: number): number {
  return table[node + 2] as number;
}

/** UTF-16 offset of the node's end. */
export function endOf(table: SyntaxTable, node: number): number {
  return table[node + 3] as number;
}

/** Line of the node's start. */
export function line(table: SyntaxTable, node: number): number {
  return table[node + 4] as number;
}

/** Character of the node's start. */
export function character(table: SyntaxTable, node: number): number {
  return table[node + 5] as number;
}

/** Line of the node's end. */
export function endLine(table: SyntaxTable, node: number): number {
  return table[node + 6] as number;
}

/** Character of the node's end. */
export function endCharacter(table: SyntaxTable, node: number): number {
  return table[node + 7] as number;
}

/** The first child at or after `child` that is a rule of the grammar, not a token; `end` where there is none. */
export function rule(table: SyntaxTable, child: number, end: number): number {
  let at = child;
  while (at < end && kind(table, at) < Kind.module) at += stride;
  return at;
}

/** Notes that a node is no Python 3. */
export function report(source: Source, node: number): void {
  const { table } = source;
  source.errors.push(
    line(table, node),
    character(table, node),
    endLine(table, node),
    endCharacter(table, node),
  );
}

/** Turns an expression that was just read into a target: of an assignment (`Store`) or of `del`. */
export function setContext(expression: Expression, context: ExprContext): Expression {
  switch (expression.nodeType) {
    case "Name":
    case "Attribute":
    case "Subscript":
      (expression as Mutable<typeof expression>).ctx = context;
      break;
    case "Starred":
      (expression as Mutable<typeof expression>).ctx = context;
      setContext(expression.value, context);
      break;
    case "List":
    case "Tuple":
      (expression as Mutable<typeof expression>).ctx = context;
      for (const element of expression.elts) setContext(element, context);
      break;
  }
  return expression;
}
