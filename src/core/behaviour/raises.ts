import { ancestors, memberOf } from "../evaluation/classes";
import { Evaluation, TooManySteps } from "../evaluation/evaluator";
import { evaluate } from "../evaluation/expressions";
import {
  type CallV,
  type ClassV,
  type DictV,
  externalName,
  type FunctionV,
  type InstanceV,
  textOf,
  type Value,
} from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { guardedCalls } from "../frameworks/exceptions/exceptionWays";
import { forEachGuarded, type Guard, isCaught, passingOn } from "../frameworks/exceptions/guards";
import { handledClasses, isBroadClass } from "../frameworks/exceptions/handledClasses";
import {
  type ExceptionHandler,
  exceptionHandlersOf,
} from "../frameworks/fastapi/application/exceptionHandlers";
import { exceptionStatus, isHttpException } from "../frameworks/fastapi/httpException";
import { statusOf } from "../frameworks/fastapi/status";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { Call, ExceptHandler, Expression, Raise } from "../python/ast/nodes";
import { isLeftOpen, onlyImplementation } from "./implementations";
import { type CodePlace, placed } from "./place";

/** An exception that leaves a function. */
export interface ErrorFact extends CodePlace {
  /** Its class. */
  readonly name: string;
  /** What a caller over HTTP is answered; `undefined` where the code does not say it. */
  readonly status: number | undefined;
  /** Its text, where it is written. */
  readonly detail: string | undefined;
  /** What is answered in place of a text, as JSON. */
  readonly body: string | undefined;
  /** The handler that answers it. */
  readonly handler: (CodePlace & { readonly name: string }) | undefined;
}

/** The most functions that are followed from one. */
const mostFollowed = 300;

/** An exception at the place that raises it. */
interface Raised {
  readonly statement: Raise;
  readonly exception: Value;
  readonly fact: ErrorFact;
}

/** The exceptions that leave a function, its own and those of the functions that it calls, each once. */
export function raisesOf(func: FunctionV, code: CodeBase): readonly ErrorFact[] {
  const found = new Map<string, ErrorFact>();
  const pending: { func: FunctionV; guards: readonly Guard[] }[] = [{ func, guards: [] }];
  const ways = new Map<object, (readonly Guard[])[]>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { guards } = next;
    const known = ways.get(next.func.node) ?? [];
    // Another way to a function says more only where less is caught on it.
    if (known.some((way) => way.every((one) => guards.includes(one)))) continue;
    if (ways.size > mostFollowed) continue;
    ways.set(next.func.node, [...known, guards]);
    for (const { exception, fact } of ownRaises(next.func, code)) {
      // What a callee has not implemented is for those who inherit from it, and tells callers nothing.
      if (next.func !== func && fact.name === "NotImplementedError") continue;
      if (isCaught(guards, exception)) continue;
      const key = errorKey(fact);
      if (!found.has(key)) found.set(key, fact);
    }
    for (const { to, guards: own } of guardedCalls(next.func, code)) {
      const written = isLeftOpen(to) ? onlyImplementation(to, code) : undefined;
      pending.push({ func: written ?? to, guards: [...new Set([...guards, ...own])] });
    }
  }
  return [...found.values()];
}

/** By what an error is the same as another for a caller. */
export function errorKey({ name, status, detail }: ErrorFact): string {
  return `${name} ${status} ${detail}`;
}

/** The exceptions that a function itself raises and lets go. */
function ownRaises(func: FunctionV, code: CodeBase): readonly Raised[] {
  return code.remember("raises for a spec", func, (current) => {
    const found: Raised[] = [];
    forEachGuarded(current, code, (statement, guards) => {
      const all =
        statement.nodeType === "Try"
          ? statement.handlers.flatMap((one) => passedOn(one, current, code))
          : statement.nodeType === "Raise"
            ? written(statement, current, code)
            : [];
      found.push(...all.filter(({ exception }) => !isCaught(guards, exception)));
    });
    return found;
  });
}

/** What a statement raises by its name. */
function written(statement: Raise, func: FunctionV, code: CodeBase): readonly Raised[] {
  const { exc } = statement;
  if (exc === null) return [];
  const named = exc.nodeType === "Call" ? exc.func : exc;
  const evaluated = (node: Expression) => evaluate(code.typeEvaluation(), node, func.scope);
  const called = evaluated(named);
  // A class method of an exception makes one: `ValidationError.from_exception_data(…)`.
  const isMade = exceptionName(called) === undefined && named.nodeType === "Attribute";
  const exception = isMade ? evaluated(named.value) : called;
  const name = exceptionName(exception);
  if (name === undefined) return [];
  const isPlain = exc.nodeType === "Call" && !isMade;
  const call = isPlain ? fileCalls(code, func.path).get(exc)?.[0] : undefined;
  const place = placed({ path: func.path, line: exc.line });
  return [
    {
      statement,
      exception,
      fact: { name, ...answerOf(exception, call, exc, func, code), ...place },
    },
  ];
}

/**
 * The errors of libraries that a handler names and lets go again: the code says that they leave. Those of the project are
 * found where they are raised, and the class of every error over HTTP says nothing here.
 */
function passedOn(handler: ExceptHandler, func: FunctionV, code: CodeBase): readonly Raised[] {
  const statement = passingOn(handler);
  if (statement === undefined) return [];
  return (handledClasses(handler, func, code) ?? []).flatMap((exception): readonly Raised[] => {
    const name = exceptionName(exception);
    if (name === undefined || exception.kind === "class" || isHttpException(exception)) return [];
    if (isBroadClass(exception) || !/(?:Error|Exception)$/.test(name)) return [];
    const place = placed({ path: func.path, line: statement.line });
    return [{ statement, exception, fact: { name, ...unanswered, ...place } }];
  });
}

