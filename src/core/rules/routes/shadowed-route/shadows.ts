import { externalName } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { coversPath, type PathPattern, pathPattern } from "../../../frameworks/fastapi/pathMatch";
import { takesRoutesOut } from "../../../frameworks/fastapi/takenOutRoutes";
import type { CodeBase } from "../../../project/codeBase";

/** A route that no request reaches. */
export interface Shadowed {
  readonly endpoint: Endpoint;
  /** The route that gets its requests. */
  readonly by: Endpoint;
  /** Whether the other one's requests would all come here if this one stood first. */
  readonly isMutual: boolean;
}

interface Served {
  readonly endpoint: Endpoint;
  readonly pattern: PathPattern;
}

/** The routes that no request reaches, by the files of their handlers. */
export function shadowedRoutes(code: CodeBase): ReadonlyMap<string, readonly Shadowed[]> {
  return code.queries.get("shadowed routes", () => {
    const found = new Map<string, Shadowed[]>();
    const judged = takesRoutesOut(code) ? [] : byRoute(code).values();
    for (const routes of judged) {
      // A router that is included twice may be reached the other way.
      const [first, ...others] = routes;
      if (first === undefined || !others.every(isShadowed) || !isShadowed(first)) continue;
      const { path } = first.endpoint.handler;
      found.set(path, [...(found.get(path) ?? []), first]);
    }
    return found;
  });
}

type Judged = Shadowed | { readonly endpoint: Endpoint; readonly by: undefined };

function isShadowed(one: Judged): one is Shadowed {
  return one.by !== undefined;
}

/** Every place at which a route is served, with what takes its requests there; a method at a time. */
function byRoute(code: CodeBase): ReadonlyMap<string, readonly Judged[]> {
  const found = new Map<string, Judged[]>();
  const before = new Map<object, Served[]>();
  for (const endpoint of backend.routing(code).endpoints) {
    const { application, handler, method, path, route } = endpoint;
    const pattern = pathPattern(path);
    const earlier = before.get(application.value) ?? [];
    before.set(application.value, earlier);
    const by = pattern && earlier.find((one) => takesFrom(one, { endpoint, pattern }));
    if (pattern !== undefined && !choosesItself(endpoint)) earlier.push({ endpoint, pattern });
    const { place } = route;
    const key = `${place.path}:${place.line}:${place.character} ${handler.path}:${handler.qualname} ${method}`;
    const isMutual = by !== undefined && pattern !== undefined && coversPath(pattern, by.pattern);
    const judged: Judged =
      by === undefined ? { endpoint, by: undefined } : { endpoint, by: by.endpoint, isMutual };
    found.set(key, [...(found.get(key) ?? []), judged]);
  }
  return found;
}

/** Whether an earlier route of another handler gets every request that a later one could have. */
function takesFrom(earlier: Served, later: Served): boolean {
  const { endpoint: first } = earlier;
  const { endpoint: second } = later;
  return (
    first.handler.node !== second.handler.node &&
    (first.method === second.method || first.method === "ANY") &&
    coversPath(earlier.pattern, later.pattern) &&
    first.conditions.every((one) => second.conditions.includes(one))
  );
}

/** Whether something else than its path decides whether a route takes a request: a class of routes, a version. */
function choosesItself({ handler, levels }: Endpoint): boolean {
  const isOwnRoute = levels.some(({ keywords }) => {
    const given = keywords.get("route_class");
    return given !== undefined && !(given.kind === "class" && !given.members.has("matches"));
  });
  const isVersioned =
    handler.kind === "function" &&
    handler.decorators.some(
      (one) => one.kind === "call" && /version/i.test(externalName(one.func) ?? ""),
    );
  return isOwnRoute || isVersioned;
}
