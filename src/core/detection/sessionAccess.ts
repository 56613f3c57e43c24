import { argumentsOf } from "../evaluation/types";
import { externalName, type FunctionV } from "../evaluation/value";
import { backend as facade } from "../frameworks/backend";
import { markerOf } from "../frameworks/fastapi/dependencies/markers";
import { isAside } from "../frameworks/sqlalchemy/aside";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { dependencyFunction, dependencyUses } from "./dependencyUses";
import { type Answer, counted, detected, isSameAnswer, undetected } from "./detected";
import { fileUses } from "./fileUses";
import { sessionKind } from "./sessionTypes";

/** How code gets at its database. */
export interface SessionAccess {
  /** The function that gives a request its session, dotted. */
  readonly dependency: Answer<string>;
  /** The name of `Annotated[Session, Depends(…)]` for it, dotted. */
  readonly alias: Answer<string>;
  /** Where the engine and the session factory are made. */
  readonly engine: Answer<readonly { readonly path: string; readonly line: number }[]>;
  readonly style: Answer<"async" | "sync" | "both">;
}

/** How a backend gets at its database. */
export function sessionAccess(backend: Backend, code: CodeBase): SessionAccess {
  return code.queries.get(
    `detected session access ${backend.folder}`,
    () => accessNow(backend, code),
    isSameAnswer,
  );
}

function accessNow(backend: Backend, code: CodeBase): SessionAccess {
  const paths = facade
    .runs(code)
    .filter((run) => isBelow(run.path, backend.root) && !isAside(run))
    .map(({ path }) => path);
  const [first, second] = dependencyUses(code)
    .flatMap(({ callable, type, uses }) => {
      const func = dependencyFunction(callable);
      const kind = sessionKind(type);
      const isOurs = func !== undefined && isBelow(func.path, backend.root);
      return isOurs && kind !== undefined ? [{ func, kind, uses }] : [];
    })
    .sort((a, b) => b.uses - a.uses);
  const others =
    second === undefined ? [] : [`${dotted(second.func)} gives one ${times(second.uses)}`];
  return {
    dependency:
      first === undefined
        ? undetected("no endpoint depends on a function that gives a session")
        : detected(
            dotted(first.func),
            `it gives ${lastPart(first.kind.name)} and is asked for ${times(first.uses)}, in ${first.func.path}`,
            ...others,
          ),
    alias:
      first === undefined ? undetected("no session dependency") : aliasOf(first.func, paths, code),
    engine: enginesIn(paths, code),
    style: styleOf(paths, code),
  };
}

function aliasOf(func: FunctionV, paths: readonly string[], code: CodeBase): Answer<string> {
  for (const path of paths) {
    for (const [name, value] of code.run(path).scope.names) {
      if (value.kind !== "subscript" || !/\.Annotated$/.test(externalName(value.value) ?? ""))
        continue;
      const given = argumentsOf(value).map(markerOf).find(Boolean)?.call.args[0];
      if (given === undefined || dependencyFunction(given)?.node !== func.node) continue;
      return detected(`${code.nameOf(path).name}.${name}`, `it is Annotated with it, in ${path}`);
    }
  }
  return undetected("no Annotated type names it");
}

function enginesIn(paths: readonly string[], code: CodeBase): SessionAccess["engine"] {
  const own = paths.filter((path) => !importsMigrations(path, code));
  const found = own.flatMap((path) =>
    fileUses(path, code).engines.map(({ kind, line }) => ({ path, line, kind })),
  );
  if (found.length === 0) return undetected("nothing makes an engine or a session factory");
  return detected(
    found.map(({ path, line }) => ({ path, line })),
    ...found.slice(0, 4).map(({ path, line, kind }) => `${path}:${line + 1} calls ${kind}`),
  );
}

/** Whether a file is of Alembic's: what it connects with is its own. */
function importsMigrations(path: string, code: CodeBase): boolean {
  return code
    .outlineOf(path)
    .some(({ imports }) =>
      imports.some(({ module, level }) => level === 0 && /^alembic(?:\.|$)/.test(module)),
    );
}

function styleOf(paths: readonly string[], code: CodeBase): SessionAccess["style"] {
  const units = paths.flatMap((path) => fileUses(path, code).units);
  const waiting = units.reduce((sum, unit) => sum + unit.asyncQueries, 0);
  const blocking = units.reduce((sum, unit) => sum + unit.syncQueries, 0);
  if (waiting + blocking === 0) return undetected("no call of a session is known");
  const reasons = [`${waiting} calls of async sessions, ${blocking} of others`];
  const share = waiting / (waiting + blocking);
  return detected(share > 0.8 ? "async" : share < 0.2 ? "sync" : "both", ...reasons);
}

function dotted({ module, qualname }: FunctionV): string {
  return `${module}.${qualname}`;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function times(count: number): string {
  return counted(count, "time");
}
