import { ancestors } from "../../evaluation/classes";
import { evaluate } from "../../evaluation/expressions";
import { externalName, type FunctionV, optionsOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type {
  AsyncWith,
  ExceptHandler,
  Expression,
  Node,
  Raise,
  Statement,
  Try,
  TryStar,
  With,
} from "../../python/ast/nodes";
import { blocksOf } from "../../python/ast/statementsIn";

/** What stands around a statement and may catch what it raises: the handlers of a `try` in their order, or a context manager. */
export type Guard = readonly Handler[];

interface Handler {
  /** The class, or the tuple, that `except` names. */
  readonly type: Value | "anything";
  /** Whether it lets go again what it caught. */
  readonly isPassedOn: boolean;
}

/** A context manager may keep anything to itself. */
const managed: Guard = [{ type: "anything", isPassedOn: false }];

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
        all(statement.body, [...guards, guardOf(statement, func, code)]);
        for (const { body: handler } of statement.handlers) all(handler, guards);
        all(statement.orelse, guards);
        all(statement.finalbody, guards);
        continue;
      }
      const isWith = nodeType === "With" || nodeType === "AsyncWith";
      const own = isWith ? managerGuard(statement, func, code) : [];
      for (const block of blocksOf(statement)) all(block, [...guards, ...own]);
    }
  };
  all(func.node.body, []);
}

/** What the handlers of a `try` are to what stands in its body. */
export function guardOf({ handlers }: Try | TryStar, func: FunctionV, code: CodeBase): Guard {
  return handlers.map((one) => handlerOf(one, func, code));
}

/** What the managers of a `with` are to what stands in it; nothing where none of them catches. */
export function managerGuard(
  { items }: With | AsyncWith,
  func: FunctionV,
  code: CodeBase,
): readonly Guard[] {
  return items.some(({ context_expr }) => mayCatch(context_expr, func, code)) ? [managed] : [];
}

function handlerOf(handler: ExceptHandler, func: FunctionV, code: CodeBase): Handler {
  const { type } = handler;
  return {
    type: type === null ? "anything" : evaluate(code.typeEvaluation(), type, func.scope),
    isPassedOn: passingOn(handler) !== undefined,
  };
}

/** The statement at the end of a handler that lets go what it caught: `raise`, or `raise` with its name. */
export function passingOn({ name, body }: ExceptHandler): Raise | undefined {
  const last = body.at(-1);
  if (last?.nodeType !== "Raise") return undefined;
  const isOwn = last.exc === null || (last.exc.nodeType === "Name" && last.exc.id === name);
  return isOwn ? last : undefined;
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

/** Whether an exception stays within what stands around it; what is not known may catch it. */
export function isCaught(guards: readonly Guard[], exception: Value): boolean {
  return guards.some((handlers) => {
    for (const { type, isPassedOn } of handlers) {
      const match = type === "anything" ? "sure" : matchOf(type, exception);
      if (match === "none") continue;
      if (!isPassedOn) return true;
      if (match === "sure") return false;
    }
    return false;
  });
}

/** Whether an `except` of a class, or of a tuple, takes an exception; what is not known may. */
export function catches(type: Value, exception: Value): boolean {
  return matchOf(type, exception) !== "none";
}

type Match = "sure" | "possible" | "none";

function matchOf(type: Value, exception: Value): Match {
  const options = optionsOf(type);
  const all = options.map((one) => optionMatch(one, exception));
  if (all.includes("sure") && options.length === 1) return "sure";
  return all.some((one) => one !== "none") ? "possible" : "none";
}

function optionMatch(type: Value, exception: Value): Match {
  if (type.kind === "list") {
    const items = type.items.map((item) => matchOf(item, exception));
    if (items.includes("sure")) return "sure";
    return type.open || items.includes("possible") ? "possible" : "none";
  }
  const classes: readonly Value[] = exception.kind === "class" ? ancestors(exception) : [exception];
  if (type.kind === "class") return classes.includes(type) ? "sure" : "none";
  const name = externalName(type);
  if (name === undefined) return "possible";
  if (/^builtins\.(Base)?Exception$/.test(name)) return "sure";
  // A library's class may stand under the name of another of its modules.
  const isBase = classes.some((one) => lastPart(externalName(one) ?? "") === lastPart(name));
  return isBase ? "sure" : "none";
}

function lastPart(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}
