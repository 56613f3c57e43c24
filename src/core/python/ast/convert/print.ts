import type { Expression, Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { expression } from "./expressions";
import { character, endCharacter, endLine, line, report, rule, type Source } from "./source";

/** How long `print` is. */
const nameLength = 5;

/**
 * Converts `print >>file, text`, which the grammar takes for Python 2's statement and which is a tuple in Python 3.
 * Any other print statement is an error.
 */
export function printStatement(source: Source, node: number): Statement | undefined {
  const { table } = source;
  const end = next(table, node);
  const chevron = first(node);
  if (kind(table, chevron) !== Kind.chevron) {
    report(source, node);
    return undefined;
  }
  const position = {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  const shifted: Expression = {
    nodeType: "BinOp",
    ...position,
    endLine: endLine(table, chevron),
    endCharacter: endCharacter(table, chevron),
    left: {
      nodeType: "Name",
      line: position.line,
      character: position.character,
      endLine: position.line,
      endCharacter: position.character + nameLength,
      id: "print",
      ctx: "Load",
    },
    op: "RShift",
    right: expression(source, rule(table, first(chevron), next(table, chevron))),
  };
  if (next(table, chevron) >= end) return { nodeType: "Expr", ...position, value: shifted };
  const elts: Expression[] = [shifted];
  for (let child = rule(table, next(table, chevron), end); child < end; ) {
    elts.push(expression(source, child));
    child = rule(table, next(table, child), end);
  }
  return {
    nodeType: "Expr",
    ...position,
    value: { nodeType: "Tuple", ...position, elts, ctx: "Load" },
  };
}
