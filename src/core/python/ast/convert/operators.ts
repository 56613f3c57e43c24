import type { BoolOperator, Compare, CompareOperator, Expression, Operator } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { bitwise, isBitwise } from "./bitwise";
import { expression, unknown } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source } from "./source";
import { leadingStar, restar, startAfter } from "./stars";

/** The operator of a token, also of those that assign. */
export const operators: Readonly<Partial<Record<Kind, Operator>>> = {
  [Kind.Plus]: "Add",
  [Kind.AugAdd]: "Add",
  [Kind.Minus]: "Sub",
  [Kind.AugSub]: "Sub",
  [Kind.Star]: "Mult",
  [Kind.AugMult]: "Mult",
  [Kind.At]: "MatMult",
  [Kind.AugMatMult]: "MatMult",
  [Kind.Slash]: "Div",
  [Kind.AugDiv]: "Div",
  [Kind.DoubleSlash]: "FloorDiv",
  [Kind.AugFloorDiv]: "FloorDiv",
  [Kind.Percent]: "Mod",
  [Kind.AugMod]: "Mod",
  [Kind.DoubleStar]: "Pow",
  [Kind.AugPow]: "Pow",
  [Kind.Bar]: "BitOr",
  [Kind.AugBitOr]: "BitOr",
  [Kind.Ampersand]: "BitAnd",
  [Kind.AugBitAnd]: "BitAnd",
  [Kind.Caret]: "BitXor",
  [Kind.AugBitXor]: "BitXor",
  [Kind.ShiftLeft]: "LShift",
  [Kind.AugLShift]: "LShift",
  [Kind.ShiftRight]: "RShift",
  [Kind.AugRShift]: "RShift",
};

const compareOperators: Readonly<Partial<Record<Kind, CompareOperator>>> = {
  [Kind.Less]: "Lt",
  [Kind.LessEqual]: "LtE",
  [Kind.EqualEqual]: "Eq",
  [Kind.NotEqual]: "NotEq",
  [Kind.GreaterEqual]: "GtE",
  [Kind.Greater]: "Gt",
  [Kind.In]: "In",
  [Kind.NotIn]: "NotIn",
  [Kind.Is]: "Is",
  [Kind.IsNot]: "IsNot",
};

/** Converts `a + b - c …`, however long, without going deeper for each operator. */
export function binaryOperator(source: Source, outermost: number): Expression {
  const { table } = source;
  const chain: number[] = [];
  let node = outermost;
  for (; kind(table, node) === Kind.binary_operator; node = first(node)) {
    if (isBitwise(source, node)) break;
    chain.push(node);
  }
  const isBinary = kind(table, node) === Kind.binary_operator;
  let result = isBinary ? bitwise(source, node) : expression(source, node);
  const star = leadingStar(source, node, result);
  if (star !== undefined) result = star.value;
  const start = startAfter(star, source, node);
  for (let index = chain.length - 1; index >= 0; index--) {
    const whole = chain[index] as number;
    const token = next(table, first(whole));
    const op = operators[kind(table, token)];
    if (op === undefined) return unknown(source, whole);
    result = {
      nodeType: "BinOp",
      line: start.line,
      character: start.character,
      endLine: endLine(table, whole),
      endCharacter: endCharacter(table, whole),
      left: result,
      op,
      right: expression(source, next(table, token)),
    };
  }
  return restar(star, source, outermost, result);
}

/** Converts `a and b and c`, which is one node, and whose parts are not deeper than the first. */
export function booleanOperator(source: Source, outermost: number): Expression {
  const { table } = source;
  const token = kind(table, next(table, first(outermost)));
  const op: BoolOperator = token === Kind.And ? "And" : "Or";
  const rights: number[] = [];
  let node = outermost;
  while (kind(table, node) === Kind.boolean_operator) {
    const operator = next(table, first(node));
    if (kind(table, operator) !== token) break;
    rights.push(next(table, operator));
    node = first(node);
  }
  const values = [expression(source, node)];
  for (let index = rights.length - 1; index >= 0; index--) {
    values.push(expression(source, rights[index] as number));
  }
  return {
    nodeType: "BoolOp",
    line: line(table, outermost),
    character: character(table, outermost),
    endLine: endLine(table, outermost),
    endCharacter: endCharacter(table, outermost),
    op,
    values,
  };
}

/** Converts `a < b in c`. */
export function comparison(source: Source, node: number): Expression {
  const { table } = source;
  const end = next(table, node);
  const ops: CompareOperator[] = [];
  const comparators: Expression[] = [];
  for (let token = next(table, first(node)); token < end; ) {
    const op = compareOperators[kind(table, token)];
    const operand = next(table, token);
    if (op === undefined || operand >= end) return unknown(source, node);
    ops.push(op);
    comparators.push(expression(source, operand));
    token = next(table, operand);
  }
  const result: Compare = {
    nodeType: "Compare",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    left: expression(source, first(node)),
    ops,
    comparators,
  };
  return result;
}

/** Converts `-a` and `not a`. */
export function unaryOperator(source: Source, node: number): Expression {
  const { table } = source;
  const token = kind(table, first(node));
  const op =
    kind(table, node) === Kind.not_operator
      ? "Not"
      : token === Kind.Minus
        ? "USub"
        : token === Kind.Plus
          ? "UAdd"
          : "Invert";
  return {
    nodeType: "UnaryOp",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    op,
    operand: expression(source, rule(table, first(node), next(table, node))),
  };
}
