import { type CallSite, callValue } from "../calls";
import { foreignBase, memberOf } from "../classes";
import type { Arguments, Evaluation } from "../evaluator";
import {
  type AttributeV,
  type CallV,
  constant,
  externalName,
  type InstanceV,
  listOf,
  type Value,
} from "../value";

/**
 * What FastAPI's `APIRouter` calls on itself, which a subclass may have overridden: `get` calls `self.api_route`, and the
 * decorator that it gives calls `self.add_api_route`
 * (https://github.com/fastapi/fastapi/blob/master/fastapi/routing.py).
 */
const routerClasses: ReadonlySet<string> = new Set([
  "fastapi.APIRouter",
  "fastapi.routing.APIRouter",
]);

const verbs: ReadonlySet<string> = new Set(
  "get post put patch delete head options trace".split(" "),
);

/** `router.get(…)`, where the router's class has an `api_route` of its own. */
export function callOwnMethod(
  evaluation: Evaluation,
  func: AttributeV,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const self = routerInstance(func.value);
  if (self === undefined || !verbs.has(func.attr) || !evaluation.follows) return undefined;
  const [path] = given.args;
  const keywords = new Map([
    ...(path === undefined ? [] : [["path", path] as const]),
    ...given.keywords,
    ["methods", listOf([constant(func.attr.toUpperCase())])] as const,
  ]);
  return callOverridden(evaluation, self, "api_route", { ...given, args: [], keywords }, site);
}

/** `router.get(…)(handler)`, where the router's class has an `add_api_route` of its own. */
export function callOwnDecorator(
  evaluation: Evaluation,
  decorator: CallV,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const { func } = decorator;
  const self = func.kind === "attribute" ? routerInstance(func.value) : undefined;
  const [handler] = given.args;
  if (func.kind !== "attribute" || self === undefined || handler === undefined) return undefined;
  const isSocket = func.attr === "websocket";
  if (!evaluation.follows) return undefined;
  if (!isSocket && func.attr !== "api_route" && !verbs.has(func.attr)) return undefined;
  const path = decorator.args[0] ?? decorator.keywords.get("path");
  const keywords = new Map(decorator.keywords);
  keywords.delete("path");
  if (verbs.has(func.attr)) keywords.set("methods", listOf([constant(func.attr.toUpperCase())]));
  const called = callOverridden(
    evaluation,
    self,
    isSocket ? "add_api_websocket_route" : "add_api_route",
    { args: path === undefined ? [] : [path, handler], keywords, open: decorator.open },
    site,
  );
  return called === undefined ? undefined : handler;
}

function callOverridden(
  evaluation: Evaluation,
  self: InstanceV,
  method: string,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  const own = memberOf(self.class, method)?.value;
  if (own?.kind !== "function") return undefined;
  return callValue(evaluation, { kind: "bound", self, function: own }, given, site);
}

/** The object of the project's own router class that `self` or `super()` is. */
function routerInstance(value: Value): InstanceV | undefined {
  const self = value.kind === "super" ? value.self : value;
  if (self.kind !== "instance") return undefined;
  return routerClasses.has(externalName(foreignBase(self.class)) ?? "") ? self : undefined;
}
