import { ConfigView, noConfig } from "../config/configView";
import type { Detector } from "../config/filledKeys";
import { type ConfigProblem, parseConfig } from "../config/parse";
import type { Config } from "../config/schema";
import type { Finding } from "../rules/finding";
import { ruleOptionSchemas } from "../rules/registry";
import type { Range } from "../text/range";
import { folderOf } from "./paths";

/** The name of the configuration file. */
export const configFileName = ".backend-spec.yaml";

/** The configuration files of a project, each for the files below its folder. */
export class ConfigStore {
  private readonly byFolder = new Map<string, ReadConfig>();
  private only: ReadConfig | undefined;
  /** The views of the folders that were asked for: a file may be for several backends, each with its own answers. */
  private readonly views = new Map<
    string,
    { readonly config: ConfigView; readonly folder: string }
  >();
  private readonly problemsByPath = new Map<string, readonly ConfigProblem[]>();

  /** @param detect what the code says itself, of a folder and for a configuration in a folder above it */
  constructor(private readonly detect?: (folder: string, configFolder: string) => Detector) {}

  /** The same configurations and one file more, which is not written yet. @param path relative to the project. */
  with(path: string, uri: string, text: string): ConfigStore {
    const store = new ConfigStore(this.detect);
    for (const [folder, config] of this.byFolder) store.byFolder.set(folder, config);
    store.set(path, uri, text);
    return store;
  }

  /** Takes a configuration file's text. @param path relative to the project. */
  set(path: string, uri: string, text: string): void {
    if (this.only !== undefined) return;
    const { config, problems } = parseConfig(text, ruleOptionSchemas);
    this.byFolder.set(folderOf(path), { config, uri });
    this.views.clear();
    this.problemsByPath.set(path, problems);
  }

  /** Takes one file for the whole project, whatever else is found (the command line's `--config`). @returns what is wrong in it. */
  useOnly({
    uri,
    text,
  }: {
    readonly uri: string;
    readonly text: string;
  }): readonly ConfigProblem[] {
    const { config, problems } = parseConfig(text, ruleOptionSchemas);
    this.only = { config, uri };
    this.views.clear();
    return problems;
  }

  /** Forgets a configuration file. */
  delete(path: string): void {
    this.byFolder.delete(folderOf(path));
    this.views.clear();
    this.problemsByPath.delete(path);
  }

  /** Knows of a configuration file that cannot be read: nothing of it holds, and it is named among what was not judged. */
  setUnread(path: string): void {
    this.delete(path);
    this.problemsByPath.set(path, []);
  }

  /** What is wrong in a configuration file. */
  problems(path: string): readonly ConfigProblem[] {
    return this.problemsByPath.get(path) ?? [];
  }

  /** The paths of all configuration files. */
  paths(): readonly string[] {
    return [...this.problemsByPath.keys()];
  }

  /** The configuration of a file: the nearest one above it; and the file's path as that configuration sees it. */
  for(path: string): { readonly config: ConfigView; readonly path: string } {
    const { config, folder } = this.viewOf(folderOf(path));
    return { config, path: folder === "" ? path : path.slice(folder.length + 1) };
  }

  private viewOf(folder: string): { readonly config: ConfigView; readonly folder: string } {
    const known = this.views.get(folder);
    if (known !== undefined) return known;
    const { found, at } = this.nearest(folder);
    const detector = this.detect?.(folder, at);
    const isBare = found === undefined && detector === undefined;
    const config = isBare ? noConfig : new ConfigView(found?.config ?? {}, found?.uri, detector);
    const view = { config, folder: at };
    this.views.set(folder, view);
    return view;
  }

  /** The configuration that holds in a folder, and the folder that its paths are relative to. */
  private nearest(start: string): { readonly found: ReadConfig | undefined; readonly at: string } {
    if (this.only !== undefined) return { found: this.only, at: "" };
    for (let folder = start; ; folder = folderOf(folder)) {
      const found = this.byFolder.get(folder);
      if (found !== undefined || folder === "") return { found, at: folder };
    }
  }
}

/** What one file says. */
interface ReadConfig {
  readonly config: Config;
  readonly uri: string;
}

/** A problem of a configuration or a format as a finding. */
export function invalidConfig(problem: { message: string; range: Range }): Finding {
  return {
    rule: "invalid-config",
    severity: "error",
    message: problem.message,
    range: problem.range,
    related: [],
    fix: undefined,
  };
}
