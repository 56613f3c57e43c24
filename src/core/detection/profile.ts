import type { Profile } from "../config/profiles/index";
import { backend as facade } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import type { Backend } from "./backends";
import { type Answer, counted, detected, isSameAnswer, undetected } from "./detected";
import { featuresOf } from "./features";
import { countedUnits } from "./layerNouns";
import { type LayerPlace, layerPlaces } from "./layerPlaces";
import { detectedLayers, type Layers } from "./layers";
import { type ModuleFolder, moduleFolders, moduleLayers } from "./moduleFolders";

/** A part of a backend with files of its own. */
export interface Module {
  readonly name: string;
  /** The module's folder; in layered code the file with its routes. */
  readonly path: string;
  readonly files: readonly string[];
}

/** How a backend is laid out. */
export interface Layout {
  /** The family of conventions that it is nearest to, with what speaks for it and against. */
  readonly profile: Answer<Profile["name"]>;
  readonly modules: readonly Module[];
}

/** How a backend is laid out: in module folders, or in layers. */
export function layoutOf(backend: Backend, code: CodeBase): Layout {
  return code.queries.get(
    `detected layout ${backend.folder}`,
    () => layoutNow(backend, code),
    isSameAnswer,
  );
}

function layoutNow(backend: Backend, code: CodeBase): Layout {
  const layers = detectedLayers(code);
  const folders = moduleFolders(backend, layers);
  const share = endpointShare(folders, backend, code);
  const modules = folders.map(({ name, path, files }) => ({ name, path, files }));
  const isEnough =
    folders.length > 1 || (folders[0]?.layers ?? []).filter((one) => one !== "tasks").length > 3;
  const flat = folders.filter(({ isFlat }) => isFlat);
  if (isEnough && share >= 0.5) {
    const reasons = modularReasons(folders, share, backend);
    return flat.length * 2 > folders.length
      ? { profile: detected("modular", ...reasons), modules }
      : { profile: undetected(...reasons, deepReason(folders)), modules };
  }
  const places = layerPlaces(backend.folder, layers);
  const separate = separateLayers(places, backend, layers);
  if (separate.length > 2 && share < 0.5) {
    const features = featuresOf(backend, layers);
    return { profile: detected("layered", ...layeredReasons(separate, layers)), modules: features };
  }
  const found = [...new Set(separate.map(({ layer }) => layer))];
  const against = [
    folders.length === 0
      ? "no folder holds a router and two layers more"
      : `${counted(folders.length, "folder")} with a router and two layers more, ${percent(share)} of the endpoints`,
    found.length === 0
      ? "no layer has a folder or file of its own"
      : `only ${found.join(" and ")} stand by themselves`,
  ];
  return { profile: undetected(...against), modules };
}

/** How many of the backend's handlers stand in modules. */
function endpointShare(folders: readonly ModuleFolder[], backend: Backend, code: CodeBase): number {
  const inModules = new Set(folders.flatMap(({ files }) => files));
  const handlers = facade
    .routing(code)
    .endpoints.map(({ handler }) => handler.path)
    .filter((path) => path.startsWith(backend.folder));
  return handlers.length === 0
    ? 0
    : handlers.filter((path) => inModules.has(path)).length / handlers.length;
}

function modularReasons(
  folders: readonly ModuleFolder[],
  share: number,
  backend: Backend,
): readonly string[] {
  const best = [...folders].sort((a, b) => b.layers.length - a.layers.length)[0];
  const missing = moduleLayers.filter(
    (layer) => folders.filter((one) => one.layers.includes(layer)).length * 2 < folders.length,
  );
  return [
    `${counted(folders.length, "module folder")} in ${backend.folder || "the root"} with ${percent(share)} of the endpoints`,
    ...(best === undefined
      ? []
      : [
          `${best.path} holds ${moduleLayers.filter((one) => best.layers.includes(one)).join(", ")}`,
        ]),
    ...(missing.length === 0
      ? []
      : [`against it: most modules have no ${missing.join(" and no ")} of their own`]),
  ];
}

function deepReason(folders: readonly ModuleFolder[]): string {
  const deep = folders.filter(({ isFlat }) => !isFlat);
  return `against modular: ${deep.map(({ path }) => path).join(" and ")} nest folders in place of one file a layer`;
}

/** The places of layers that keep to themselves: most of such a layer stands where no other layer has more. */
function separateLayers(
  places: readonly LayerPlace[],
  backend: Backend,
  layers: Layers,
): readonly LayerPlace[] {
  return moduleLayers.flatMap((layer) => {
    const own = places.filter((one) => one.layer === layer);
    const units = own.reduce((sum, one) => sum + one.units, 0);
    const all = layers.paths
      .filter((path) => path.startsWith(backend.folder))
      .flatMap((path) => layers.sharesOf(path))
      .filter((one) => one.layer === layer)
      .reduce((sum, one) => sum + one.units, 0);
    const [largest] = own;
    return largest !== undefined && units >= 0.6 * all ? [largest] : [];
  });
}

function layeredReasons(separate: readonly LayerPlace[], layers: Layers): readonly string[] {
  const mixed = moduleLayers.filter((layer) => !separate.some((one) => one.layer === layer));
  return [
    ...separate.map((place) => {
      const files = place.path.endsWith(".py") ? "" : ` in ${counted(place.files.length, "file")}`;
      return `${place.path} holds ${countedUnits(place)}${files}`;
    }),
    ...mixed.map((layer) =>
      layers.filesOf(layer).length === 0
        ? `against it: there is no ${layer} layer`
        : `against it: the ${layer} layer stands among others, as in ${layers.filesOf(layer)[0]}`,
    ),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
