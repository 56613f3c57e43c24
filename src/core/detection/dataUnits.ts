import { backend } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { backendOf, isBelow } from "./backends";
import { dependencyFunction, dependencyUses } from "./dependencyUses";
import { fileUses } from "./fileUses";
import { dataHint } from "./layerHints";
import { type UnitKey, type UnitUses, unitOf } from "./unitUses";

/** A function or class between the routes and the database. */
export interface DataUnit {
  readonly path: string;
  readonly name: string;
  readonly layer: "service" | "repository";
  readonly isClass: boolean;
}

interface Unit extends UnitUses {
  readonly path: string;
  /** Whether it, or a class that it inherits from, talks to the database. */
  readonly hasData: boolean;
  /** Whether it, or a class that it inherits from, calls a session itself. */
  readonly runsQueries: boolean;
  /** Where the part of its path begins that lies within its backend's package. */
  readonly start: number;
}

/**
 * The functions and classes between the routes and the database. What runs queries is of the repository if its name
 * says so, of the service if that says so; where names say nothing, it is of the service if it also raises errors or
 * calls others that run queries. What runs none is of the service if it calls what does and a route or task calls it.
 * @param taken units that are something else: handlers, tables, schemas, tasks
 */
export function dataUnits(
  paths: readonly string[],
  taken: ReadonlySet<UnitKey>,
  code: CodeBase,
): readonly DataUnit[] {
  const units = unitsOf(paths, code);
  const reached = reachedFromRoutes(units, code);
  const dependencies = new Set(
    dependencyUses(code).flatMap(({ callable }) => {
      const func = dependencyFunction(callable);
      return func === undefined || func.owner !== undefined ? [] : [unitOf(func)];
    }),
  );
  return [...units].flatMap(([key, unit]): readonly DataUnit[] => {
    if (taken.has(key) || dependencies.has(key)) return [];
    const layer = layerOfUnit(unit, units, reached.get(key));
    const { path, name, isClass } = unit;
    return layer === undefined ? [] : [{ path, name, layer, isClass }];
  });
}

function layerOfUnit(
  unit: Unit,
  units: ReadonlyMap<UnitKey, Unit>,
  distance: number | undefined,
): DataUnit["layer"] | undefined {
  const hint = dataHint(unit.path.slice(unit.start), unit.name);
  // A helper of the routes or of the tasks is part of them.
  if (hint !== undefined && hint !== "service" && hint !== "repository") return undefined;
  const callsData = unit.calls.some((key) => {
    const called = units.get(key);
    return called?.hasData === true && called !== unit;
  });
  if (unit.hasData) {
    if (unit.name === "" && hint !== "repository") return undefined;
    if (hint !== undefined) return hint;
    // Building a query is not running it, and what nobody asks for is a script.
    if (distance === undefined || !unit.runsQueries || isWiring(unit.path)) return undefined;
    return unit.errors > 0 || callsData ? "service" : "repository";
  }
  if (unit.name === "" || unit.calls.length + unit.errors === 0) return undefined;
  // A container may hand it out, which leads to it by no call.
  if (hint === "service" && (callsData || distance !== undefined || isService(unit))) {
    return "service";
  }
  const isAsked = distance === 1 && !isWiring(unit.path);
  return callsData && isAsked && hint === undefined ? "service" : undefined;
}

/** A file of what endpoints depend on. */
function isWiring(path: string): boolean {
  return /(?:^|[/_])(?:deps|dependency|dependencies)(?:\.py|\/)/.test(path);
}

/** `UserService` */
function isService({ name, isClass }: Unit): boolean {
  return isClass && /(?:Service|UseCase|Interactor)$/.test(name);
}

function unitsOf(paths: readonly string[], code: CodeBase): ReadonlyMap<UnitKey, Unit> {
  const uses = paths.map((path) => ({ path, ...fileUses(path, code) }));
  const withData = (isOne: (unit: UnitUses) => boolean): ReadonlySet<UnitKey> =>
    new Set(
      uses.flatMap(({ path, units }) => units.filter(isOne).map(({ name }) => `${path}:${name}`)),
    );
  const running = withData((unit) => unit.asyncQueries + unit.syncQueries > 0);
  const building = withData((unit) => unit.statements > 0);
  return new Map(
    uses.flatMap(({ path, units, bases, engines }) => {
      const folder = backendOf(path, code)?.folder ?? "";
      const start = isBelow(path, folder) ? folder.length : 0;
      return units.map((unit): [UnitKey, Unit] => {
        const key = `${path}:${unit.name}`;
        const all = [key, ...(bases[unit.name] ?? [])];
        // A file that makes the engine asks the database whether it is there.
        const runsQueries = engines.length === 0 && all.some((one) => running.has(one));
        const hasData = runsQueries || all.some((one) => building.has(one));
        return [key, { ...unit, path, hasData, runsQueries, start }];
      });
    }),
  );
}

/** How many calls lead from a handler or a task to each unit, those that none leads to left out. */
function reachedFromRoutes(
  units: ReadonlyMap<UnitKey, Unit>,
  code: CodeBase,
): ReadonlyMap<UnitKey, number> {
  const starts = [
    ...backend.routing(code).endpoints.map(({ handler }) => unitOf(handler)),
    ...backend.tasks(code).tasks.flatMap((task) => (task.function ? [unitOf(task.function)] : [])),
  ];
  const distances = new Map<UnitKey, number>(starts.map((key) => [key, 0]));
  for (const { callable, type } of dependencyUses(code)) {
    const func = dependencyFunction(callable);
    if (func !== undefined && !distances.has(unitOf(func))) distances.set(unitOf(func), 0);
    if (type?.kind === "class" && !distances.has(unitOf(type))) distances.set(unitOf(type), 1);
  }
  const pending = [...distances.keys()];
  for (let key = pending.shift(); key !== undefined; key = pending.shift()) {
    const distance = (distances.get(key) ?? 0) + 1;
    for (const called of units.get(key)?.calls ?? []) {
      if ((distances.get(called) ?? Number.POSITIVE_INFINITY) <= distance) continue;
      distances.set(called, distance);
      pending.push(called);
    }
  }
  return distances;
}
