import { ancestors, memberOf } from "../evaluation/classes";
import { evaluate } from "../evaluation/expressions";
import {
  type CallV,
  type ClassV,
  type DictV,
  externalName,
  type FunctionV,
  optionsOf,
  textOf,
  type Value,
} from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { guardedCalls } from "../frameworks/exceptions/exceptionWays";
import { catches, forEachGuarded, type Guard } from "../frameworks/exceptions/guards";
import {
  type ExceptionHandler,
  exceptionHandlersOf,
} from "../frameworks/fastapi/application/exceptionHandlers";
import { exceptionStatus, isHttpException } from "../frameworks/fastapi/httpException";
import { statusOf } from "../frameworks/fastapi/status";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { Expression, Statement } from "../python/ast/nodes";
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
  /** The class, or the call of it. */
  readonly node: Expression;
  readonly exception: Value;
  readonly fact: ErrorFact;
}

/** The exceptions that leave a function, its own and those of the functions that it calls, each once. */
export function raisesOf(func: FunctionV, code: CodeBase): readonly ErrorFact[] {
  const found = new Map<string, ErrorFact>();
  const pending: { func: FunctionV; guards: readonly Guard[] }[] = [{ func, guards: [] }];
  const seen = new Set<object>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (seen.has(next.func.node) || seen.size > mostFollowed) continue;
    seen.add(next.func.node);
    const { guards } = next;
    for (const { exception, fact } of ownRaises(next.func, code)) {
      // What a callee has not implemented is for those who inherit from it, and tells callers nothing.
      if (next.func !== func && fact.name === "NotImplementedError") continue;
      if (guards.some((guard) => isCaught(guard, exception))) continue;
      const key = errorKey(fact);
      if (!found.has(key)) found.set(key, fact);
    }
    for (const call of guardedCalls(next.func, code)) {
      pending.push({ func: call.to, guards: [...guards, ...call.guards] });
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
      if (statement.nodeType !== "Raise" || statement.exc === null) return;
      const { exc } = statement;
      const named = exc.nodeType === "Call" ? exc.func : exc;
      const evaluated = (node: Expression) => evaluate(code.typeEvaluation(), node, current.scope);
      const called = evaluated(named);
      // A class method of an exception makes one: `ValidationError.from_exception_data(…)`.
      const isMade = exceptionName(called) === undefined && named.nodeType === "Attribute";
      const exception = isMade ? evaluated(named.value) : called;
      const name = exceptionName(exception);
      if (name === undefined || guards.some((guard) => isCaught(guard, exception))) return;
      const isPlain = exc.nodeType === "Call" && !isMade;
      const call = isPlain ? fileCalls(code, current.path).get(exc)?.[0] : undefined;
      const place = placed({ path: current.path, line: exc.line });
      found.push({
        node: exc,
        exception,
        fact: { name, ...answerOf(exception, call, code), ...place },
      });
    });
    return found;
  });
}

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

function isCaught(guard: Guard, exception: Value): boolean {
  if (exception.kind === "class") return catches(guard, exception);
  if (guard === "anything") return true;
  const sought = externalName(exception)?.split(".").at(-1);
  return optionsOf(guard).some((one): boolean => {
    if (one.kind === "list") return one.open || one.items.some((item) => isCaught(item, exception));
    if (one.kind === "class") return false;
    const name = externalName(one);
    return name === undefined || /^builtins\.(Base)?Exception$/.test(name)
      ? true
      : name.split(".").at(-1) === sought;
  });
}

/** What a statement raises; `undefined` where that is not known, or where the function itself catches it. */
export function raisedBy(
  { exc }: Statement & { readonly nodeType: "Raise" },
  func: FunctionV,
  code: CodeBase,
): ErrorFact | undefined {
  return exc === null ? undefined : ownRaises(func, code).find(({ node }) => node === exc)?.fact;
}

function answerOf(
  exception: Value,
  call: CallV | undefined,
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
  if (isHttpException(exception)) {
    const status = call === undefined ? undefined : exceptionStatus(call, code);
    return { status, detail, body, handler: undefined };
  }
  const mapped = exception.kind === "class" ? handlerOf(exception, code) : undefined;
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
  code: CodeBase,
): Pick<ErrorFact, "status" | "handler"> | undefined {
  const handlers = code.queries.get("exception handlers of all applications", () =>
    backend.routing(code).applications.flatMap((one) => exceptionHandlersOf(one, code)),
  );
  for (const base of ancestors(exception)) {
    const found = handlers.find(({ exception: mapped }) => isSameClass(mapped, base));
    if (found !== undefined) return answered(found, exception, code);
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
    // `status_code=error.status_code`: what the class itself says.
    const attribute =
      written?.nodeType === "Attribute" ? memberOf(exception, written.attr)?.value : undefined;
    return statusOf(attribute) ?? statusOf(given) ?? [];
  });
  const [status] = new Set(statuses);
  const isOne = new Set(statuses).size === 1;
  return {
    status: isOne ? status : undefined,
    handler: { name, path, line: node.nameLine + 1 },
  };
}
