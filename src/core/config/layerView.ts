import picomatch from "picomatch";
import type { Detector, KeySource } from "./filledKeys";
import { profiles } from "./profiles/index";
import { type Config, type LayerName, layerNames } from "./schema";

interface Globs {
  readonly from: Exclude<KeySource, "detected">;
  readonly matches: (path: string) => boolean;
}

/**
 * Which files play which part: by the file's globs, else by those of the profile that it names, where they match any
 * file, else by what the files hold.
 */
export class LayerView {
  private readonly given = new Map<LayerName, Globs>();
  private readonly ofProfile = new Map<LayerName, Globs>();
  /** The files that the profile's globs were tried on, and the layers that they match any of. */
  private tried: { readonly paths: readonly string[]; readonly layers: ReadonlySet<LayerName> } = {
    paths: [],
    layers: new Set(),
  };

  constructor(
    { layers, profile }: Config,
    private readonly detector: Detector,
  ) {
    for (const layer of layerNames) {
      const globs = layers?.[layer];
      if (globs !== undefined) this.given.set(layer, globsOf(globs, "file"));
      if (profile === undefined || profile === "none") continue;
      this.ofProfile.set(layer, globsOf(profiles[profile].layers[layer], "profile"));
    }
  }

  /** The parts that a file plays. @param path relative to the configuration's folder */
  layerOf(path: string): readonly LayerName[] {
    const held = this.detector.layerOf(path);
    return layerNames.filter((layer) => this.globs(layer)?.matches(path) ?? held.includes(layer));
  }

  /** The files that play a part, relative to the configuration's folder. */
  filesOf(layer: LayerName): readonly string[] {
    return this.detector.paths().filter((path) => this.layerOf(path).includes(layer));
  }

  /** Who says which files play a part. */
  sourceOf(layer: LayerName): KeySource {
    return this.globs(layer)?.from ?? "detected";
  }

  private globs(layer: LayerName): Globs | undefined {
    const given = this.given.get(layer);
    if (given !== undefined || this.ofProfile.size === 0) return given;
    return this.matching().has(layer) ? this.ofProfile.get(layer) : undefined;
  }

  private matching(): ReadonlySet<LayerName> {
    const paths = this.detector.paths();
    if (this.tried.paths !== paths) {
      const found = [...this.ofProfile].filter(([, { matches }]) => paths.some(matches));
      this.tried = { paths, layers: new Set(found.map(([layer]) => layer)) };
    }
    return this.tried.layers;
  }
}

function globsOf(globs: readonly string[], from: Globs["from"]): Globs {
  const matches = picomatch([...globs], { dot: true });
  return { from, matches: (path) => matches(path) };
}
