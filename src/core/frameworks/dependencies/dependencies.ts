import { type CallV, externalName, type Value } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import type { Expression } from "../../python/ast/nodes";
import { settingsOf } from "../settings/settings";
import { clientOf } from "./clients";
import { engines } from "./clientTable";
import type { Dependency, Unresolved } from "./dependency";
import { projectCalls } from "./projectCalls";
import { databases, typeKind, urlKind } from "./urlKinds";
import { builtKind, valueKind, writtenKind } from "./urlValue";
import { writtenUrls } from "./writtenUrls";

/** What some modules talk to. */
export interface Dependencies {
  readonly dependencies: readonly Dependency[];
  readonly unresolved: readonly Unresolved[];
}

/** The databases, queues and services that the code talks to, once for each line that says so. */
export function dependenciesOf(runs: readonly ModuleRun[], codeBase: CodeBase): Dependencies {
  const found = new Map<string, Dependency>();
  const add = (one: Dependency): void => {
    const key = `${one.place.path}:${one.place.line}:${one.kind}`;
    const before = found.get(key);
    if (before === undefined || (before.name === undefined && one.name !== undefined)) {
      found.set(key, one);
    }
  };
  /** What types of settings, or the code that builds a URL, say. */
  const declared = new Set<string>();
  // The version of Pydantic decides names of variables only, which do not matter here.
  for (const { type, default: value, place } of settingsOf(runs, codeBase, 2).settings) {
    const typed = typeKind(type);
    if (typed !== undefined) declared.add(typed);
    // `sqlite:///` as a default is what URLs are put together from.
    const isUrl = typeof value === "string" && !/:\/\/\/?$/.test(value);
    const kind = typed ?? (isUrl ? urlKind(value) : undefined);
    if (kind !== undefined) add({ kind, place });
  }
  const open: CallV[] = [];
  const unresolved = new Map<string, Unresolved>();
  for (const run of runs) {
    for (const one of writtenUrls(run.path, codeBase)) add(one);
    for (const { call, client, built, url } of clientCalls(run.path, codeBase)) {
      const { place } = call;
      if (client !== undefined) add(client);
      if (built !== undefined) {
        add({ kind: built, place });
        if (isSchemeWritten(call)) declared.add(built);
        else {
          const what = `the database is taken to be ${built}, which the code computes`;
          unresolved.set(`${place.path}:${place.line}`, { ...place, what });
        }
      }
      if (url === undefined) continue;
      const kind = urlOf(url, call, codeBase);
      if (kind === undefined) open.push(call);
      else add({ kind, place });
    }
  }
  for (const call of open) {
    const { place } = call;
    const isSettled = [...found.values()].some(
      (one) => one.place.path === place.path && one.place.line === place.line,
    );
    if (isSettled) continue;
    const kind = onlyKind(call, [...found.values()], declared);
    add({ kind: kind ?? unknownKind(call), place });
    if (kind === undefined) {
      const what = `the ${unknownKind(call)} that a setting decides`;
      unresolved.set(`${place.path}:${place.line}`, { ...place, what });
    }
  }
  return { dependencies: [...found.values()], unresolved: [...unresolved.values()] };
}

/** A call that may talk to something outside, and what it says of that. */
interface ClientCall {
  readonly call: CallV;
  readonly client: Dependency | undefined;
  readonly built: string | undefined;
  readonly url: ReturnType<typeof connectedUrl>;
}

/** The calls of a file that say something of what it talks to; kept for each file, since a key changes one. */
function clientCalls(path: string, codeBase: CodeBase): readonly ClientCall[] {
  return codeBase.queries.get(`calls to clients ${path}`, () =>
    projectCalls(codeBase.run(path), codeBase).flatMap(({ call }): readonly ClientCall[] => {
      const [client, built, url] = [clientOf(call), builtKind(call), connectedUrl(call)];
      const saysNothing = client === undefined && built === undefined && url === undefined;
      return saysNothing ? [] : [{ call, client, built, url }];
    }),
  );
}

/** Whether both say the same of what is talked to. */
export function isSameDependencies(a: Dependencies, b: Dependencies): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether the scheme of a URL that a call builds stands in the call, or in the type that builds it. */
function isSchemeWritten({ node, func, args, keywords }: CallV): boolean {
  const named = node?.keywords.find(({ arg }) => arg === "drivername" || arg === "scheme")?.value;
  const given = named ?? node?.args[0];
  if (given === undefined) return true;
  const isType = typeKind(externalName(func) ?? "") !== undefined && !keywords.has("scheme");
  return (
    given.nodeType === "Constant" || given.nodeType === "JoinedStr" || (isType && args.length > 0)
  );
}

interface Url {
  readonly value: Value | undefined;
  readonly node: Expression | undefined;
}

/** The URL that a call connects to; `undefined` for other calls. */
function connectedUrl(call: CallV): Url | undefined {
  const { func, args, keywords, node } = call;
  const name = externalName(func) ?? "";
  if (engines.has(name)) {
    const keyword = node?.keywords.find(({ arg }) => arg === "url")?.value;
    return { value: args[0] ?? keywords.get("url"), node: node?.args[0] ?? keyword };
  }
  if (!isCelery(call) || !(keywords.has("broker") || call.open)) return undefined;
  const keyword = node?.keywords.find(({ arg }) => arg === "broker")?.value;
  return { value: keywords.get("broker"), node: keyword };
}

function isCelery({ func }: CallV): boolean {
  return /^celery\.(app\.)?(base\.)?Celery$/.test(externalName(func) ?? "");
}

function urlOf({ value, node }: Url, { place }: CallV, codeBase: CodeBase): string | undefined {
  const known = value && valueKind(value);
  if (known !== undefined || node === undefined) return known;
  return writtenKind(node, codeBase.run(place.path).scope, codeBase);
}

function unknownKind(call: CallV): string {
  return isCelery(call) ? "celery-broker" : "database";
}

/**
 * The one database that the project says anything of, if settings or code that builds URLs name it: then a URL that is
 * computed leads there.
 */
function onlyKind(
  call: CallV,
  found: readonly Dependency[],
  declared: ReadonlySet<string>,
): string | undefined {
  if (isCelery(call)) return undefined;
  const kinds = new Set(found.map(({ kind }) => kind).filter((kind) => databases.has(kind)));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined && declared.has(only) ? only : undefined;
}
