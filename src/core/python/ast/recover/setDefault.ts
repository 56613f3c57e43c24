import type { Mutable } from "../mutable";
import type { Expr, Statement } from "../nodes";

/**
 * Gives a type parameter of the first statement its default, and the end that this has.
 * @param value the default as a statement, whose position has the parentheses around it
 */
export function setDefault(
  statements: readonly Statement[],
  parameter: number,
  value: Expr,
): boolean {
  const [statement] = statements;
  if (statement === undefined || !("type_params" in statement)) return false;
  const param = statement.type_params[parameter];
  if (param === undefined) return false;
  const changed: Mutable<typeof param> = param;
  changed.default_value = value.value;
  changed.endLine = value.endLine;
  changed.endCharacter = value.endCharacter;
  return true;
}
