import type { Answer } from "../detection/detected";
import { profiles } from "./profiles/index";
import type { Config, LayerName } from "./schema";

/** The keys that are filled where a file leaves them out, by their dotted names. */
export interface FilledKeys {
  readonly package: string;
  readonly "source-roots": readonly string[];
  readonly "modules.root": string;
  readonly "modules.files": readonly string[];
  readonly "names.schemas": readonly string[];
  readonly "database.session": string;
  readonly "database.base": string;
  readonly "database.mixin": string;
  readonly "database.soft-delete": string;
  readonly "schemas.base": string;
  readonly "settings.function": string;
  readonly "tasks.queue": string;
  readonly "tasks.location": string;
}
export type FilledKey = keyof FilledKeys;

/** All of them, in the order of the schema. */
export const filledKeys = [
  "package",
  "source-roots",
  "modules.root",
  "modules.files",
  "names.schemas",
  "database.session",
  "database.base",
  "database.mixin",
  "database.soft-delete",
  "schemas.base",
  "settings.function",
  "tasks.queue",
  "tasks.location",
] as const satisfies readonly FilledKey[];

/** Where the value of a key comes from. */
export type KeySource = "file" | "profile" | "detected";

/** A key as it holds, and why. */
export interface KeyInForce<T> {
  readonly value: T | undefined;
  /** `undefined` where nothing tells. */
  readonly from: KeySource | undefined;
  readonly reasons: readonly string[];
}

/** What a code base says itself of the part that a configuration is for. Nothing is computed before it is asked for. */
export interface Detector {
  answer<K extends FilledKey>(key: K): Answer<FilledKeys[K]>;
  /** The Python files below the configuration's folder, relative to it; the same list until it changes. */
  paths(): readonly string[];
  /** The layers of a file by what it holds. @param path relative to the configuration's folder */
  layerOf(path: string): readonly LayerName[];
}

/** A detector where there is no code. */
export const noDetector: Detector = {
  answer: () => ({ value: undefined, reasons: [] }),
  paths: () => [],
  layerOf: () => [],
};

/** What a file says of each key. */
export function keysOfFile(config: Config): {
  readonly [K in FilledKey]: FilledKeys[K] | undefined;
} {
  const { database, modules, tasks } = config;
  return {
    package: config.package,
    "source-roots": config["source-roots"],
    "modules.root": modules?.root,
    "modules.files": modules?.files,
    "names.schemas": config.names?.schemas,
    "database.session": database?.session,
    "database.base": database?.base,
    "database.mixin": database?.mixin,
    "database.soft-delete": database?.["soft-delete"],
    "schemas.base": config.schemas?.base,
    "settings.function": config.settings?.function,
    "tasks.queue": tasks?.queue,
    "tasks.location": tasks?.location,
  };
}

/** What the profile that a file names says of each key. */
export function keysOfProfile(config: Config): {
  readonly [K in FilledKey]?: FilledKeys[K] | undefined;
} {
  const { profile } = config;
  if (profile === undefined || profile === "none") return {};
  return {
    "names.schemas": profiles[profile].schemaSuffixes,
    ...(profile === "modular" && {
      "modules.files": ["models", "schemas", "repository", "service", "router"],
    }),
  };
}
