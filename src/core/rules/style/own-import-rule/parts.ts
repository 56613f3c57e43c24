import { type LayerName, layerNames } from "../../../config/schema";
import { configFolder } from "../../configFolder";
import type { AnyRuleContext } from "../../rule";
import type { ModulePlace } from "./importedThings";

/** A part of a code base that a border runs around. */
export interface Part {
  has(module: ModulePlace): boolean;
}

/** The layer of that name, whose files the configuration names, or the code itself shows; else the dotted package. */
export function layerOrPackage(name: string, context: AnyRuleContext): Part {
  return isLayer(name) ? layer(name, context) : dottedPackage(name);
}

function isLayer(name: string): name is LayerName {
  return layerNames.some((known) => known === name);
}

function dottedPackage(name: string): Part {
  return { has: (module) => module.name === name || module.name.startsWith(`${name}.`) };
}

function layer(name: LayerName, { config, file }: AnyRuleContext): Part {
  const folder = configFolder({ config, file });
  return {
    has: ({ path }) =>
      path?.startsWith(folder) === true &&
      config.layers.layerOf(path.slice(folder.length)).includes(name),
  };
}
