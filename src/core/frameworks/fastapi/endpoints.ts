import type { Effect } from "../../evaluation/evaluator";
import type { CallV, ClassV, FunctionV, Place, Value } from "../../evaluation/value";
import { compareVersions } from "../../project/layout/versionNumbers";
import type { RouterObject } from "./applications";
import type { RouteEntry } from "./entries";
import { Gathering } from "./gathering";

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
  /**
   * What decides whether it is there: branches, loops, a router or prefix that is one of several. Endpoints that share an
   * object here are there together; none for one that always is.
   */
  readonly conditions: readonly object[];
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
  /** The version of FastAPI that the application of a file uses, `undefined` for the newest. */
  readonly fastapiVersion?: (path: string) => string | undefined;
  /** Applications that are served by themselves, even if they are a part of another one, too. */
  readonly served?: ReadonlySet<Value>;
}

/**
 * Since this version an included router is a live view; before, an include copies the routes that are there
 * (https://github.com/fastapi/fastapi/releases/tag/0.137.0).
 */
const firstLiveVersion = "0.137.0";

/** The routes of all applications, from what running the project's modules does, in that order. */
export function routing(
  effects: readonly Effect[],
  { fastapiVersion, served = new Set() }: RoutingOptions = {},
): Routing {
  const copiesIn = (path: string): boolean => {
    const version = fastapiVersion?.(path);
    return version !== undefined && compareVersions(version, firstLiveVersion) < 0;
  };
  return new Gathering(effects, copiesIn, served).result();
}
