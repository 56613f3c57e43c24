import type { LayerName } from "../../config/schema";
import { dataLayerOfName } from "../../detection/layerHints";
import { classOf } from "../../evaluation/attributes";
import { ancestors } from "../../evaluation/classes";
import type { ClassV, Value } from "../../evaluation/value";
import { configFolder } from "../configFolder";
import type { AnyRuleContext } from "../rule";
import { isDataClass } from "./dataClass";

/** Tells the parts that a file of the project plays. */
export type LayersOf = (path: string) => readonly LayerName[];

/** The parts of files as the configuration of a rule's file has them. */
export function layersFor({ config, file }: Pick<AnyRuleContext, "config" | "file">): LayersOf {
  const start = configFolder({ config, file }).length;
  return (path) => config.layers.layerOf(path.slice(start));
}

/** Whether a file holds repositories and neither services nor routes. */
export function isRepositoryFile(path: string, layersOf: LayersOf): boolean {
  const layers = layersOf(path);
  return layers.includes("repository") && !layers.includes("router") && !layers.includes("service");
}

/** Whether a class, or one that it inherits from, is a repository: by its file, and by its name where that holds more. */
export function isRepository(of: ClassV, layersOf: LayersOf): boolean {
  if (isDataClass(of)) return false;
  return ancestors(of).some(
    (one) => one.kind === "class" && isOfLayer(one, "repository", ["router", "service"], layersOf),
  );
}

/** Whether a class is a service. */
export function isService(of: ClassV, layersOf: LayersOf): boolean {
  if (isDataClass(of)) return false;
  return ancestors(of).some(
    (one) => one.kind === "class" && isOfLayer(one, "service", ["router", "repository"], layersOf),
  );
}

function isOfLayer(
  { name, path }: ClassV,
  layer: "repository" | "service",
  others: readonly LayerName[],
  layersOf: LayersOf,
): boolean {
  const layers = layersOf(path);
  if (!layers.includes(layer)) return false;
  const isMixed = others.some((other) => layers.includes(other));
  return !isMixed || dataLayerOfName(name) === layer;
}

/** The repository that a value is, or is an object of. */
export function repositoryOf(value: Value, layersOf: LayersOf): ClassV | undefined {
  const of = classOf(value);
  return of !== undefined && isRepository(of, layersOf) ? of : undefined;
}
