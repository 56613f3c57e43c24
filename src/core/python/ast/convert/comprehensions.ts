import type { Comprehension, DictComp, Expression } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { expression, expressionOrTuple } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source, setContext } from "./source";

/** `[elt for …]`, `{elt for …}`, `(elt for …)`. */
export function comprehension(source: Source, node: number, found: Kind): Expression {
  const { table } = source;
  const nodeType =
    found === Kind.list_comprehension
      ? "ListComp"
      : found === Kind.set_comprehension
        ? "SetComp"
        : "GeneratorExp";
  return {
    nodeType,
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    elt: expression(source, first(node)),
    generators: generators(source, node),
  };
}

/** `{key: value for …}`. */
export function dictComprehension(source: Source, node: number): DictComp {
  const { table } = source;
  const pair = first(node);
  const value = rule(table, next(table, first(pair)), next(table, pair));
  return {
    nodeType: "DictComp",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    key: expression(source, first(pair)),
    value: expression(source, value),
    generators: generators(source, node),
  };
}

function generators(source: Source, node: number): Comprehension[] {
  const { table } = source;
  const end = next(table, node);
  const result: Comprehension[] = [];
  let ifs: Expression[] = [];
  for (let child = next(table, first(node)); child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found === Kind.for_in_clause) {
      ifs = [];
      result.push(generator(source, child, ifs));
    } else if (found === Kind.if_clause) {
      ifs.push(expression(source, rule(table, first(child), next(table, child))));
    }
  }
  return result;
}

function generator(source: Source, node: number, ifs: Expression[]): Comprehension {
  const { table } = source;
  const end = next(table, node);
  const isAsync = kind(table, first(node)) === Kind.Async;
  const target = rule(table, first(node), end);
  let iter = next(table, target);
  while (iter < end && kind(table, iter) === Kind.In) iter += stride;
  return {
    nodeType: "comprehension",
    target: setContext(expression(source, target), "Store"),
    iter: expressionOrTuple(source, iter, end),
    ifs,
    is_async: isAsync ? 1 : 0,
  };
}
