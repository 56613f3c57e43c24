import type { CallFact, FunctionFact, ValueFact } from "../../project/moduleFacts";
import type { ProjectIndex } from "../../project/projectIndex";

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

const exceptionArguments: Readonly<Record<string, MessageArgument>> = {
  "fastapi.HTTPException": { name: "detail", position: 1 },
  "fastapi.exceptions.HTTPException": { name: "detail", position: 1 },
  "starlette.exceptions.HTTPException": { name: "detail", position: 1 },
  "fastapi.WebSocketException": { name: "reason", position: 1 },
  "fastapi.exceptions.WebSocketException": { name: "reason", position: 1 },
  "starlette.exceptions.WebSocketException": { name: "reason", position: 1 },
};

const responseClasses: ReadonlySet<string> = new Set(
  ["fastapi.responses", "starlette.responses"].flatMap((module) =>
    ["JSONResponse", "ORJSONResponse", "UJSONResponse", "PlainTextResponse", "Response"].map(
      (name) => `${module}.${name}`,
    ),
  ),
);

/** The argument of a call that a client reads as the text of an error; `undefined` when there is none. */
export function clientMessageArgument(
  call: CallFact,
  index: ProjectIndex,
): MessageArgument | undefined {
  if (call.callee === null) return undefined;
  return messageArgumentOf(call.callee, call, index, new Set());
}

/** Whether raising the class reaches a client through an exception handler of the application. */
export function isMappedException(name: string, index: ProjectIndex): boolean {
  const mapped = index.derive(mappedExceptions);
  return index.ancestors(name).some((ancestor) => mapped.has(ancestor));
}

function messageArgumentOf(
  callee: string,
  call: CallFact,
  index: ProjectIndex,
  seen: Set<string>,
): MessageArgument | undefined {
  const name = index.canonical(callee);
  if (seen.has(name)) return undefined;
  seen.add(name);
  const known = exceptionArguments[name];
  if (known !== undefined) return known;
  if (responseClasses.has(name)) {
    return isErrorResponse(call) ? { name: "content", position: 0 } : undefined;
  }
  const [owner, method] = splitSuper(name);
  if (owner !== undefined) {
    return method === "__init__" ? inheritedArgument(owner, index, seen) : undefined;
  }
  if (index.classNamed(name) !== undefined) {
    const initializer = index.functionNamed(`${name}.__init__`);
    return initializer === undefined
      ? inheritedArgument(name, index, seen)
      : parameterThatReaches(initializer, index, seen);
  }
  const called = index.functionNamed(name);
  return called === undefined ? undefined : parameterThatReaches(called, index, seen);
}

/** `app.errors.NotFound.super().__init__` → the class and the method. */
function splitSuper(name: string): readonly [string | undefined, string] {
  const at = name.indexOf(".super().");
  return at < 0 ? [undefined, name] : [name.slice(0, at), name.slice(at + ".super().".length)];
}

function inheritedArgument(
  className: string,
  index: ProjectIndex,
  seen: Set<string>,
): MessageArgument | undefined {
  for (const ancestor of index.ancestors(className).slice(1)) {
    const known = exceptionArguments[ancestor];
    if (known !== undefined) return known;
    const initializer = index.functionNamed(`${ancestor}.__init__`);
    if (initializer !== undefined) return parameterThatReaches(initializer, index, seen);
  }
  return undefined;
}

/** The parameter of a function that one of its calls hands on as the text of an error. */
function parameterThatReaches(
  called: FunctionFact,
  index: ProjectIndex,
  seen: Set<string>,
): MessageArgument | undefined {
  for (const call of called.calls) {
    if (call.callee === null) continue;
    const argument = messageArgumentOf(call.callee, call, index, seen);
    const value = argument && argumentValue(call, argument);
    const parameter = value && parameterIn(value);
    if (parameter === undefined) continue;
    const position = called.parameters.indexOf(parameter);
    return { name: parameter, position: position < 0 ? undefined : position };
  }
  return undefined;
}

function argumentValue(call: CallFact, argument: MessageArgument): ValueFact | undefined {
  const byPosition = argument.position === undefined ? undefined : call.args[argument.position];
  return call.keywords[argument.name] ?? byPosition;
}

/** The parameter that a value is, or that stands in its dict or list. */
function parameterIn(value: ValueFact): string | undefined {
  switch (value.kind) {
    case "parameter":
      return value.name;
    case "list":
      return value.items.map(parameterIn).find((name) => name !== undefined);
    case "dict":
      return value.values.map(parameterIn).find((name) => name !== undefined);
    default:
      return undefined;
  }
}

function isErrorResponse(call: CallFact): boolean {
  const status = call.keywords.status_code ?? call.args[1];
  if (status === undefined) return false;
  return isErrorStatus(status.kind === "parameter" ? status.default : status);
}

/** Whether a value is an HTTP status of 400 or above, as a number or as a name of `status`. */
function isErrorStatus(value: ValueFact | null): boolean {
  if (value?.kind === "number") return value.value >= 400;
  return value?.kind === "name" && /(^|\.)(HTTP_)?[45]\d\d(_|$)/.test(value.target);
}

/** Canonical names of the project's own classes that some exception handler maps. */
function mappedExceptions(index: ProjectIndex): ReadonlySet<string> {
  const mapped = new Set<string>();
  const add = (value: ValueFact | undefined): void => {
    if (value?.kind === "list") value.items.forEach(add);
    if (value?.kind !== "name") return;
    const name = index.canonical(value.target);
    if (index.classNamed(name) !== undefined) mapped.add(name);
  };
  for (const facts of index.all()) {
    const decorators = facts.functions.flatMap((fact) => fact.decorators);
    const calls = [...facts.calls, ...facts.functions.flatMap((fact) => fact.calls)];
    for (const decorator of decorators) {
      if (decorator.method === "exception_handler") add(decorator.args[0]);
    }
    for (const call of calls) {
      if (call.method === "add_exception_handler" || call.method === "exception_handler") {
        add(call.args[0] ?? call.keywords.exc_class_or_status_code);
      }
      const table = call.keywords.exception_handlers;
      if (table?.kind === "dict") table.keys.forEach(add);
    }
  }
  return mapped;
}
