import type { Expression } from "../nodes";
import { first, next, stride } from "../tree/table";
import { elements, tupleOf } from "./collections";
import { expression, name } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source, textOf } from "./source";

/** `list[int]` where the grammar sees a type: a subscript. */
export function genericType(source: Source, node: number): Expression {
  const { table } = source;
  const base = first(node);
  const list = next(table, base);
  const from = first(list);
  const end = next(table, list);
  const isOne = next(table, from) >= end;
  const only = isOne ? expression(source, from) : undefined;
  return {
    nodeType: "Subscript",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: name(source, base),
    slice: only === undefined ? tupleOf(source, from, end) : tupleOfStar(only),
    ctx: "Load",
  };
}

/** `a[*b]` is a tuple even without a comma. */
export function tupleOfStar(only: Expression): Expression {
  if (only.nodeType !== "Starred") return only;
  const { line, character, endLine, endCharacter } = only;
  const position = { line, character, endLine, endCharacter };
  return { nodeType: "Tuple", ...position, elts: [only], ctx: "Load" };
}

/** `a | b` where the grammar sees types. */
export function unionType(source: Source, node: number): Expression {
  const { table } = source;
  const [left, right] = elements(source, first(node), next(table, node));
  return {
    nodeType: "BinOp",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    left: left ?? name(source, node),
    op: "BitOr",
    right: right ?? name(source, node),
  };
}

/** `a.b` where the grammar sees a type and a name. */
export function memberType(source: Source, node: number): Expression {
  const { table } = source;
  const end = next(table, node);
  const base = rule(table, first(node), end);
  return {
    nodeType: "Attribute",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: expression(source, base),
    attr: source.names.get(textOf(source, end - stride)),
    ctx: "Load",
  };
}
