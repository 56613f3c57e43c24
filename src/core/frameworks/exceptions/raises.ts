import { ancestors } from "../../evaluation/classes";
import { evaluate } from "../../evaluation/expressions";
import { type ClassV, externalName, type FunctionV, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Expression } from "../../python/ast/nodes";
import { forEachGuarded, isCaught } from "./guards";

/** A place where a function raises an exception of the project, which the function itself does not catch. */
export interface Raised {
  readonly exception: ClassV;
  /** The class's name, or the call of it. */
  readonly node: Expression;
}

/** The exceptions of the project's own that a function raises and lets go. */
export function raisedIn(func: FunctionV, code: CodeBase): readonly Raised[] {
  const found: Raised[] = [];
  forEachGuarded(func, code, (statement, guards) => {
    if (statement.nodeType !== "Raise" || statement.exc === null) return;
    const { exc } = statement;
    const named = exc.nodeType === "Call" ? exc.func : exc;
    const exception = evaluate(code.typeEvaluation(), named, func.scope);
    if (exception.kind !== "class" || !isException(exception)) return;
    if (!isCaught(guards, exception)) found.push({ exception, node: exc });
  });
  return found;
}

/** Whether a class is an exception that no framework answers by itself. */
function isException(of: ClassV): boolean {
  const names = ancestors(of).map((one: Value) => externalName(one) ?? "");
  return (
    names.some((name) => /^builtins\.(Base)?Exception$|^builtins\.\w+Error$/.test(name)) &&
    !names.some((name) =>
      /(^|\.)(HTTPException|WebSocketException|RequestValidationError)$/.test(name),
    )
  );
}
