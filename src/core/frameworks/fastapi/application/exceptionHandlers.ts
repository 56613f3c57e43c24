import type { CallV, Place, Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { applicationEffects } from "../applicationEffects";
import { type RouterObject, routerOf } from "../applications";
import { statusOf } from "../status";

/** What answers an exception, or a status, that an endpoint leaves. */
export interface ExceptionHandler {
  /** The exception's class, where it is not a status. */
  readonly exception: Value | undefined;
  readonly status: number | undefined;
  readonly handler: Value;
  readonly place: Place;
}

/** The exception handlers of an application (https://fastapi.tiangolo.com/tutorial/handling-errors/). */
export function exceptionHandlersOf(
  application: RouterObject,
  code: CodeBase,
): readonly ExceptionHandler[] {
  const { call } = application;
  const table = call.keywords.get("exception_handlers");
  const given =
    table?.kind === "dict"
      ? table.entries.flatMap(({ key, value }) => handlersFor(key, value, call.place))
      : [];
  const added = applicationEffects(code).flatMap((effect) => addedBy(effect.call, application));
  return [...given, ...added];
}

function addedBy(call: CallV, application: RouterObject): readonly ExceptionHandler[] {
  const { func } = call;
  const isDecorator = func.kind === "call";
  const method = isDecorator ? func.func : func;
  if (method.kind !== "attribute") return [];
  const wanted = isDecorator ? "exception_handler" : "add_exception_handler";
  if (method.attr !== wanted || routerOf(method.value)?.value !== application.value) return [];
  const { args, keywords } = isDecorator ? func : call;
  const key = args[0] ?? keywords.get("exc_class_or_status_code");
  const handler = isDecorator ? call.args[0] : (args[1] ?? keywords.get("handler"));
  return key === undefined || handler === undefined ? [] : handlersFor(key, handler, call.place);
}

function handlersFor(key: Value, handler: Value, place: Place): readonly ExceptionHandler[] {
  const status = statusOf(key);
  return [{ exception: status === undefined ? key : undefined, status, handler, place }];
}
