import { evaluate } from "../../evaluation/expressions";
import { externalName, type FunctionV, optionsOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { ExceptHandler } from "../../python/ast/nodes";

/** The classes that an `except` names; `undefined` for a bare one, which takes everything. */
export function handledClasses(
  { type }: ExceptHandler,
  { scope }: FunctionV,
  code: CodeBase,
): readonly Value[] | undefined {
  if (type === null) return undefined;
  return optionsOf(evaluate(code.typeEvaluation(), type, scope)).flatMap((one) =>
    one.kind === "list" ? one.items : [one],
  );
}

/** Whether a class is `Exception` or `BaseException` itself. */
export function isBroadClass(value: Value | undefined): boolean {
  return /^builtins\.(Base)?Exception$/.test(externalName(value) ?? "");
}

/** Whether an `except` takes everything: a bare one, `except Exception`, also among others. */
export function isBroadHandler(handler: ExceptHandler, func: FunctionV, code: CodeBase): boolean {
  return handledClasses(handler, func, code)?.some(isBroadClass) ?? true;
}
