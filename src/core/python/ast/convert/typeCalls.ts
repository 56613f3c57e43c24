import type { Expression, Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { elements } from "./collections";
import { expression } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source, setContext } from "./source";
import { isTrailer, subscripts, trailer } from "./trailers";

/** How long `type` is. */
const nameLength = 4;

/**
 * Converts `type(x).y = value` and `type(x)[y]: annotation = value`, which the grammar takes for a type alias called
 * `(x).y`. `undefined` when it is none of these.
 * @param target what stands between `type` and the colon or equal sign
 * @param annotation what stands after the colon, or -1
 */
export function typeCallAssignment(
  source: Source,
  node: number,
  target: number,
  annotation: number,
  value: number,
): Statement | undefined {
  const { table } = source;
  const chain: number[] = [];
  let base = target;
  for (; isTrailer(kind(table, base)); base = first(base)) chain.push(base);
  const start = { line: line(table, node), character: character(table, node) };
  let left = calledOrSubscripted(source, base, start);
  if (left === undefined) return undefined;
  for (let index = chain.length - 1; index >= 0; index--) {
    left = trailer(source, chain[index] as number, left, start);
  }
  const position = {
    ...start,
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  setContext(left, "Store");
  const assigned = expression(source, value);
  if (annotation < 0) return { nodeType: "Assign", ...position, targets: [left], value: assigned };
  return {
    nodeType: "AnnAssign",
    ...position,
    target: left,
    annotation: expression(source, annotation),
    value: assigned,
    simple: 0,
  };
}

/** `type(…)` or `type[…]`, of which the grammar saw only the brackets. */
function calledOrSubscripted(
  source: Source,
  node: number,
  start: { readonly line: number; readonly character: number },
): Expression | undefined {
  const { table } = source;
  const found = kind(table, node);
  const end = next(table, node);
  const position = {
    ...start,
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  const func: Expression = {
    nodeType: "Name",
    ...start,
    endLine: start.line,
    endCharacter: start.character + nameLength,
    id: "type",
    ctx: "Load",
  };
  switch (found) {
    case Kind.parenthesized_expression:
    case Kind.tuple: {
      const args = elements(source, first(node), end);
      return { nodeType: "Call", ...position, func, args, keywords: [] };
    }
    case Kind.generator_expression:
      return {
        nodeType: "Call",
        ...position,
        func,
        args: [expression(source, node)],
        keywords: [],
      };
    case Kind.list: {
      const slice = subscripts(source, rule(table, first(node), end), end);
      return { nodeType: "Subscript", ...position, value: func, slice, ctx: "Load" };
    }
    default:
      return undefined;
  }
}
