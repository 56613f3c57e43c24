import picomatch from "picomatch";
import {
  type Detector,
  type FilledKey,
  type FilledKeys,
  type KeyInForce,
  keysOfFile,
  keysOfProfile,
  noDetector,
} from "./filledKeys";
import { LayerView } from "./layerView";
import { type Profile, profiles } from "./profiles/index";
import type { Config, RuleLevel } from "./schema";

type RuleSettings = NonNullable<Config["rules"]>;

/** Where specifications stand unless the configuration says another folder. */
export const defaultSpecsFolder = "specs";

/**
 * A configuration as the rest of the core asks it: keys that the file leaves out are filled from its profile, then from
 * what the code base shows. What is detected fills keys only; house style begins with the profile that a file names.
 */
export class ConfigView {
  private readonly overrides: readonly {
    matches: (path: string) => boolean;
    rules: RuleSettings;
  }[];
  private readonly isExcluded: (path: string) => boolean;
  /** Which files play which part. */
  readonly layers: LayerView;

  constructor(
    /** What the file says. */
    readonly config: Config,
    /** The file it was read from; `undefined` where there is none. */
    readonly uri: string | undefined,
    private readonly detector: Detector = noDetector,
  ) {
    this.layers = new LayerView(config, detector);
    this.isExcluded = picomatch(config.exclude ?? [], { dot: true });
    this.overrides = (config.overrides ?? []).map(({ paths, rules }) => ({
      matches: picomatch([...paths], { dot: true }),
      rules,
    }));
  }

  /** The profile that a committed file names. */
  get profile(): Profile | undefined {
    const name = this.config.profile;
    return name === undefined || name === "none" ? undefined : profiles[name];
  }

  /** A key as it holds: what the file says, else its profile, else what the code base shows. */
  key<K extends FilledKey>(key: K): KeyInForce<FilledKeys[K]> {
    const written: FilledKeys[K] | undefined = keysOfFile(this.config)[key];
    if (written !== undefined) return { value: written, from: "file", reasons: [] };
    const usual: FilledKeys[K] | undefined = keysOfProfile(this.config)[key];
    if (usual !== undefined) return { value: usual, from: "profile", reasons: [] };
    const { value, reasons } = this.detector.answer(key);
    return { value, from: value === undefined ? undefined : "detected", reasons };
  }

  /** The prefix of constants that hold error messages. */
  get errorConstantPrefix(): string {
    return this.config.names?.["error-constant"] ?? "ERROR_";
  }

  /** The folder of specifications, relative to the configuration's. */
  get specsFolder(): string {
    return this.config.specs?.folder ?? defaultSpecsFolder;
  }

  /** Whether a file is left out of everything. @param path relative to the configuration's folder. */
  excludes(path: string): boolean {
    return this.isExcluded(path);
  }

  /** The severity that the file gives a rule for a path, and its options; overrides that come later win. */
  ruleSetting(
    rule: string,
    path: string,
  ): {
    readonly level: RuleLevel | undefined;
    readonly options: Readonly<Record<string, unknown>>;
  } {
    let level: RuleLevel | undefined;
    let options: Record<string, unknown> = {};
    const settings = [
      this.config.rules?.[rule],
      ...this.overrides.filter(({ matches }) => matches(path)).map(({ rules }) => rules[rule]),
    ];
    for (const setting of settings) {
      if (typeof setting === "string") level = setting;
      else if (setting !== undefined) {
        const { severity, ...rest } = setting;
        level = severity ?? level;
        options = { ...options, ...rest };
      }
    }
    return { level, options };
  }
}

/** The configuration of a project that has no file. */
export const noConfig = new ConfigView({}, undefined);
