import type { Effect } from "../../evaluation/evaluator";
import {
  type Assumption,
  type CallV,
  type ClassV,
  type FunctionV,
  optionsOf,
  type Place,
  type Value,
} from "../../evaluation/value";
import { compareVersions } from "../../project/layout/versionNumbers";
import { type RouterObject, routerOf } from "./applications";
import type { Entry, IncludeEntry, MountEntry, RouteEntry } from "./entries";
import { endpointMethods, handlerOf } from "./handler";
import { constructorEntries, joinMount } from "./routeLists";
import { entriesOf } from "./routes";
import { pathText, textsOf } from "./texts";

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
  /**
   * The calls on the way to the route, outermost first: the application, then by turns an `include_router` and the router
   * that it includes, last the route itself. Dependencies, tags and responses of all of them add up.
   */
  readonly levels: readonly CallV[];
}

/** A part of the routing that is known only when it runs, or that was taken for granted. */
export interface Unresolved extends Place {
  readonly what: string;
}

/** All that is known of a project's routes. */
export interface Routing {
  readonly endpoints: readonly Endpoint[];
  readonly applications: readonly RouterObject[];
  /** What applications mount that is none: static files, other ASGI applications. */
  readonly mounts: readonly Mounted[];
  readonly unresolved: readonly Unresolved[];
}

/** Something mounted at a path that is no application of FastAPI or Starlette. */
export interface Mounted extends Place {
  readonly path: string;
  readonly mounted: Value;
  readonly application: RouterObject;
}

export interface RoutingOptions {
  /** The version of FastAPI that is in use, the newest by default. */
  readonly fastapiVersion?: string | undefined;
}

/** Since this version an included router is a live view; before, an include copies the routes that are there. */
const firstLiveVersion = "0.137.0";

/** The routes of all applications, from what running the project's modules does, in that order. */
export function routing(
  effects: readonly Effect[],
  { fastapiVersion }: RoutingOptions = {},
): Routing {
  const copies =
    fastapiVersion !== undefined && compareVersions(fastapiVersion, firstLiveVersion) < 0;
  return new Gathering(effects, copies).result();
}

type Key = RouterObject["value"];

/** How a router is reached. */
interface Way {
  readonly prefix: string;
  readonly tags: readonly string[];
  readonly assumed: readonly Assumption[];
  /** The routers on the way, against circles. */
  readonly through: readonly Key[];
  readonly levels: readonly CallV[];
  /** Entries added at this point of time or later are not there. */
  readonly until: number;
}

const start: Way = {
  prefix: "",
  tags: [],
  assumed: [],
  through: [],
  levels: [],
  until: Number.POSITIVE_INFINITY,
};

/** An entry with the point of time at which it was added. */
interface Timed {
  readonly entry: Entry;
  readonly at: number;
}

class Gathering {
  private readonly entries = new Map<Key, Timed[]>();
  private readonly routers = new Map<Key, RouterObject>();
  private readonly endpoints: Endpoint[] = [];
  private readonly mounts: Mounted[] = [];
  private readonly unresolved = new Map<string, Unresolved>();

  constructor(
    effects: readonly Effect[],
    private readonly copies: boolean,
  ) {
    for (const [at, effect] of effects.entries()) {
      this.noteRouter(routerOf(effect.call), at);
      for (const { router, entry } of entriesOf(effect)) {
        this.noteRouter(router, at);
        this.noteParts(entry, at);
        this.entries.get(router.value)?.push({ entry, at });
      }
    }
  }

  result(): Routing {
    const applications = this.roots();
    for (const application of applications) this.follow(application, application, start);
    const { endpoints, mounts } = this;
    return { endpoints, applications, mounts, unresolved: [...this.unresolved.values()] };
  }

  private noteRouter(router: RouterObject | undefined, at: number): void {
    if (router === undefined || this.routers.has(router.value)) return;
    this.routers.set(router.value, router);
    const own = constructorEntries(router);
    this.entries.set(
      router.value,
      own.map((entry) => ({ entry, at })),
    );
    for (const entry of own) this.noteParts(entry, at);
  }

  /** Notes the routers that an entry leads to: no call needs to have made anything of them. */
  private noteParts(entry: Entry, at: number): void {
    if (entry.kind === "include") this.noteRouter(entry.router, at);
    if (entry.kind !== "mount") return;
    this.noteRouter(entry.application, at);
    for (const inner of entry.routes) this.noteParts(inner, at);
  }

