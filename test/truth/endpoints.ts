import type { Miss, Score } from "./compare";
import type { Inspected, Truth } from "./shapes";

type Route = Truth["routes"][number];
type Endpoint = Inspected["endpoints"][number];

/** Endpoints that are missing, too many or at another line, and those of which something else is said. */
export function endpointsMissed(
  truths: readonly Truth[],
  inspected: Inspected,
  ignored: ReadonlySet<string>,
): { misses: Miss[]; score: Score; details: Score } {
  const wanted = truths.map((truth) => routesByKey(truth, ignored));
  const found = new Map<string, Endpoint[]>();
  for (const endpoint of inspected.endpoints) {
    const { method, path } = endpoint;
    if (ignored.has(`${method} ${path}`)) continue;
    push(found, keyOf(method, endpoint), endpoint);
  }
  const misses: Miss[] = [];
  const sums = { asked: 0, right: 0, detailed: 0 };
  for (const [key, routes] of wanted[0] ?? []) {
    if (!wanted.every((truth) => truth.has(key))) continue;
    for (const def of new Set(routes.map((route) => route.def))) {
      const accepted = wanted.flatMap((w) => w.get(key) ?? []).filter((r) => r.def === def);
      const reported = found.get(key) ?? [];
      const same = reported.filter((e) => accepted.some((r) => r.line <= e.line && e.line <= def));
      sums.asked++;
      if (same.length > 0) {
        sums.right++;
        const different = details(accepted, same);
        if (different === undefined) sums.detailed++;
        else misses.push({ part: "details", kind: "wrong", what: `${key}: ${different}` });
      } else if (reported.length > 0) {
        const what = `${key} is at line ${accepted[0]?.line}, reported at ${reported.map((e) => e.line)}`;
        misses.push({ part: "endpoints", kind: "wrong", what });
      } else {
        misses.push({ part: "endpoints", kind: "missed", what: `${key}:${accepted[0]?.line}` });
      }
    }
  }
  for (const [key, reported] of found) {
    if (wanted.some((truth) => truth.has(key))) continue;
    for (const { line } of reported) {
      misses.push({ part: "endpoints", kind: "extra", what: `${key}:${line}` });
    }
  }
  return {
    misses,
    score: { wanted: sums.asked, right: sums.right },
    details: { wanted: sums.asked, right: sums.detailed },
  };
}

function routesByKey(truth: Truth, ignored: ReadonlySet<string>): Map<string, Route[]> {
  const found = new Map<string, Route[]>();
  for (const route of truth.routes) {
    for (const method of route.methods) {
      if (ignored.has(`${method} ${route.path}`)) continue;
      push(found, keyOf(method, route), route);
    }
  }
  return found;
}

function push<T>(into: Map<string, T[]>, key: string, item: T): void {
  const items = into.get(key);
  if (items === undefined) into.set(key, [item]);
  else items.push(item);
}

function keyOf(method: string, at: { readonly path: string; readonly file: string }): string {
  return `${method.padEnd(9)} ${at.path}  ${at.file}`;
}

/** What differs between a route (served twice, it may say two things) and its reports; nothing if they agree. */
function details(routes: readonly Route[], reported: readonly Endpoint[]): string | undefined {
  if (routes.some((route) => route.kind !== "api")) return undefined;
  const truth = routes.map((r) =>
    said(r.status_code ?? 200, r.response_model === "None" ? null : r.response_model, r.tags),
  );
  const found = reported.map((e) => said(e.status ?? null, e.response ?? null, e.tags));
  if (found.every((f) => truth.includes(f))) return undefined;
  return `runs as ${[...new Set(truth)].join(" or ")}, reported as ${found.join(" and ")}`;
}

function said(status: number | null, response: string | null, tags: readonly string[]): string {
  const model = response === null ? "nothing" : named(response);
  return `${status} ${model} [${[...new Set(tags)].sort().join(", ")}]`;
}

/**
 * `<class 'app.users.UserRead'>` and `typing.Optional[app.users.UserRead]` as they are written in a module; what
 * `Annotated` adds to a model is left out.
 */
function named(model: string): string {
  return model
    .replace(/^<(?:class|enum) '(.*)'>$/, "$1")
    .replace(/\b[\w.]+\.(?:<locals>\.)?(?=\w)/g, "")
    .replace(/^Annotated\[(.*?),.*\]$/, "$1")
    .replace(/\b(?:List|Dict|Set|Tuple)\[/g, (name) => name.toLowerCase())
    .replace(/^Optional\[(.*)\]$/, "$1 | None")
    .replace(/^Union\[(.*)\]$/, (_, inner: string) => inner.replace(/, /g, " | "))
    .replace(/["']/g, "")
    .replace(/\s*([|,])\s*/g, "$1");
}
