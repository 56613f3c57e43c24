import type { Effect } from "../../evaluation/evaluator";
import type { Place, Value } from "../../evaluation/value";
import { type RouterObject, routerOf } from "./applications";
import type { Endpoint, Mounted, Routing, Unresolved } from "./endpoints";
import type { Entry, IncludeEntry, MountEntry, RouteEntry } from "./entries";
import { applicationTaker } from "./handedOver";
import { handlerOf, methodsOf } from "./handler";
import { constructorEntries, joinMount } from "./routeLists";
import { entriesOf } from "./routes";
import { textsOf } from "./texts";
import { prefixesOf, start, type Way } from "./way";

type Key = RouterObject["value"];

/** An entry with the point of time at which it was added. */
interface Timed {
  readonly entry: Entry;
  readonly at: number;
}

/** Follows what was added to applications and routers. */
export class Gathering {
  private readonly entries = new Map<Key, Timed[]>();
  private readonly routers = new Map<Key, RouterObject>();
  private readonly endpoints: Endpoint[] = [];
  private readonly mounts: Mounted[] = [];
  private readonly unresolved = new Map<string, Unresolved>();

  constructor(
    effects: readonly Effect[],
    /** Whether an include copies the routes that are there, for the application of a file. */
    private readonly copiesIn: (path: string) => boolean,
    private readonly served: ReadonlySet<Value>,
  ) {
    for (const [at, effect] of effects.entries()) {
      this.noteRouter(routerOf(effect.call), at);
      const taker = applicationTaker(effect.call);
      if (taker !== undefined) {
        this.noteUnresolved(`what ${taker} adds to the application`, effect.call.place);
      }
      for (const { router, entry } of entriesOf(effect)) {
        this.noteRouter(router, at);
        this.noteParts(entry, at);
        this.entries.get(router.value)?.push({ entry, at });
      }
    }
  }

  result(): Routing {
    const applications = this.roots();
    for (const application of applications) {
      const copies = this.copiesIn(application.call.place.path);
      this.follow(application, application, { ...start, copies });
    }
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
    for (const [holder, entries] of this.entries) {
      for (const { entry } of entries) {
        // FastAPI refuses to include a router into itself, and it stays what it is.
        for (const part of partsOf(entry)) if (part !== holder) used.add(part);
      }
    }
    const free = [...this.routers.values()].filter(
      ({ value }) => !used.has(value) || this.served.has(value),
    );
    const applications = free.filter(({ kind }) => kind === "application");
    return applications.length > 0 ? applications : free;
  }

  private follow(router: RouterObject, application: RouterObject, way: Way): void {
    if (way.through.includes(router.value)) return;
    const through = [...way.through, router.value];
    const levels = [...way.levels, router.call];
    const isRouter = router.kind === "router" && router.library === "fastapi";
    const own = (isRouter ? prefixesOf(router) : [""]).map((prefix) => ({ prefix }));
    const tags = [
      ...way.tags,
      ...(isRouter ? (textsOf(router.call.keywords.get("tags")) ?? []) : []),
    ];
    for (const { entry, at } of this.entries.get(router.value) ?? []) {
      if (at >= way.until) continue;
      const assumed = [...way.assumed, ...entry.assumed];
      const conditions = [...way.conditions, ...entry.conditions];
      for (const one of own) {
        const { prefix } = one;
        if (prefix === undefined) {
          this.noteUnresolved("a router whose prefix is computed", router.call.place);
          continue;
        }
        const until = way.copies ? at : way.until;
        const sure = own.length > 1 ? [...conditions, one] : conditions;
        const next = { ...way, through, levels, tags, assumed, conditions: sure, until };
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
        if (!way.copies || way.levels.length === 1) this.mount(entry, application, way);
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
    const { through, assumed, conditions, copies } = way;
    const below = { ...start, prefix, through, assumed, conditions, copies };
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
    const methods = methodsOf(route, handler);
    if (methods === undefined) {
      this.noteUnresolved("a route whose methods are computed", route.place);
      return;
    }
    for (const { what, ...place } of way.assumed) this.noteUnresolved(what, place);
    const tags = [...way.tags, ...(textsOf(route.call.keywords.get("tags")) ?? [])];
    const { conditions } = way;
    for (const method of methods) {
      const path = prefix + route.path;
      const levels = [...way.levels, route.call];
      this.endpoints.push({ method, path, handler, route, tags, application, levels, conditions });
    }
  }

  private noteUnresolved(what: string, place: Place): void {
    this.unresolved.set(`${place.path}:${place.line}:${what}`, { ...place, what });
  }
}

/** The routers and applications that an entry makes a part of another one. */
function partsOf(entry: Entry): readonly Key[] {
  if (entry.kind === "route") return [];
  const part = entry.kind === "include" ? entry.router : entry.application;
  const inner = entry.kind === "mount" ? entry.routes.flatMap(partsOf) : [];
  return part === undefined ? inner : [part.value, ...inner];
}
