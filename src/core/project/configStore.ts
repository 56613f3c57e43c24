import { ConfigView, noConfig } from "../config/configView";
import { type ConfigProblem, parseConfig } from "../config/parse";
import { ruleOptionSchemas } from "../rules/registry";
import { folderOf } from "./paths";

/** The name of the configuration file. */
export const configFileName = ".backend-spec.yaml";

/** The configuration files of a project, each for the files below its folder. */
export class ConfigStore {
  private readonly byFolder = new Map<string, ConfigView>();
  private only: ConfigView | undefined;
  private readonly problemsByPath = new Map<string, readonly ConfigProblem[]>();

  /** Takes a configuration file's text. @param path relative to the project. */
  set(path: string, uri: string, text: string): void {
    if (this.only !== undefined) return;
    const { config, problems } = parseConfig(text, ruleOptionSchemas);
    this.byFolder.set(folderOf(path), new ConfigView(config, uri));
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
    this.only = new ConfigView(config, uri);
    return problems;
  }

  /** Forgets a configuration file. */
  delete(path: string): void {
    this.byFolder.delete(folderOf(path));
    this.problemsByPath.delete(path);
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
    if (this.only !== undefined) return { config: this.only, path };
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const config = this.byFolder.get(folder);
      if (config !== undefined) {
        return { config, path: folder === "" ? path : path.slice(folder.length + 1) };
      }
      if (folder === "") return { config: noConfig, path };
    }
  }
}
