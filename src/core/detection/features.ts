import { type Backend, isBelow } from "./backends";
import { layerOfWord } from "./layerHints";
import type { Layers } from "./layers";
import { moduleLayers } from "./moduleFolders";

/** A subject of layered code: its files by name across the layers. */
export interface Feature {
  readonly name: string;
  /** The file with its routes. */
  readonly path: string;
  readonly files: readonly string[];
}

/** Names that say nothing about a subject. */
const unnamed: ReadonlySet<string> = new Set(
  "init base common util utils main helper helpers deps dependency core config mixin mixins type types enum enums abstract index root misc shared".split(
    " ",
  ),
);

/**
 * The subjects of layered code: names that a file with routes shares with files of at least one other layer, as
 * `api/users.py`, `models/user.py` and `crud/crud_users.py` do.
 */
export function featuresOf(backend: Backend, layers: Layers): readonly Feature[] {
  const byName = new Map<string, string[]>();
  for (const path of layers.paths) {
    const name = isBelow(path, backend.folder) ? subjectOf(path) : undefined;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName]
    .flatMap(([, files]): readonly Feature[] => {
      const sorted = files.sort();
      const main = sorted.filter((path) => layers.layerOf(path)[0] === "router");
      const [router] = main;
      const found = new Set(sorted.flatMap((path) => layers.layerOf(path).slice(0, 1)));
      const isClear = moduleLayers.filter((layer) => found.has(layer)).length >= 2;
      if (router === undefined || !isClear) return [];
      return [{ name: written(router), path: router, files: sorted }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a file is about by its name, in the singular; of `users/router.py` the folder says it. */
function subjectOf(path: string): string | undefined {
  const name = written(path);
  return name === "" || unnamed.has(name) ? undefined : singular(name);
}

function written(path: string): string {
  const parts = path.replace(/\.py$/, "").split("/").reverse();
  for (const part of parts.slice(0, 2)) {
    const words = part.split("_").filter((word) => layerOfWord(word) === undefined && word !== "");
    const name = words.join("_");
    if (part !== "__init__" && name !== "" && !/^v\d+$/.test(name)) return name;
  }
  return "";
}

function singular(name: string): string {
  if (/ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(?:sses|shes|ches|xes)$/.test(name)) return name.slice(0, -2);
  return /[^su]s$/.test(name) ? name.slice(0, -1) : name;
}