const unanswered = { status: undefined, detail: undefined, body: undefined, handler: undefined };

/** The name of an exception class of the project, of a framework or of Python. */
function exceptionName(value: Value): string | undefined {
  if (value.kind === "class") {
    const isOne = ancestors(value).some((one) =>
      /(?:Exception|Error|Exit)$/.test(externalName(one) ?? ""),
    );
    return isOne ? value.name : undefined;
  }
  const name = externalName(value)?.split(".").at(-1);
  return name !== undefined && /^[A-Z]\w*$/.test(name) ? name : undefined;
}

/** What a statement raises and the function lets go, unless something on the way to it catches that. */
export function raisedBy(
  statement: Raise,
  func: FunctionV,
  code: CodeBase,
  guards: readonly Guard[],
): readonly ErrorFact[] {
  return ownRaises(func, code)
    .filter((one) => one.statement === statement && !isCaught(guards, one.exception))
    .map(({ fact }) => fact);
}

/** The exception that a statement makes, after its `__init__` ran; a class alone is called without arguments. */
function madeBy(exc: Expression, func: FunctionV, code: CodeBase): InstanceV | undefined {
  const call: Call =
    exc.nodeType === "Call" ? exc : { ...exc, nodeType: "Call", func: exc, args: [], keywords: [] };
  try {
    const made = evaluate(new Evaluation(code, true), call, func.scope);
    return made.kind === "instance" ? made : undefined;
  } catch (error) {
    if (error instanceof TooManySteps || error instanceof RangeError) return undefined;
    throw error;
  }
}

function answerOf(
  exception: Value,
  call: CallV | undefined,
  exc: Expression,
  func: FunctionV,
  code: CodeBase,
): Pick<ErrorFact, "status" | "detail" | "body" | "handler"> {
  const given = call?.keywords.get("detail") ?? (call?.args[1]?.kind === "dict" && call.args[1]);
  const fields = given && given.kind === "dict" && !given.open ? textsIn(given) : undefined;
  const detail =
    textOf(call?.keywords.get("detail")) ??
    textOf(call?.keywords.get("message")) ??
    textOf(call?.keywords.get("msg")) ??
    call?.args.map(textOf).find((text) => text !== undefined) ??
    fields?.find(([, text]) => /\s/.test(text))?.[1];
  const body = fields && JSON.stringify({ detail: Object.fromEntries(fields) });
  const made = madeBy(exc, func, code);
  if (isHttpException(exception)) {
    const calls = [call, made?.base?.kind === "call" ? made.base : undefined];
    const [status] = calls.flatMap((one) => (one && exceptionStatus(one, code)) ?? []);
    return { status, detail, body, handler: undefined };
  }
  const mapped = exception.kind === "class" ? handlerOf(exception, made, code) : undefined;
  return { status: mapped?.status, detail, body: undefined, handler: mapped?.handler };
}

/** The entries of a dictionary of texts; `undefined` where it holds anything else. */
function textsIn({ entries }: DictV): readonly (readonly [string, string])[] | undefined {
  const texts = entries.map(({ key, value }) => [textOf(key), textOf(value)] as const);
  const known = texts.flatMap(([key, value]) =>
    key === undefined || value === undefined ? [] : [[key, value] as const],
  );
  return known.length === texts.length ? known : undefined;
}

/** The handler of the nearest class that an exception is, as Starlette looks for it, and the status that it answers. */
function handlerOf(
  exception: ClassV,
  made: InstanceV | undefined,
  code: CodeBase,
): Pick<ErrorFact, "status" | "handler"> | undefined {
  const handlers = code.queries.get("exception handlers of all applications", () =>
    backend.routing(code).applications.flatMap((one) => exceptionHandlersOf(one, code)),
  );
  for (const base of ancestors(exception)) {
    const found = handlers.find(({ exception: mapped }) => isSameClass(mapped, base));
    if (found !== undefined) return answered(found, exception, made, code);
  }
  return undefined;
}

function isSameClass(mapped: Value | undefined, base: Value): boolean {
  if (mapped === undefined) return false;
  const name = externalName(mapped);
  // A handler of every exception answers what nobody expected, which is no mapping.
  if (name !== undefined && /^builtins\.(Base)?Exception$/.test(name)) return false;
  return mapped === base || (name !== undefined && name === externalName(base));
}

function answered(
  { handler }: ExceptionHandler,
  exception: ClassV,
  made: InstanceV | undefined,
  code: CodeBase,
): Pick<ErrorFact, "status" | "handler"> {
  if (handler.kind !== "function" || handler.node.nodeType === "Lambda") {
    return { status: undefined, handler: undefined };
  }
  const { name, path, node } = handler;
  const statuses = (code.functionRun(handler)?.effects ?? []).flatMap(({ call }) => {
    const given = call.keywords.get("status_code");
    const written = call.node?.keywords.find(({ arg }) => arg === "status_code")?.value;
    if (given === undefined && written === undefined) return [];
    // `status_code=error.status_code`: what its `__init__` sets, else what the class itself says.
    const attribute =
      written?.nodeType === "Attribute"
        ? (made?.attributes.get(written.attr) ?? memberOf(exception, written.attr)?.value)
        : undefined;
    return statusOf(attribute) ?? statusOf(given) ?? [];
  });
  const [status] = new Set(statuses);
  const isOne = new Set(statuses).size === 1;
  return {
    status: isOne ? status : undefined,
    handler: { name, path, line: node.nameLine + 1 },
  };
}
