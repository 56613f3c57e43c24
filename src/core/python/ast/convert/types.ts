import type { Expression } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { combine, type Operand, operand } from "./bitwise";
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

/** `a | b | c` where the grammar sees types, and nests them to the right. */
export function unionType(source: Source, node: number): Expression {
  const { table } = source;
  const operands: Operand[] = [];
  const pending = [node];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    while (kind(table, part) === Kind.type) part = first(part);
    const right = unionRight(source, part);
    if (right === undefined) operands.push(operand(source, part));
    else pending.push(right, first(part));
  }
  return operands.reduce((left, right) => combine(left, "BitOr", right)).value;
}

/** The node after the bar, for the union of two types. */
function unionRight(source: Source, node: number): number | undefined {
  const { table } = source;
  const found = kind(table, node);
  if (found !== Kind.union_type && found !== Kind.binary_operator) return undefined;
  const bar = next(table, first(node));
  return kind(table, bar) === Kind.Bar ? next(table, bar) : undefined;
}

/** `a: b` in the brackets of a type, where Python knows no types, is a slice. */
export function typeSlice(source: Source, node: number): Expression {
  const { table } = source;
  const [lower, upper] = elements(source, first(node), next(table, node));
  return {
    nodeType: "Slice",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    lower: lower ?? null,
    upper: upper ?? null,
    step: null,
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
