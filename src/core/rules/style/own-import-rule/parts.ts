import picomatch from "picomatch";
import { type LayerName, layerNames } from "../../../config/schema";
import { folderOfUri, relativePath } from "../../../project/paths";
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
  // Globs are relative to the configuration's folder, which may lie below the project's.
  const fromConfig = config.uri && relativePath(folderOfUri(config.uri), file.document.uri)?.length;
  const skipped = file.path.length - (fromConfig || file.path.length);
  const folder = file.path.slice(0, Math.max(0, skipped));
  return {
    has: ({ path }) => path?.startsWith(folder) === true && matches(path.slice(folder.length)),
  };
}
