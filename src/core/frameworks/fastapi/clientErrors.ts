import { ancestors, classKey, foreignBase, memberOf } from "../../evaluation/classes";
import type { Effect } from "../../evaluation/evaluator";
import { iterated } from "../../evaluation/iteration";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameList, isSameSet } from "../../project/queries";
import { isTestPath } from "../../project/testPaths";
import { nameTable } from "../../text/nameTable";
import { factories, factoryRun } from "./applicationEffects";
import { statusOf } from "./status";

/**
 * Which calls give a text to the client as an error: FastAPI's and Starlette's exceptions, responses with an error
 * status, exception classes that a handler maps, and the project's own functions that end in one of these.
 */

/** The argument of a call that a client reads. */
export interface MessageArgument {
  readonly name: string;
  /** Undefined when it can be given by keyword only. */
  readonly position: number | undefined;
}

const exceptionArguments: Readonly<Record<string, MessageArgument>> = nameTable({
  "fastapi.HTTPException": { name: "detail", position: 1 },
  "fastapi.exceptions.HTTPException": { name: "detail", position: 1 },
  "starlette.exceptions.HTTPException": { name: "detail", position: 1 },
  "fastapi.WebSocketException": { name: "reason", position: 1 },
  "fastapi.exceptions.WebSocketException": { name: "reason", position: 1 },
  "starlette.exceptions.WebSocketException": { name: "reason", position: 1 },
});

const responseClasses: ReadonlySet<string> = new Set(
  ["fastapi.responses", "starlette.responses"].flatMap((module) =>
    ["JSONResponse", "ORJSONResponse", "UJSONResponse", "PlainTextResponse", "Response"].map(
      (name) => `${module}.${name}`,
    ),
  ),
);

/** The argument of a call that a client reads as the text of an error; `undefined` when there is none. */
export function clientMessageArgument(call: CallV, code: CodeBase): MessageArgument | undefined {
  return argumentOf(call, code, new Set());
}

/** Whether raising an exception of a class reaches a client through an exception handler of the application. */
export function isMappedException(of: ClassV, code: CodeBase): boolean {
  const mapped = code.queries.get("mapped exceptions", () => mappedExceptions(code), isSameSet);
  return ancestors(of).some(
    (ancestor) => ancestor.kind === "class" && mapped.has(classKey(ancestor)),
  );
}

/** The class of the project that a call makes an object of, itself or by `super().__init__(…)` in one of its methods. */
export function calledClass({
  func,
}: CallV): { readonly of: ClassV; readonly isSuper: boolean } | undefined {
  if (func.kind === "class") return { of: func, isSuper: false };
  const { self, method } = superCall(func);
  return self !== undefined && method === "__init__" ? { of: self, isSuper: true } : undefined;
}

function argumentOf(call: CallV, code: CodeBase, seen: Set<object>): MessageArgument | undefined {
  const { func } = call;
  const name = externalName(func) ?? "";
  const known = exceptionArguments[name];
  if (known !== undefined) return known;
  if (responseClasses.has(name)) {
    return isErrorResponse(call) ? { name: "content", position: 0 } : undefined;
  }
  const { self, owner, method } = superCall(func);
  if (owner !== undefined) {
    if (method !== "__init__") return undefined;
    const own = memberOf(self ?? owner, "__init__", owner)?.value;
    if (own?.kind === "function") return parameterThatReaches(own, code, seen);
    return exceptionArguments[externalName(foreignBase(self ?? owner, owner)) ?? ""];
  }
  switch (func.kind) {
    case "class": {
      const initializer = memberOf(func, "__init__")?.value;
      if (initializer?.kind === "function") return parameterThatReaches(initializer, code, seen);
      return exceptionArguments[externalName(foreignBase(func)) ?? ""];
    }
    case "function":
      return parameterThatReaches(func, code, seen);
    case "bound":
      return parameterThatReaches(func.function, code, seen);
    default:
      return undefined;
  }
}

/** `super().method`, also where the method is the project's own. */
function superCall(func: Value): { self?: ClassV; owner?: ClassV; method?: string } {
  if (func.kind !== "attribute" || func.value.kind !== "super") return {};
  const { self, owner } = func.value;
  const of = self.kind === "some" && self.type.kind === "class" ? self.type : owner;
  return { self: of, owner, method: func.attr };
}

/** The parameter of a function that one of its calls hands on as the text of an error. */
function parameterThatReaches(
  called: FunctionV,
  code: CodeBase,
  seen: Set<object>,
): MessageArgument | undefined {
  if (seen.has(called.node)) return undefined;
  seen.add(called.node);
  const run = code.functionRun(called);
  const names = run && [...run.parameters.keys()];
  const receiver = called.owner !== undefined && called.binding !== "static" ? 1 : 0;
  for (const { call } of run?.effects ?? []) {
    const argument = argumentOf(call, code, seen);
    const value = argument && argumentValue(call, argument);
    if (value === undefined) continue;
    const name = names?.find((one) => holds(value, run?.parameters.get(one)));
    if (name === undefined) continue;
    const { node } = called;
    const isKeywordOnly = node.args.kwonlyargs.some(({ arg }) => arg === name);
    const position = (names?.indexOf(name) ?? 0) - receiver;
    return { name, position: isKeywordOnly ? undefined : position };
  }
  return undefined;
}

function argumentValue(call: CallV, argument: MessageArgument): Value | undefined {
  const byPosition = argument.position === undefined ? undefined : call.args[argument.position];
  return call.keywords.get(argument.name) ?? byPosition;
}

/** Whether a value is a parameter, or a dict or list that the parameter stands in. */
function holds(value: Value, parameter: Value | undefined): boolean {
  if (parameter === undefined) return false;
  if (value === parameter) return true;
  if (value.kind === "list") return value.items.some((item) => holds(item, parameter));
  if (value.kind === "dict") return value.entries.some((entry) => holds(entry.value, parameter));
  return value.kind === "choice" && value.options.some((option) => holds(option, parameter));
}

function isErrorResponse(call: CallV): boolean {
  const status = call.keywords.get("status_code") ?? call.args[1];
  const number = statusOf(status?.kind === "some" ? status.default : status);
  return number !== undefined && number >= 400;
}

/** The project's own classes that some exception handler maps, by their keys. */
function mappedExceptions(code: CodeBase): ReadonlySet<string> {
  const paths = code.paths.filter((path) => !isTestPath(path));
  const imported = paths.flatMap((path) =>
    code.queries.get(
      `mapped exceptions ${path}`,
      () => mappedBy(code.run(path).effects),
      isSameList,
    ),
  );
  const made = factories(code, paths).flatMap((factory) =>
    mappedBy(factoryRun(factory, code).effects),
  );
  return new Set([...imported, ...made]);
}

/** The keys of the project's classes that calls map to a handler. */
function mappedBy(effects: readonly Effect[]): readonly string[] {
  const mapped: string[] = [];
  const add = (value: Value | undefined): void => {
    if (value?.kind === "list") value.items.forEach(add);
    if (value?.kind === "class") mapped.push(classKey(value));
  };
  for (const { call } of effects) {
    const method = call.func.kind === "attribute" ? call.func.attr : undefined;
    if (method === "add_exception_handler" || method === "exception_handler") {
      add(call.args[0] ?? call.keywords.get("exc_class_or_status_code"));
    }
    const table = call.keywords.get("exception_handlers");
    if (table !== undefined) iterated(table).items.forEach(add);
  }
  return mapped;
}
