import type { Block, Effect } from "../../evaluation/evaluator";
import { type CallV, optionsOf, type Value } from "../../evaluation/value";
import { type RouterObject, routerOf } from "./applications";
import { assumedBy, conditionsOf, type Entry, type IncludeEntry, type RouteEntry } from "./entries";
import { mountEntries, routeList } from "./routeLists";
import { pathText, textsOf } from "./texts";

const verbs: ReadonlySet<string> = new Set(
  "get post put patch delete head options trace".split(" "),
);
const decorators: ReadonlySet<string> = new Set([
  ...verbs,
  ..."api_route route websocket websocket_route".split(" "),
]);

/** What an effect adds to which router; nothing for most. */
export function entriesOf({
  call,
  within,
}: Effect): readonly { router: RouterObject; entry: Entry }[] {
  const { func } = call;
  if (func.kind === "call" && func.func.kind === "attribute") {
    // `router.get("/x")(handler)`, which is what a decorator is.
    const router = routerOf(func.func.value);
    const [handler] = call.args;
    if (router === undefined || handler === undefined || !decorators.has(func.func.attr)) return [];
    return routeEntries(func.func.attr, func, handler, within).map((entry) => ({ router, entry }));
  }
  if (func.kind !== "attribute") return [];
  if (func.value.kind === "attribute" && func.value.attr === "routes") {
    const router = routerOf(func.value.value);
    if (router === undefined) return [];
    return listed(func.attr, call, within).map((entry) => ({ router, entry }));
  }
  const router = routerOf(func.value);
  if (router === undefined) return [];
  return added(func.attr, call, within).map((entry) => ({ router, entry }));
}

/** `app.routes.append(…)`, `.extend(…)`, `.insert(…)` */
function listed(method: string, call: CallV, within: Block | undefined): readonly Entry[] {
  const [first, second] = call.args;
  if (first === undefined) return [];
  if (method === "extend") return routeList(first, call, within);
  const item = method === "append" ? first : method === "insert" ? second : undefined;
  if (item === undefined) return [];
  return routeList({ kind: "list", type: "list", items: [item], open: false }, call, within);
}

function added(method: string, call: CallV, within: Block | undefined): readonly Entry[] {
  switch (method) {
    case "include_router":
      return includeEntries(call, within);
    case "mount":
    case "host":
      return mountEntries(call, within);
    case "add_api_route":
    case "add_route":
    case "add_api_websocket_route":
    case "add_websocket_route": {
      const handler = call.args[1] ?? call.keywords.get("endpoint") ?? call.keywords.get("route");
      return handler === undefined ? [] : routeEntries(method, call, handler, within);
    }
    default:
      return [];
  }
}

/** A route for each path that it may have. */
export function routeEntries(
  method: string,
  call: CallV,
  handler: Value,
  within: Block | undefined,
): readonly RouteEntry[] {
  const path = call.args[0] ?? call.keywords.get("path");
  const isApi = !["route", "add_route", "websocket_route", "add_websocket_route"].includes(method);
  const paths = optionsOf(path ?? { kind: "unknown", why: "no path" });
  return paths.map((option) => ({
    kind: "route",
    path: pathText(option),
    methods: methodsOf(method, call),
    handler,
    call,
    isPrefixed: isApi,
    isApi,
    place: call.place,
    assumed: assumedBy(option, within),
    conditions: conditionsOf(within, paths.length),
  }));
}

function methodsOf(method: string, call: CallV): RouteEntry["methods"] {
  if (verbs.has(method)) return [method.toUpperCase()];
  if (method.includes("websocket")) return ["WEBSOCKET"];
  const given = call.keywords.get("methods");
  if (given === undefined || (given.kind === "constant" && given.value === null)) {
    return undefined;
  }
  return textsOf(given)?.map((name) => name.toUpperCase()) ?? "computed";
}

function includeEntries(call: CallV, within: Block | undefined): readonly IncludeEntry[] {
  const router = call.args[0] ?? call.keywords.get("router");
  const prefix = call.keywords.get("prefix") ?? call.args[1];
  const prefixes = prefix === undefined ? [undefined] : optionsOf(prefix);
  const routers = optionsOf(router ?? { kind: "unknown", why: "no router" });
  return routers.flatMap((one) =>
    prefixes.map(
      (option): IncludeEntry => ({
        kind: "include",
        router: routerOf(one),
        prefix: option === undefined ? (call.open ? undefined : "") : pathText(option),
        tags: textsOf(call.keywords.get("tags")) ?? [],
        call,
        place: call.place,
        assumed: assumedBy(option, within),
        conditions: conditionsOf(within, routers.length * prefixes.length),
      }),
    ),
  );
}
