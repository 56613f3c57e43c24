import { ancestors } from "../evaluation/classes";
import { externalName } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import { deletionFilters } from "./deletionFilters";
import { isSameAnswer } from "./detected";
import { type ErrorUse, errorUse, raisedClasses } from "./errorUses";
import { UnitGathering, type UnitKey, type UnitUses, unitOf } from "./unitUses";

/** What the functions and classes of one file do, as far as detection asks. */
export interface FileUses {
  readonly units: readonly UnitUses[];
  /** The project's classes that each class inherits from, by name. */
  readonly bases: Readonly<Record<string, readonly UnitKey[]>>;
  /** How often something that is named like a mark of deletion filters a query, by that name. */
  readonly deletionFilters: Readonly<Record<string, number>>;
  readonly errors: readonly ErrorUse[];
  /** Engines and session factories that it makes. */
  readonly engines: readonly { readonly kind: string; readonly line: number }[];
}

const engines =
  /^(?:sqlalchemy|sqlmodel)\.(?:\w+\.)*(create_engine|create_async_engine|async_engine_from_config|engine_from_config|sessionmaker|async_sessionmaker|scoped_session|async_scoped_session)$/;

/** What the functions and classes of a file do. Computed again only when that changes. */
export function fileUses(path: string, code: CodeBase): FileUses {
  return code.queries.get(`uses ${path}`, () => usesNow(path, code), isSameAnswer);
}

function usesNow(path: string, code: CodeBase): FileUses {
  const units = new Map<string, UnitGathering>();
  const errors: ErrorUse[] = [];
  const filters: Record<string, number> = {};
  const made = new Map<string, { kind: string; line: number }>();
  const seen = new Set<object>();
  const run = code.run(path);
  const bodies = [
    { qualname: "", effects: run.effects, raised: [] },
    ...code.functionRuns(path).map(({ function: func, effects }) => ({
      qualname: func.qualname,
      effects,
      raised: raisedClasses(func, code),
    })),
  ];
  for (const { qualname, effects, raised } of bodies) {
    const [name = ""] = qualname.split(".");
    const isClass = run.definitions.has(`class ${name}`);
    const unit = units.get(name) ?? new UnitGathering(name, isClass);
    units.set(name, unit);
    unit.errors += raised.length;
    errors.push(...raised);
    for (const { call } of effects) {
      if (call.place.path !== path) continue;
      unit.take(call);
      const key = call.node ?? call;
      if (seen.has(key)) continue;
      seen.add(key);
      const { line } = call.place;
      const kind = engines.exec(externalName(call.func) ?? "")?.[1];
      if (kind !== undefined) made.set(`${kind} ${line}`, { kind, line });
      for (const column of deletionFilters(call)) filters[column] = (filters[column] ?? 0) + 1;
      const error = errorUse(call);
      if (error === undefined) continue;
      errors.push(error);
      unit.errors++;
    }
  }
  const bases: Record<string, readonly UnitKey[]> = {};
  for (const of of run.definitions.values()) {
    if (of.kind !== "class" || of.qualname.includes(".")) continue;
    const above = ancestors(of).slice(1);
    bases[of.name] = above.flatMap((one) => (one.kind === "class" ? [unitOf(one)] : []));
    if (!units.has(of.name)) units.set(of.name, new UnitGathering(of.name, true));
  }
  return {
    units: [...units.values()].map((unit) => unit.result()),
    bases,
    deletionFilters: filters,
    errors,
    engines: [...made.values()],
  };
}
