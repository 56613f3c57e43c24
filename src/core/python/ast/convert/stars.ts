import type { Expression, Starred } from "../nodes";
import { Kind } from "../tree/kinds";
import { kind } from "../tree/table";
import { character, endCharacter, endLine, line, type Source } from "./source";

/*
 * The grammar reads `*a.b()` and `*a + b` as a call of, or a sum with, `*a.b` and `*a`. In Python the star is outside:
 * these functions take it off the leftmost operand and put it around the whole.
 */

/** The leftmost operand, when it is one with a star and without parentheses. */
export function leadingStar(
  source: Source,
  node: number,
  operand: Expression,
): Starred | undefined {
  if (operand.nodeType !== "Starred") return undefined;
  const found = kind(source.table, node);
  return found === Kind.list_splat || found === Kind.list_splat_pattern ? operand : undefined;
}

/** Where the operation on the leftmost operand begins. */
export function startAfter(star: Starred | undefined, source: Source, node: number) {
  if (star !== undefined) return { line: star.value.line, character: star.value.character };
  return { line: line(source.table, node), character: character(source.table, node) };
}

/** Puts the star around the operation. */
export function restar(
  star: Starred | undefined,
  source: Source,
  node: number,
  result: Expression,
): Expression {
  if (star === undefined) return result;
  const { table } = source;
  return {
    ...star,
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: result,
  };
}
