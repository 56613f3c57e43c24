import { ancestors } from "../../evaluation/classes";
import { evaluate } from "../../evaluation/expressions";
import {
  type ClassV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Expression, Node, Statement } from "../../python/ast/nodes";
import { blocksOf } from "../../python/ast/statementsIn";

/** What catches exceptions around a statement: a value of the class, or of the tuple, that `except` names. */
export type Guard = Value | "anything";

/** Calls back with every statement of a function, functions within it left out, and what catches around it. */
export function forEachGuarded(
  func: FunctionV,
  code: CodeBase,
  callback: (statement: Statement, guards: readonly Guard[]) => void,
): void {
  if (func.node.nodeType === "Lambda") return;
  const all = (body: readonly Statement[], guards: readonly Guard[]): void => {
    for (const statement of body) {
      callback(statement, guards);
      const { nodeType } = statement;
      if (nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef" || nodeType === "ClassDef")
        continue;
      if (nodeType === "Try" || nodeType === "TryStar") {
        const own = statement.handlers.map(({ type }) => guardOf(type, func, code));
        all(statement.body, [...guards, ...own]);
        for (const { body: handler } of statement.handlers) all(handler, guards);
        all(statement.orelse, guards);
        all(statement.finalbody, guards);
        continue;
      }
      const isGuarding =
        (nodeType === "With" || nodeType === "AsyncWith") &&
        statement.items.some(({ context_expr }) => mayCatch(context_expr, func, code));
      for (const block of blocksOf(statement)) {
        all(block, isGuarding ? [...guards, "anything"] : guards);
      }
    }
  };
  all(func.node.body, []);
}

function guardOf(type: Expression | null, func: FunctionV, code: CodeBase): Guard {
  return type === null ? "anything" : evaluate(code.typeEvaluation(), type, func.scope);
}

/** Whether a context manager of the project, or one of `contextlib`, may keep an exception to itself. */
export function mayCatch(manager: Expression, func: FunctionV, code: CodeBase): boolean {
  const value = evaluate(code.typeEvaluation(), manager, func.scope);
  const called = value.kind === "call" ? value.func : value;
  if (/^contextlib\.suppress$/.test(externalName(called) ?? "")) return true;
  return manager.nodeType === "Call" && hasHandlers(functionBehind(manager, func, code));
}

function functionBehind(
  { func: callee }: Extract<Expression, { nodeType: "Call" }>,
  func: FunctionV,
  code: CodeBase,
): Value {
  return evaluate(code.typeEvaluation(), callee, func.scope);
}

/** Whether a function or class of the project has an `except` anywhere: it may be there for what it wraps. */
export function hasHandlers(value: Value): boolean {
  switch (value.kind) {
    case "function":
      return value.wrapped !== undefined
        ? hasHandlers(value.wrapped) || holdsExcept(value.node)
        : holdsExcept(value.node);
    case "class":
      return (
        holdsExcept(value.node) || value.members.has("__exit__") || value.members.has("__aexit__")
      );
    case "instance":
      return hasHandlers(value.class);
    case "bound":
      return hasHandlers(value.function);
    case "call":
      return hasHandlers(value.func);
    default:
      return false;
  }
}

function holdsExcept(node: Node): boolean {
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.nodeType === "Try" && next.handlers.length > 0) return true;
    pending.push(...blocksOf(next).flat());
  }
  return false;
}

/** Whether a guard catches an exception; what is not known may. */
export function catches(guard: Guard, exception: ClassV): boolean {
  if (guard === "anything") return true;
  return optionsOf(guard).some((one) => {
    if (one.kind === "list") return one.open || one.items.some((item) => catches(item, exception));
    if (one.kind === "class") return ancestors(exception).includes(one);
    const name = externalName(one);
    if (name === undefined || /^builtins\.(Base)?Exception$/.test(name)) return true;
    return ancestors(exception).some((base) => externalName(base) === name);
  });
}
