import type { Expression, Operator } from "../nodes";
import type { Positioned } from "../position";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { expression } from "./expressions";
import { character, endCharacter, endLine, line, type Source } from "./source";

/** An expression and where its node lies, parentheses included. */
export interface Operand extends Positioned {
  readonly value: Expression;
}

/** Whether a binary operator is one of the two whose order the grammar has the wrong way round. */
export function isBitwise(source: Source, node: number): boolean {
  const operator = kind(source.table, next(source.table, first(node)));
  return operator === Kind.Ampersand || operator === Kind.Caret;
}

/**
 * Converts operands joined by `&` and `^`. In Python `&` binds tighter; the grammar has it the other way, so what it
 * nested is taken apart and built again.
 */
export function bitwise(source: Source, node: number): Expression {
  const { table } = source;
  const operands: Operand[] = [];
  const operators: Kind[] = [];
  const pending = [node];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const found = kind(table, part);
    if (found === Kind.Ampersand || found === Kind.Caret) operators.push(found);
    else if (found === Kind.binary_operator && isBitwise(source, part)) {
      const operator = next(table, first(part));
      pending.push(next(table, operator), operator, first(part));
    } else operands.push(operand(source, part));
  }
  return build(operands, operators);
}

/** An operand that can be combined. */
export function operand(source: Source, node: number): Operand {
  const { table } = source;
  return {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: expression(source, node),
  };
}

function build(operands: readonly Operand[], operators: readonly Kind[]): Expression {
  let outer: Operand | undefined;
  let inner = operands[0] as Operand;
  for (const [index, operator] of operators.entries()) {
    const right = operands[index + 1] as Operand;
    if (operator === Kind.Ampersand) {
      inner = combine(inner, "BitAnd", right);
      continue;
    }
    outer = outer === undefined ? inner : combine(outer, "BitXor", inner);
    inner = right;
  }
  return (outer === undefined ? inner : combine(outer, "BitXor", inner)).value;
}

/** An operation on two operands that are beside each other. */
export function combine(left: Operand, op: Operator, right: Operand): Operand {
  const position = {
    line: left.line,
    character: left.character,
    endLine: right.endLine,
    endCharacter: right.endCharacter,
  };
  return {
    ...position,
    value: { nodeType: "BinOp", ...position, left: left.value, op, right: right.value },
  };
}
