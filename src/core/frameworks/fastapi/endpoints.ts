import type { Effect } from "../../evaluation/evaluator";
import type { Assumption, ClassV, FunctionV, Place, Value } from "../../evaluation/value";
import { type RouterObject, routerOf } from "./applications";
import { endpointMethods, handlerOf } from "./handler";
import {
  constructorEntries,
  type Entry,
  entriesOf,
  joinMount,
  type RouteEntry,
  textsOf,
} from "./routes";

/** A route as the running application serves it. */
export interface Endpoint {
  /** `GET`, …, `WEBSOCKET`, or `ANY` for a bare ASGI application. */
  readonly method: string;
  readonly path: string;
  readonly handler: FunctionV | ClassV;
  /** What the decorator or `add_api_route` was given. */
  readonly route: RouteEntry;
  readonly tags: readonly string[];
  /** The application it belongs to. */
  readonly application: RouterObject;
}

/** A part of the routing that is known only when it runs, or that was taken for granted. */
export interface Unresolved extends Place {
  readonly what: string;
}

/** All that is known of a project's routes. */
export interface Routing {
  readonly endpoints: readonly Endpoint[];
  readonly applications: readonly RouterObject[];
  readonly unresolved: readonly Unresolved[];
}

/** The routes of all applications, from what running the project's modules does, in that order. */
export function routing(effects: readonly Effect[]): Routing {
  return new Gathering(effects).result();
}

type Key = RouterObject["value"];

/** How a router is reached. */
interface Way {
  readonly prefix: string;
  readonly tags: readonly string[];
  readonly assumed: readonly Assumption[];
  /** The routers on the way, against circles. */
  readonly through: readonly Key[];
}

class Gathering {
  private readonly entries = new Map<Key, Entry[]>();
  private readonly routers = new Map<Key, RouterObject>();
  private readonly endpoints: Endpoint[] = [];
  private readonly unresolved = new Map<string, Unresolved>();

  constructor(effects: readonly Effect[]) {
    for (const effect of effects) {
      this.noteRouter(routerOf(effect.call));
      for (const { router, entry } of entriesOf(effect)) {
        this.noteRouter(router);
        this.entries.get(router.value)?.push(entry);
      }
    }
  }

  result(): Routing {
    const applications = this.roots();
    for (const application of applications) {
      this.follow(application, application, { prefix: "", tags: [], assumed: [], through: [] });
    }
    return { endpoints: this.endpoints, applications, unresolved: [...this.unresolved.values()] };
  }

  private noteRouter(router: RouterObject | undefined): void {
    if (router === undefined || this.routers.has(router.value)) return;
    this.routers.set(router.value, router);
    this.entries.set(router.value, [...constructorEntries(router)]);
  }

  /** Applications that are not part of another one; routers that are in none, where there is no application. */
  private roots(): readonly RouterObject[] {
    const used = new Set<Key>();
    for (const entry of [...this.entries.values()].flat()) {
      const part =
        entry.kind === "include" ? entry.router : entry.kind === "mount" && entry.application;
      if (part) used.add(part.value);
    }
    const free = [...this.routers.values()].filter(({ value }) => !used.has(value));
    const applications = free.filter(({ kind }) => kind === "application");
    return applications.length > 0 ? applications : free;
  }

  private follow(router: RouterObject, application: RouterObject, way: Way): void {
    if (way.through.includes(router.value)) return;
    const through = [...way.through, router.value];
    const isRouter = router.kind === "router" && router.library === "fastapi";
    const own = isRouter ? keywordTexts(router, "prefix") : [""];
    const tags = [
      ...way.tags,
      ...(isRouter ? (textsOf(router.call.keywords.get("tags")) ?? []) : []),
    ];
    for (const entry of this.entries.get(router.value) ?? []) {
      const assumed = [...way.assumed, ...entry.assumed];
      for (const prefix of own) {
        if (prefix === undefined) {
          this.noteUnresolved("a router whose prefix is computed", router.call.place);
          continue;
        }
        const before = way.prefix + prefix;
        this.followEntry(entry, application, { ...way, through, tags, assumed }, before);
      }
    }
  }

  private followEntry(entry: Entry, application: RouterObject, way: Way, before: string): void {
    switch (entry.kind) {
      case "route":
        this.addEndpoint(entry, application, way, entry.isPrefixed ? before : way.prefix);
        break;
      case "include":
        if (entry.router === undefined) {
          this.noteUnresolved("a router that is known only when it runs", entry.place);
        } else if (entry.prefix === undefined) {
          this.noteUnresolved("a router included under a prefix that is computed", entry.place);
        } else {
          const tags = [...way.tags, ...entry.tags];
          this.follow(entry.router, application, { ...way, prefix: before + entry.prefix, tags });
        }
        break;
      case "mount": {
        const { application: mounted, path } = entry;
        if (mounted === undefined) break;
        if (path === undefined) {
          this.noteUnresolved("an application mounted under a path that is computed", entry.place);
        } else {
          this.follow(mounted, mounted, {
            ...way,
            prefix: joinMount(way.prefix + path, ""),
            tags: [],
          });
        }
        break;
      }
    }
  }

  private addEndpoint(
    route: RouteEntry,
    application: RouterObject,
    way: Way,
    prefix: string,
  ): void {
    const handler = handlerOf(route.handler);
    if (route.path === undefined) {
      this.noteUnresolved("a route whose path is computed", route.place);
      return;
    }
    if (handler === undefined) {
      this.noteUnresolved("a route whose handler is known only when it runs", route.place);
      return;
    }
    const methods =
      route.methods ?? (handler.kind === "class" ? endpointMethods(handler) : ["GET"]);
    for (const { what, ...place } of way.assumed) this.noteUnresolved(what, place);
    const tags = [...way.tags, ...(textsOf(route.call.keywords.get("tags")) ?? [])];
    for (const method of methods) {
      const path = prefix + route.path;
      this.endpoints.push({ method, path, handler, route, tags, application });
    }
  }

  private noteUnresolved(what: string, place: Place): void {
    this.unresolved.set(`${place.path}:${place.line}:${what}`, { ...place, what });
  }
}

function keywordTexts(router: RouterObject, keyword: string): readonly (string | undefined)[] {
  const value: Value | undefined = router.call.keywords.get(keyword) ?? firstArgument(router);
  if (value === undefined) return [router.call.open ? undefined : ""];
  const options = value.kind === "choice" ? value.options : [value];
  return options.map((option) =>
    option.kind === "constant" && typeof option.value === "string" ? option.value : undefined,
  );
}

function firstArgument(router: RouterObject): Value | undefined {
  return router.value.kind === "call" ? undefined : router.call.args[0];
}
