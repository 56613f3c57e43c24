import type { Dict, Expression } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { expression } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source } from "./source";

/** Converts a display of elements: list, set, tuple, dictionary, and the lists that are targets. */
export function collection(source: Source, node: number, found: Kind): Expression {
  const { table } = source;
  const from = first(node);
  const end = next(table, node);
  const position = {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  switch (found) {
    case Kind.dictionary:
      return dictionary(source, node);
    case Kind.set:
      return { nodeType: "Set", ...position, elts: elements(source, from, end) };
    case Kind.list:
    case Kind.list_pattern:
      return { nodeType: "List", ...position, elts: elements(source, from, end), ctx: "Load" };
    case Kind.tuple_pattern:
      // `(a)` and `(a,)` differ in the comma alone.
      if (from < end && next(table, from) === end) return expression(source, from);
  }
  return { nodeType: "Tuple", ...position, elts: elements(source, from, end), ctx: "Load" };
}

/** The expressions between two places, tokens left out. */
export function elements(source: Source, from: number, end: number): Expression[] {
  const { table } = source;
  const result: Expression[] = [];
  for (let child = rule(table, from, end); child < end; ) {
    result.push(expression(source, child));
    child = rule(table, next(table, child), end);
  }
  return result;
}

/** A tuple without parentheses. */
export function tupleOf(source: Source, from: number, end: number): Expression {
  const { table } = source;
  let last = from;
  for (let child = from; child < end; child = next(table, child)) last = child;
  return {
    nodeType: "Tuple",
    line: line(table, from),
    character: character(table, from),
    endLine: endLine(table, last),
    endCharacter: endCharacter(table, last),
    elts: elements(source, from, end),
    ctx: "Load",
  };
}

/** `*value`. */
export function starred(source: Source, node: number): Expression {
  const { table } = source;
  return {
    nodeType: "Starred",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: expression(source, rule(table, first(node), next(table, node))),
    ctx: "Load",
  };
}

function dictionary(source: Source, node: number): Dict {
  const { table } = source;
  const end = next(table, node);
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (let child = first(node); child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found === Kind.pair) {
      const value = rule(table, next(table, first(child)), next(table, child));
      keys.push(expression(source, first(child)));
      values.push(expression(source, value));
    } else if (found === Kind.dictionary_splat) {
      keys.push(null);
      values.push(expression(source, first(child) + stride));
    }
  }
  return {
    nodeType: "Dict",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    keys,
    values,
  };
}
