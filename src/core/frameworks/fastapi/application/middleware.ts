import { iteratedInAll } from "../../../evaluation/iteration";
import {
  type CallV,
  externalName,
  type Place,
  textOf,
  type Value,
} from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { applicationEffects } from "../applicationEffects";
import { type RouterObject, routerOf } from "../applications";

/** A middleware of an application. */
export interface ApplicationMiddleware {
  /** The class, or the function that `@app.middleware("http")` is given. */
  readonly middleware: Value;
  readonly options: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/**
 * The middleware of an application, outermost first: what is added later runs around what is there
 * (https://fastapi.tiangolo.com/tutorial/middleware/).
 */
export function middlewareOf(
  application: RouterObject,
  code: CodeBase,
): readonly ApplicationMiddleware[] {
  const given = iteratedInAll(application.call.keywords.get("middleware") ?? nothing).items;
  const first = given.flatMap((one) =>
    one.kind === "call" ? asMiddleware(one, "Middleware") : [],
  );
  const added = applicationEffects(code).flatMap(({ call }) => addedBy(call, application));
  return [...added.toReversed(), ...first];
}

const nothing: Value = { kind: "list", type: "list", items: [], open: false };

function asMiddleware(call: CallV, name: string): readonly ApplicationMiddleware[] {
  const isOurs = name !== "Middleware" || /\.Middleware$/.test(externalName(call.func) ?? "");
  const middleware =
    call.args[0] ?? call.keywords.get("middleware_class") ?? call.keywords.get("cls");
  if (!isOurs || middleware === undefined) return [];
  return [{ middleware, options: call.keywords, place: call.place }];
}

function addedBy(call: CallV, application: RouterObject): readonly ApplicationMiddleware[] {
  const { func } = call;
  if (func.kind === "attribute" && func.attr === "add_middleware") {
    return isOn(func.value, application) ? asMiddleware(call, func.attr) : [];
  }
  // `@app.middleware("http")`
  if (func.kind !== "call" || func.func.kind !== "attribute") return [];
  const [middleware] = call.args;
  const isHttp = textOf(func.args[0] ?? func.keywords.get("middleware_type")) === "http";
  if (func.func.attr !== "middleware" || !isHttp || middleware === undefined) return [];
  if (!isOn(func.func.value, application)) return [];
  return [{ middleware, options: new Map<string, Value>(), place: call.place }];
}

/** Whether a value is that application. */
function isOn(value: Value, application: RouterObject): boolean {
  return routerOf(value)?.value === application.value;
}
