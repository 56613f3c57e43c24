import { type LayerName, layerNames } from "../config/schema";
import { ancestors } from "../evaluation/classes";
import { optionsOf } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { routerOf } from "../frameworks/fastapi/applications";
import { isAside } from "../frameworks/sqlalchemy/aside";
import type { CodeBase } from "../project/codeBase";
import { backendsOf, isBelow } from "./backends";
import { dataUnits } from "./dataUnits";
import { isSameAnswer } from "./detected";
import { mappedClasses } from "./mappedClasses";
import { type UnitKey, unitOf } from "./unitUses";

/** How much of a file belongs to a layer. */
export interface LayerShare {
  readonly layer: LayerName;
  /** Endpoints, functions and classes, tables, schemas or tasks that it holds. */
  readonly units: number;
  /** How many of these are classes, where functions could stand as well: in services and repositories. */
  readonly classes: number;
  /** Of all such units in the file, between 0 and 1. */
  readonly share: number;
}

/** Which files play which part, by what they hold. */
export class Layers {
  constructor(private readonly byPath: ReadonlyMap<string, readonly LayerShare[]>) {}

  /** The files that play any part. */
  get paths(): readonly string[] {
    return [...this.byPath.keys()];
  }

  /** The parts that a file plays, the largest first. */
  layerOf(path: string): readonly LayerName[] {
    return this.sharesOf(path).map(({ layer }) => layer);
  }

  /** The parts that a file plays and how much of it does, the largest first. */
  sharesOf(path: string): readonly LayerShare[] {
    return this.byPath.get(path) ?? [];
  }

  /** The files that play a part, sorted. */
  filesOf(layer: LayerName): readonly string[] {
    return this.paths.filter((path) => this.layerOf(path).includes(layer)).sort();
  }
}

/** The layers of a project as its code shows them. Tests and migrations play no part. */
export function detectedLayers(code: CodeBase): Layers {
  return code.queries.get("detected layers", () => new Layers(sharesNow(code)), isSameLayers);
}

function sharesNow(code: CodeBase): ReadonlyMap<string, readonly LayerShare[]> {
  const counts = new Map<string, Map<LayerName, Count>>();
  const taken = new Set<UnitKey>();
  const roots = backendsOf(code).map(({ root }) => root);
  const runs = backend
    .runs(code)
    .filter((run) => !isAside(run))
    .filter(({ path }) => roots.length === 0 || roots.some((root) => isBelow(path, root)));
  const own = new Set(runs.map(({ path }) => path));
  const add = (path: string, layer: LayerName, isClass = false): void => {
    if (!own.has(path)) return;
    const ofFile = counts.get(path) ?? new Map<LayerName, Count>();
    const { units, classes } = ofFile.get(layer) ?? { units: 0, classes: 0 };
    ofFile.set(layer, { units: units + 1, classes: classes + (isClass ? 1 : 0) });
    counts.set(path, ofFile);
  };
  const handlers = new Set(backend.routing(code).endpoints.map(({ handler }) => handler));
  for (const node of new Map([...handlers].map((one) => [one.node, one])).values()) {
    taken.add(unitOf(node));
    add(node.path, "router");
  }
  for (const { path, scope } of runs) {
    if (counts.has(path)) continue;
    const holdsRouter = [...scope.names.values()].some((value) => {
      const router = value.kind === "import" ? undefined : optionsOf(value).map(routerOf)[0];
      return router?.kind === "router" && router.call.place.path === path;
    });
    if (holdsRouter) add(path, "router");
  }
  for (const { class: of, place } of backend.tables(code).tables) {
    if (of === undefined) add(place.path, "models");
  }
  for (const of of mappedClasses(code)) {
    for (const one of ancestors(of)) if (one.kind === "class") taken.add(unitOf(one));
    add(of.path, "models");
  }
  for (const { kind, value, place } of backend.schemas(code).schemas) {
    if (kind !== "pydantic") continue;
    if (value.kind === "class") taken.add(unitOf(value));
    add(place.path, "schemas");
  }
  for (const { kind, function: func, place } of backend.tasks(code).tasks) {
    if (kind === "background") continue;
    if (func !== undefined) taken.add(unitOf(func));
    add(func?.path ?? place.path, "tasks");
  }
  const paths = runs.map(({ path }) => path);
  for (const unit of dataUnits(paths, taken, code)) {
    add(unit.path, unit.layer, unit.isClass);
  }
  return new Map([...counts].map(([path, ofFile]) => [path, sharesOf(ofFile)]));
}

type Count = Pick<LayerShare, "units" | "classes">;

function sharesOf(counts: ReadonlyMap<LayerName, Count>): readonly LayerShare[] {
  const all = [...counts.values()].reduce((sum, { units }) => sum + units, 0);
  return layerNames
    .flatMap((layer) => {
      const count = counts.get(layer);
      return count === undefined ? [] : [{ layer, ...count, share: count.units / all }];
    })
    .sort((a, b) => b.units - a.units);
}

function isSameLayers(a: Layers, b: Layers): boolean {
  const written = (layers: Layers): unknown =>
    [...layers.paths].sort().map((path) => [path, layers.sharesOf(path)]);
  return isSameAnswer(written(a), written(b));
}
