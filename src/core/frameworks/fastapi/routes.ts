import type { Block, Effect } from "../../evaluation/evaluator";
import { iterated } from "../../evaluation/iteration";
import {
  type Assumption,
  assumptionsOf,
  type CallV,
  externalName,
  optionsOf,
  type Place,
  textOf,
  type Value,
} from "../../evaluation/value";
import { type RouterObject, routerOf } from "./applications";

/** Something that was added to a router, in the order in which it was. */
export type Entry = RouteEntry | IncludeEntry | MountEntry;

interface Added {
  readonly place: Place;
  /** What must be as it is assumed for the entry to be there. */
  readonly assumed: readonly Assumption[];
}

/** A route; `call` holds what else was said of it. */
export interface RouteEntry extends Added {
  readonly kind: "route";
  /** `undefined` where it is computed. */
  readonly path: string | undefined;
  readonly methods: readonly string[] | undefined;
  readonly handler: Value;
  readonly call: CallV;
  /** Whether the prefix of its router is put before its path, as FastAPI's own routes have it. */
  readonly isPrefixed: boolean;
}

/** `include_router` */
export interface IncludeEntry extends Added {
  readonly kind: "include";
  readonly router: RouterObject | undefined;
  readonly prefix: string | undefined;
  readonly tags: readonly string[];
}

/** `mount` */
export interface MountEntry extends Added {
  readonly kind: "mount";
  readonly path: string | undefined;
  readonly application: RouterObject | undefined;
}

const verbs: ReadonlySet<string> = new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "head",
  "options",
  "trace",
]);
const decorators: ReadonlySet<string> = new Set([
  ...verbs,
  "api_route",
  "route",
  "websocket",
  "websocket_route",
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
  const router = routerOf(func.value);
  if (router === undefined) return [];
  return added(func.attr, call, within).map((entry) => ({ router, entry }));
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

function routeEntries(
  method: string,
  call: CallV,
  handler: Value,
  within: Block | undefined,
): readonly RouteEntry[] {
  const path = call.args[0] ?? call.keywords.get("path");
  const isFastApi = !["route", "add_route", "websocket_route", "add_websocket_route"].includes(
    method,
  );
  return optionsOf(path ?? { kind: "unknown", why: "no path" }).map((option) => ({
    kind: "route",
    path: textOf(option),
    methods: methodsOf(method, call),
    handler,
    call,
    isPrefixed: isFastApi,
    place: call.place,
    assumed: [...assumptionsOf(option), ...assumedBy(within)],
  }));
}

function methodsOf(method: string, call: CallV): readonly string[] | undefined {
  if (verbs.has(method)) return [method.toUpperCase()];
  if (method.includes("websocket")) return ["WEBSOCKET"];
  const given = call.keywords.get("methods");
  if (given === undefined || (given.kind === "constant" && given.value === null)) {
    return method.endsWith("api_route") ? ["GET"] : undefined;
  }
  return textsOf(given)?.map((name) => name.toUpperCase());
}

/** The texts in a list, `undefined` where one is not known; members of `HTTPMethod` count by their name. */
export function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  const { items, isKnown } = iterated(value);
  const texts = items.map((item) => {
    const member = externalName(item);
    if (member?.startsWith("http.HTTPMethod.")) return member.slice("http.HTTPMethod.".length);
    return (
      textOf(item) ?? (item.kind === "instance" ? textOf(item.attributes.get("value")) : undefined)
    );
  });
  const known = texts.filter((text) => text !== undefined);
  return isKnown && known.length === texts.length ? known : undefined;
}

function includeEntries(call: CallV, within: Block | undefined): readonly IncludeEntry[] {
  const router = call.args[0] ?? call.keywords.get("router");
  const prefix = call.keywords.get("prefix") ?? call.args[1];
  const prefixes = prefix === undefined ? [undefined] : optionsOf(prefix);
  return optionsOf(router ?? { kind: "unknown", why: "no router" }).flatMap((one) =>
    prefixes.map(
      (option): IncludeEntry => ({
        kind: "include",
        router: routerOf(one),
        prefix: option === undefined ? (call.open ? undefined : "") : textOf(option),
        tags: textsOf(call.keywords.get("tags")) ?? [],
        place: call.place,
        assumed: [...assumptionsOf(option), ...assumedBy(within)],
      }),
    ),
  );
}

function mountEntries(call: CallV, within: Block | undefined): readonly MountEntry[] {
  const path = call.args[0] ?? call.keywords.get("path");
  const application = call.args[1] ?? call.keywords.get("app");
  return optionsOf(path ?? { kind: "unknown", why: "no path" }).map((option) => ({
    kind: "mount",
    path: textOf(option),
    application: routerOf(withoutMiddleware(application)),
    place: call.place,
    assumed: [...assumptionsOf(option), ...assumedBy(within)],
  }));
}

/** `Middleware(app)` serves what `app` serves. */
function withoutMiddleware(value: Value | undefined): Value | undefined {
  let current = value;
  while (current?.kind === "call" && routerOf(current) === undefined) {
    const inner = current.keywords.get("app") ?? current.args[0];
    if (inner === undefined) break;
    current = inner;
  }
  return current;
}

/** Entries from the `routes=[Route(…), Mount(…)]` that an application is made with. */
export function constructorEntries({ call }: RouterObject): readonly Entry[] {
  const routes = call.keywords.get("routes") ?? (isStarlette(call) ? call.args[1] : undefined);
  return routes === undefined ? [] : routeList(routes);
}

function isStarlette(call: CallV): boolean {
  return externalName(call.func)?.startsWith("starlette.applications") ?? false;
}

function routeList(routes: Value): readonly Entry[] {
  return iterated(routes).items.flatMap((item): readonly Entry[] => {
    const name = item.kind === "call" ? externalName(item.func) : undefined;
    if (item.kind !== "call" || name === undefined) return [];
    const handler = item.args[1] ?? item.keywords.get("endpoint");
    if (/\.(API)?Route$/.test(name) && handler)
      return routeEntries("add_route", item, handler, undefined);
    if (/\.(API)?WebSocketRoute$/.test(name) && handler) {
      return routeEntries("add_websocket_route", item, handler, undefined);
    }
    if (!name.endsWith(".Mount")) return [];
    const inner = item.keywords.get("routes");
    if (inner === undefined) return mountEntries(item, undefined);
    const path = textOf(item.args[0] ?? item.keywords.get("path"));
    return routeList(inner).map((entry) =>
      entry.kind === "include" || path === undefined || entry.path === undefined
        ? entry
        : { ...entry, path: joinMount(path, entry.path) },
    );
  });
}

/** The path of something below a mount. */
export function joinMount(mount: string, path: string): string {
  return mount.replace(/\/+$/, "") + path;
}

function assumedBy(within: Block | undefined): readonly Assumption[] {
  const found: Assumption[] = [];
  for (let block = within; block !== undefined; block = block.parent) found.push(...block.assumed);
  return found;
}
