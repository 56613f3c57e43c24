import type { LayerName } from "../config/schema";
import { isBelow } from "./backends";
import { layerOfWord } from "./layerHints";
import type { Layers } from "./layers";

/** A folder, or a file by itself, that is named after a layer. */
export interface LayerPlace {
  readonly path: string;
  /** The layer that most of it belongs to. */
  readonly layer: LayerName;
  readonly files: readonly string[];
  /** How much of that layer it holds, in endpoints, tables, schemas … */
  readonly units: number;
  readonly classes: number;
}

/** The places of a folder's layers, the largest first. */
export function layerPlaces(folder: string, layers: Layers): readonly LayerPlace[] {
  const byPlace = new Map<string, string[]>();
  for (const path of layers.paths) {
    if (!isBelow(path, folder)) continue;
    const place = placeOf(path, folder);
    if (place !== undefined) byPlace.set(place, [...(byPlace.get(place) ?? []), path]);
  }
  const places = [...byPlace].flatMap(([path, files]): readonly LayerPlace[] => {
    const sums = new Map<LayerName, Pick<LayerPlace, "layer" | "units" | "classes">>();
    for (const { layer, units, classes } of files.flatMap((file) => layers.sharesOf(file))) {
      const sum = sums.get(layer) ?? { units: 0, classes: 0 };
      sums.set(layer, { layer, units: sum.units + units, classes: sum.classes + classes });
    }
    const [most] = [...sums.values()].sort((a, b) => b.units - a.units);
    return most === undefined ? [] : [{ path, files: files.sort(), ...most }];
  });
  return places.sort((a, b) => b.units - a.units);
}

/** The part of a path up to the folders or the file that are named after layers. */
function placeOf(path: string, folder: string): string | undefined {
  const start = folder === "" ? 0 : folder.split("/").length;
  const parts = path.split("/");
  const isLayer = (at: number): boolean => {
    const word = (parts[at] ?? "").replace(/\.py$/, "");
    return layerOfWord(word) !== undefined || /^v\d+$/.test(word);
  };
  const first = parts.findIndex((_, at) => at >= start && isLayer(at));
  if (first < 0) return undefined;
  let end = first;
  while (end + 1 < parts.length - 1 && isLayer(end + 1)) end++;
  return parts.slice(0, end + 1).join("/");
}
