import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef } from "../../python/ast/nodes";
import { dottedName } from "../../python/scopes/build";

/** The dotted names that a definition is decorated with, as they are written; calls by what they call. */
export function decoratorNames({
  decorator_list,
}: FunctionDef | AsyncFunctionDef | ClassDef): readonly string[] {
  return decorator_list.flatMap((decorator) => {
    const name = dottedName(calledOf(decorator))?.join(".");
    return name === undefined ? [] : [name];
  });
}

/** Whether one of the decorators has that name, from whatever module it is. */
export function isDecoratedAs(
  node: FunctionDef | AsyncFunctionDef | ClassDef,
  ...names: readonly string[]
): boolean {
  return decoratorNames(node).some((name) => names.includes(name.split(".").at(-1) ?? name));
}

function calledOf(decorator: Expression): Expression {
  return decorator.nodeType === "Call" ? decorator.func : decorator;
}
