import type { Block } from "../../evaluation/evaluator";
import { iterated } from "../../evaluation/iteration";
import { type CallV, externalName, optionsOf, type Value } from "../../evaluation/value";
import { type RouterObject, routerOf } from "./applications";
import { assumedBy, conditionsOf, type Entry, type MountEntry } from "./entries";
import { routeEntries } from "./routes";
import { pathText } from "./texts";

/** Entries from the `routes=[Route(…), Mount(…)]` that an application or router is made with. */
export function constructorEntries({ call }: RouterObject): readonly Entry[] {
  const name = externalName(call.func) ?? "";
  // Starlette's second argument, its router's first.
  const position = name === "starlette.applications.Starlette" ? 1 : 0;
  const isStarlette = name.startsWith("starlette.");
  const routes = call.keywords.get("routes") ?? (isStarlette ? call.args[position] : undefined);
  return routes === undefined ? [] : routeList(routes, call, undefined);
}

/** The routes in a list, and what is mounted in it. @param by the call that was given the list */
export function routeList(routes: Value, by: CallV, within: Block | undefined): readonly Entry[] {
  if (routes.kind === "choice") return routes.options.flatMap((one) => routeList(one, by, within));
  if (routes.kind === "attribute" && routes.attr === "routes") {
    // `other.routes`: all that the other router has.
    const router = routerOf(routes.value);
    if (router === undefined) return [];
    const { place } = by;
    const assumed = assumedBy(undefined, within);
    const conditions = conditionsOf(within, 1);
    return [
      { kind: "include", router, prefix: "", tags: [], call: by, place, assumed, conditions },
    ];
  }
  return iterated(routes).items.flatMap((item) => routeItem(item, by, within));
}

function routeItem(item: Value, by: CallV, within: Block | undefined): readonly Entry[] {
  if (item.kind === "choice") return item.options.flatMap((one) => routeItem(one, by, within));
  if (item.kind === "unknown") {
    const { place } = by;
    return [
      {
        ...{ kind: "route", path: undefined, methods: undefined, handler: item, call: by, place },
        ...{ isPrefixed: false, isApi: false, assumed: [], conditions: [] },
      },
    ];
  }
  const made = item.kind === "instance" ? (item.base ?? item.call) : item;
  const name = made.kind === "call" ? externalName(made.func) : undefined;
  if (made.kind !== "call" || name === undefined) return [];
  const handler = made.args[1] ?? made.keywords.get("endpoint");
  const isApi = /\.API(?:WebSocket)?Route$/.test(name);
  if (/\.(?:API)?(?:WebSocket)?Route$/.test(name) && handler !== undefined) {
    const kind = name.includes("WebSocket") ? "add_websocket_route" : "add_route";
    return routeEntries(kind, made, handler, within).map((entry) => ({ ...entry, isApi }));
  }
  return name.endsWith(".Mount") || name.endsWith(".Host") ? mountEntries(made, within) : [];
}

/** `app.mount(path, app)`, `app.host(host, app)`, `Mount(path, app)`, `Mount(path, routes=[…])`, `Host(host, app)` */
export function mountEntries(call: CallV, within: Block | undefined): readonly MountEntry[] {
  const { func } = call;
  const isHost =
    func.kind === "attribute" && externalName(func) === undefined
      ? func.attr === "host"
      : (externalName(func) ?? "").endsWith(".Host");
  const path: Value | undefined = isHost
    ? { kind: "constant", value: "" }
    : (call.args[0] ?? call.keywords.get("path"));
  const given = call.args[1] ?? call.keywords.get("app");
  const options = given === undefined ? [undefined] : optionsOf(given).map(withoutMiddleware);
  const routers = options.filter((option) => routerOf(option) !== undefined);
  const all = routers.length > 0 ? routers : options.slice(0, 1);
  const inner = call.keywords.get("routes") ?? (isMountClass(call) ? call.args[2] : undefined);
  const paths = optionsOf(path ?? { kind: "unknown", why: "no path" });
  return paths.flatMap((option) =>
    all.map((mounted) => ({
      kind: "mount",
      path: pathText(option),
      application: routerOf(mounted),
      routes: inner === undefined ? [] : routeList(inner, call, within),
      mounted,
      call,
      place: call.place,
      assumed: assumedBy(option, within),
      conditions: conditionsOf(within, paths.length * all.length),
    })),
  );
}

function isMountClass({ func }: CallV): boolean {
  return (externalName(func) ?? "").endsWith(".Mount");
}

/** `Middleware(app)` serves what `app` serves. */
function withoutMiddleware(value: Value): Value {
  let current: Value | undefined = value;
  while (current?.kind === "call" && routerOf(current) === undefined) {
    const inner: Value | undefined = current.keywords.get("app") ?? current.args[0];
    if (inner === undefined || inner.kind === "constant") break;
    current = inner;
  }
  return current === undefined || routerOf(current) === undefined ? value : current;
}

/** The path of something below a mount. */
export function joinMount(mount: string, path: string): string {
  return mount.replace(/\/+$/, "") + path;
}