  /** Applications that are not part of another one; routers that are in none, where there is no application. */
  private roots(): readonly RouterObject[] {
    const used = new Set<Key>();
    const use = (entry: Entry): void => {
      const part =
        entry.kind === "include" ? entry.router : entry.kind === "mount" && entry.application;
      if (part) used.add(part.value);
      if (entry.kind === "mount") entry.routes.forEach(use);
    };
    for (const { entry } of [...this.entries.values()].flat()) use(entry);
    const free = [...this.routers.values()].filter(({ value }) => !used.has(value));
    const applications = free.filter(({ kind }) => kind === "application");
    return applications.length > 0 ? applications : free;
  }

  private follow(router: RouterObject, application: RouterObject, way: Way): void {
    if (way.through.includes(router.value)) return;
    const through = [...way.through, router.value];
    const levels = [...way.levels, router.call];
    const isRouter = router.kind === "router" && router.library === "fastapi";
    const own = isRouter ? prefixesOf(router) : [""];
    const tags = [
      ...way.tags,
      ...(isRouter ? (textsOf(router.call.keywords.get("tags")) ?? []) : []),
    ];
    for (const { entry, at } of this.entries.get(router.value) ?? []) {
      if (at >= way.until) continue;
      const assumed = [...way.assumed, ...entry.assumed];
      for (const prefix of own) {
        if (prefix === undefined) {
          this.noteUnresolved("a router whose prefix is computed", router.call.place);
          continue;
        }
        const until = this.copies ? at : way.until;
        const next = { ...way, through, levels, tags, assumed, until };
        this.followEntry(entry, application, next, way.prefix + prefix);
      }
    }
  }

  private followEntry(entry: Entry, application: RouterObject, way: Way, before: string): void {
    switch (entry.kind) {
      case "route":
        this.addEndpoint(entry, application, way, entry.isPrefixed ? before : way.prefix);
        break;
      case "include":
        this.include(entry, application, way, before);
        break;
      case "mount":
        // An include that copies leaves out what is mounted.
        if (!this.copies || way.levels.length === 1) this.mount(entry, application, way);
        break;
    }
  }

  private include(entry: IncludeEntry, application: RouterObject, way: Way, before: string): void {
    if (entry.router === undefined) {
      this.noteUnresolved("a router that is known only when it runs", entry.place);
    } else if (entry.prefix === undefined) {
      this.noteUnresolved("a router included under a prefix that is computed", entry.place);
    } else {
      const tags = [...way.tags, ...entry.tags];
      const levels = [...way.levels, entry.call];
      this.follow(entry.router, application, {
        ...way,
        levels,
        tags,
        prefix: before + entry.prefix,
      });
    }
  }

  private mount(entry: MountEntry, application: RouterObject, way: Way): void {
    const { application: mounted, path, place } = entry;
    if (path === undefined) {
      if (mounted !== undefined) {
        this.noteUnresolved("an application mounted under a path that is computed", place);
      }
      return;
    }
    // What is mounted is an application of its own, which is there as it is.
    const prefix = joinMount(way.prefix + path, "");
    const below = { ...start, prefix, through: way.through, assumed: way.assumed };
    if (mounted !== undefined) this.follow(mounted, mounted, below);
    else if (entry.mounted !== undefined) {
      this.mounts.push({ ...place, path: prefix, mounted: entry.mounted, application });
    }
    for (const inner of entry.routes) this.followEntry(inner, application, below, prefix);
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
      const levels = [...way.levels, route.call];
      this.endpoints.push({ method, path, handler, route, tags, application, levels });
    }
  }

  private noteUnresolved(what: string, place: Place): void {
    this.unresolved.set(`${place.path}:${place.line}:${what}`, { ...place, what });
  }
}

/** The prefixes that a router may have; `undefined` for one that is computed. */
function prefixesOf(router: RouterObject): readonly (string | undefined)[] {
  const value = router.call.keywords.get("prefix") ?? firstArgument(router);
  if (value === undefined) return [router.call.open ? undefined : ""];
  return optionsOf(value).map(pathText);
}

function firstArgument(router: RouterObject): Value | undefined {
  return router.value.kind === "call" ? undefined : router.call.args[0];
}
