import type { Constant, ConstantValue } from "../nodes";
import { Kind } from "../tree/kinds";
import { character, endCharacter, endLine, line, type Source, textOf } from "./source";

/** Converts a number, `True`, `False`, `None` or `...`. */
export function constant(source: Source, node: number, found: Kind): Constant {
  const { table } = source;
  return {
    nodeType: "Constant",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: constantValue(source, node, found),
    kind: null,
  };
}

function constantValue(source: Source, node: number, found: Kind): ConstantValue {
  switch (found) {
    case Kind.true:
      return true;
    case Kind.false:
      return false;
    case Kind.none:
      return null;
    case Kind.ellipsis:
      return { ellipsis: true };
    default:
      return numberValue(textOf(source, node));
  }
}

/** The value of a number as it is written in Python. */
export function numberValue(written: string): ConstantValue {
  const digits = written.includes("_") ? written.replaceAll("_", "") : written;
  const isRadix = /^0[xob]/i.test(digits);
  if (!isRadix && /[.eEjJ]/.test(digits)) {
    const last = digits.charAt(digits.length - 1);
    return last === "j" || last === "J"
      ? { complex: Number(digits.slice(0, -1)) }
      : { float: Number(digits) };
  }
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  try {
    return BigInt(digits);
  } catch {
    // `10L` and `0777` of Python 2, which the grammar lets pass.
    return Number.parseInt(digits, 10);
  }
}
