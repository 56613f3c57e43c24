import type { Expression, Yield, YieldFrom } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { collection, starred, tupleOf } from "./collections";
import { comprehension, dictComprehension } from "./comprehensions";
import { constant } from "./literals";
import { binaryOperator, booleanOperator, comparison, unaryOperator } from "./operators";
import { lambda } from "./parameters";
import {
  ascend,
  character,
  descend,
  endCharacter,
  endLine,
  line,
  report,
  rule,
  type Source,
  textOf,
} from "./source";
import { concatenatedString, string } from "./strings/literal";
import { trailers } from "./trailers";
import { genericType, memberType, typeSlice, unionType } from "./types";

/** Converts an expression; what is no Python becomes a name without letters, and is reported. */
export function expression(source: Source, from: number): Expression {
  const { table } = source;
  let node = from;
  let found = kind(table, node);
  // Parentheses and the wrappers of the grammar are no nodes of the AST.
  while (
    found === Kind.parenthesized_expression ||
    found === Kind.type ||
    found === Kind.as_pattern_target
  ) {
    const end = next(table, node);
    const inner = rule(table, first(node), end);
    if (inner >= end) return unknown(source, node);
    node = inner;
    found = kind(table, node);
  }
  if (found === Kind.identifier) return name(source, node);
  descend(source);
  const result = compound(source, node, found);
  ascend(source);
  return result;
}

function compound(source: Source, node: number, found: Kind): Expression {
  const { table } = source;
  switch (found) {
    case Kind.attribute:
    case Kind.call:
    case Kind.subscript:
      return trailers(source, node);
    case Kind.string:
      return string(source, node);
    case Kind.concatenated_string:
      return concatenatedString(source, node);
    case Kind.integer:
    case Kind.float:
    case Kind.true:
    case Kind.false:
    case Kind.none:
    case Kind.ellipsis:
      return constant(source, node, found);
    case Kind.binary_operator:
      return binaryOperator(source, node);
    case Kind.boolean_operator:
      return booleanOperator(source, node);
    case Kind.comparison_operator:
      return comparison(source, node);
    case Kind.not_operator:
    case Kind.unary_operator:
      return unaryOperator(source, node);
    case Kind.list:
    case Kind.list_pattern:
    case Kind.set:
    case Kind.tuple:
    case Kind.tuple_pattern:
    case Kind.expression_list:
    case Kind.pattern_list:
    case Kind.dictionary:
      return collection(source, node, found);
    case Kind.list_comprehension:
    case Kind.set_comprehension:
    case Kind.generator_expression:
      return comprehension(source, node, found);
    case Kind.dictionary_comprehension:
      return dictComprehension(source, node);
    case Kind.list_splat:
    case Kind.list_splat_pattern:
    case Kind.splat_type:
      return starred(source, node);
    case Kind.conditional_expression:
      return conditional(source, node);
    case Kind.named_expression:
      return named(source, node);
    case Kind.lambda:
      return lambda(source, node);
    case Kind.await:
      return awaited(source, node);
    case Kind.yield:
      return yielded(source, node);
    case Kind.generic_type:
      return genericType(source, node);
    case Kind.union_type:
      return unionType(source, node);
    case Kind.member_type:
      return memberType(source, node);
    case Kind.constrained_type:
      return typeSlice(source, node);
    case Kind.dotted_name:
      return dotted(source, first(node), next(table, node));
    default:
      return unknown(source, node);
  }
}

/** A variable. */
export function name(source: Source, node: number): Expression {
  const { table } = source;
  return {
    nodeType: "Name",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    id: source.names.get(textOf(source, node)),
    ctx: "Load",
  };
}

/** Stands where an expression is missing. */
export function unknown(source: Source, node: number): Expression {
  report(source, node);
  const { table } = source;
  return {
    nodeType: "Name",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    id: "",
    ctx: "Load",
  };
}

/** `a.b.c` where the grammar has a list of identifiers. */
export function dotted(source: Source, from: number, end: number): Expression {
  const { table } = source;
  let result = name(source, from);
  for (let node = from + stride; node < end; node += stride) {
    result = {
      nodeType: "Attribute",
      line: line(table, from),
      character: character(table, from),
      endLine: endLine(table, node),
      endCharacter: endCharacter(table, node),
      value: result,
      attr: source.names.get(textOf(source, node)),
      ctx: "Load",
    };
  }
  return result;
}

/**
 * The expressions that stand between `from` and `end`, with commas between them: one, or a tuple that ends where the
 * last of them or the last comma does.
 */
export function expressionOrTuple(source: Source, from: number, end: number): Expression {
  const { table } = source;
  const after = next(table, from);
  if (after >= end || kind(table, after) !== Kind.Comma) return expression(source, from);
  return tupleOf(source, from, end);
}

function conditional(source: Source, node: number): Expression {
  const { table } = source;
  const body = first(node);
  const test = next(table, body);
  const orelse = next(table, test);
  // `x := a if b else c`, of which the grammar takes `x := a` for the body.
  const isNamed = kind(table, body) === Kind.named_expression;
  const target = isNamed ? name(source, first(body)) : undefined;
  const value = isNamed ? rule(table, next(table, first(body)), next(table, body)) : body;
  const result: Expression = {
    nodeType: "IfExp",
    line: line(table, value),
    character: character(table, value),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    test: expression(source, test),
    body: expression(source, value),
    orelse: expression(source, orelse),
  };
  if (target?.nodeType !== "Name") return result;
  return {
    nodeType: "NamedExpr",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    target: { ...target, ctx: "Store" },
    value: result,
  };
}

function named(source: Source, node: number): Expression {
  const { table } = source;
  const target = name(source, first(node));
  const value = rule(table, next(table, first(node)), next(table, node));
  if (target.nodeType !== "Name") return unknown(source, node);
  return {
    nodeType: "NamedExpr",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    target: { ...target, ctx: "Store" },
    value: expression(source, value),
  };
}

function awaited(source: Source, node: number): Expression {
  const { table } = source;
  const operand = first(node);
  // `await a ** b` is `(await a) ** b`, which the grammar has the other way round.
  const power = powerOf(source, operand);
  const value = power === undefined ? operand : first(operand);
  const result: Expression = {
    nodeType: "Await",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, value),
    endCharacter: endCharacter(table, value),
    value: expression(source, value),
  };
  if (power === undefined) return result;
  return {
    nodeType: "BinOp",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    left: result,
    op: "Pow",
    right: expression(source, power),
  };
}

/** The exponent, when the node is a power. */
function powerOf(source: Source, node: number): number | undefined {
  const { table } = source;
  if (kind(table, node) !== Kind.binary_operator) return undefined;
  const operator = next(table, first(node));
  return kind(table, operator) === Kind.DoubleStar ? next(table, operator) : undefined;
}

function yielded(source: Source, node: number): Yield | YieldFrom {
  const { table } = source;
  const end = next(table, node);
  const isFrom = first(node) < end && kind(table, first(node)) === Kind.From;
  const value = rule(table, first(node), end);
  const position = {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  if (value >= end) return { nodeType: "Yield", ...position, value: null };
  return isFrom
    ? { nodeType: "YieldFrom", ...position, value: expression(source, value) }
    : { nodeType: "Yield", ...position, value: expression(source, value) };
}
