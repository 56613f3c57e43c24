import type { LayerName } from "../config/schema";
import { folderOf } from "../project/paths";
import { type Backend, isBelow } from "./backends";
import { isTechnicalFolder } from "./layerHints";
import type { Layers } from "./layers";

/** The layers that make a module. */
export const moduleLayers = ["models", "schemas", "repository", "service", "router"] as const;

/** A folder that holds several layers of one subject. */
export interface ModuleFolder {
  readonly name: string;
  readonly path: string;
  /** The files in it that play a part, sorted. */
  readonly files: readonly string[];
  readonly layers: readonly LayerName[];
  /** Whether its layers are files of its own, or packages in place of files, rather than folders within folders. */
  readonly isFlat: boolean;
}

/** Folders of what all modules share. */
const shared =
  /^(?:core|common|commons|shared|infrastructure|infra|libs?|utils?|base|db|database)$/;

/** The fewest layers that a module has. */
const fewestLayers = 3;

/** The module folders of a backend: those below its package that hold a router and at least two layers more. */
export function moduleFolders(backend: Backend, layers: Layers): readonly ModuleFolder[] {
  const byFolder = new Map<string, string[]>();
  for (const path of layers.paths) {
    if (!isBelow(path, backend.folder)) continue;
    const folder = subjectFolder(path);
    if (folder === backend.folder || !isBelow(folder, backend.folder)) continue;
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return [...byFolder]
    .map(([path, files]) => moduleOf(path, files.sort(), layers))
    .filter((one) => {
      if (shared.test(one.name)) return false;
      const own = one.layers.filter((layer) => layer !== "tasks");
      return own.includes("router") && own.length >= fewestLayers;
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function moduleOf(path: string, files: readonly string[], layers: Layers): ModuleFolder {
  const found = new Set(files.flatMap((file) => layers.layerOf(file)));
  const deep = files.filter((file) => file.slice(path.length + 1).split("/").length > 2);
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    path,
    files,
    layers: [...found],
    isFlat: deep.length * 2 < files.length,
  };
}

/** The folder of what a file is about: the nearest one that is not named after a layer. */
export function subjectFolder(path: string): string {
  let folder = folderOf(path);
  while (folder.includes("/") && isTechnicalFolder(folder.slice(folder.lastIndexOf("/") + 1))) {
    folder = folderOf(folder);
  }
  return folder;
}
