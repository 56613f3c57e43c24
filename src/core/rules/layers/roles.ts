import type { LayerName } from "../../config/schema";
import { dataHint, dataLayerOfName, snakeCase } from "../../detection/layerHints";
import { detectedLayers } from "../../detection/layers";
import { classOf } from "../../evaluation/attributes";
import { ancestors } from "../../evaluation/classes";
import type { ClassV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { configFolder } from "../configFolder";
import type { AnyRuleContext } from "../rule";
import { isDataClass } from "./dataClass";

/** Tells the parts that the files of a project play. */
export interface Roles {
  layerOf(path: string): readonly LayerName[];
  /** Whether the configuration or its profile says which files play a part; else what they hold does. */
  isGiven(layer: LayerName): boolean;
}

/** The parts as the configuration of a rule's file has them. */
export function rolesFor({ config, file }: Pick<AnyRuleContext, "config" | "file">): Roles {
  const start = configFolder({ config, file }).length;
  return {
    layerOf: (path) => config.layers.layerOf(path.slice(start)),
    isGiven: (layer) => config.layers.sourceOf(layer) !== "detected",
  };
}

/** The parts as the code shows them. */
export function detectedRoles(code: CodeBase): Roles {
  const layers = detectedLayers(code);
  return { layerOf: (path) => layers.layerOf(path), isGiven: () => false };
}

/** Whether a file, or a function in it, is of the repository and of no other layer. */
export function isRepositoryPlace(path: string, name: string, roles: Roles): boolean {
  const layers = roles.layerOf(path);
  if (layers.includes("router") || layers.includes("service")) return false;
  return layers.includes("repository") && isNamedSo(path, name, roles);
}

/** Whether a class, or one that it inherits from, is a repository: by its file, and by its name where that holds more. */
export function isRepository(of: ClassV, roles: Roles): boolean {
  if (isDataClass(of)) return false;
  return ancestors(of).some((one) => {
    if (one.kind !== "class") return false;
    const { path, name } = one;
    const isByContent = isOfLayer(one, "repository", ["router", "service"], roles);
    // What it stores in may be something that is not known here, or left to a subclass.
    const isByNames = repositoryName.test(snakeCase(name)) && dataHint(path, "") === "repository";
    return isByContent ? isNamedSo(path, name, roles) : isByNames && !roles.isGiven("repository");
  });
}

/** `BookRepository`; a `Repository` by itself may be one of Git. */
const repositoryName = /._(?:repository|repo|crud|dao)(?:_|$)|^crud_./;

/** Whether a class is a service. */
export function isService(of: ClassV, roles: Roles): boolean {
  if (isDataClass(of)) return false;
  return ancestors(of).some(
    (one) => one.kind === "class" && isOfLayer(one, "service", ["router", "repository"], roles),
  );
}

/**
 * Whether names agree, where only what the code does makes it a service: helpers are called from everywhere, and logs and
 * caches are there for everybody.
 * @param text path and name
 */
export function isCalledService(text: string, roles: Roles): boolean {
  const isForAll = /(?:^|[^a-z])(?:log|logger|logging|metrics?|tracing|cache)(?:[^a-z]|$)/i.test(
    snakeCase(text),
  );
  return !isForAll && (roles.isGiven("service") || /service|use_?case|interactor/i.test(text));
}

function isOfLayer(
  { name, path }: ClassV,
  layer: "repository" | "service",
  others: readonly LayerName[],
  { layerOf }: Roles,
): boolean {
  const layers = layerOf(path);
  if (!layers.includes(layer)) return false;
  const isMixed = others.some((other) => layers.includes(other));
  return !isMixed || dataLayerOfName(name) === layer;
}

/** Whether names agree, where only what the code does makes it a repository: other things run queries, too. */
function isNamedSo(path: string, name: string, roles: Roles): boolean {
  return roles.isGiven("repository") || dataHint(path, name) === "repository";
}

/** The repository that a value is, or is an object of. */
export function repositoryOf(value: Value, roles: Roles): ClassV | undefined {
  const of = classOf(value);
  return of !== undefined && isRepository(of, roles) ? of : undefined;
}
