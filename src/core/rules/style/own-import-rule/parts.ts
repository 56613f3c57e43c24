import picomatch from "picomatch";
import { type LayerName, layerNames } from "../../../config/schema";
import { configFolder } from "../../configFolder";
import type { AnyRuleContext } from "../../rule";
import type { ModulePlace } from "./importedThings";

/** A part of a code base that a border runs around. */
export interface Part {
  has(module: ModulePlace): boolean;
}

/** The layer of that name, whose files globs of the configuration or its profile say; else the dotted package. */
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
  const globs = config.config.layers?.[name] ?? config.profile?.layers[name];
  if (globs === undefined) return { has: () => false };
  const matches = picomatch([...globs], { dot: true });
  const folder = configFolder({ config, file });
  return {
    has: ({ path }) => path?.startsWith(folder) === true && matches(path.slice(folder.length)),
  };
}
