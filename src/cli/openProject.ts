import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import * as z from "zod";
import { RewindableFiles } from "../core/changes/rewindableFiles";
import { defaultSpecsFolder } from "../core/config/configView";
import { createBackendSpec } from "../core/index";
import type { FileSystem } from "../core/ports";
import { configFileName } from "../core/project/configStore";
import { joinUri } from "../core/project/paths";
import type { Project } from "../core/project/project";
import { systemClock } from "../core/systemClock";
import { cacheStoreIn } from "../node/cacheStore";
import { diagramParserIn } from "../node/diagramParser";
import { nodeFileSystem } from "../node/fileSystem";
import { pythonGrammarIn } from "../node/pythonGrammar";
import { createWorkerPool } from "../node/workers/pool";
import { UsageError } from "./exit";
import { progress } from "./progress";

/** What every command that analyses takes. */
export const analysisOptions = z.object({
  config: z.string().optional(),
  cache: z.boolean().default(true),
  cacheDir: z.string().optional(),
  jobs: z.int().positive().default(availableParallelism()),
});
export type AnalysisOptions = z.output<typeof analysisOptions>;

/** A project and what of it was asked for. */
export interface OpenedProject {
  readonly project: Project;
  /** Where it reads its files. */
  readonly files: RewindableFiles;
  /** The folder that reported paths are relative to. */
  readonly root: string;
  /** Absolute paths that narrow what is reported. */
  readonly paths: readonly string[];
  /** What came from standard input in place of a file. */
  readonly standardInput?: TextDocument;
}

/**
 * Opens and scans the project that the paths are in. Rejects with a `UsageError` for a path or a configuration file
 * that is not there.
 */
export async function openProject(
  given: readonly string[],
  options: AnalysisOptions,
): Promise<OpenedProject> {
  const paths = (given.length === 0 ? ["."] : given).map((path) => resolve(path));
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`${path}: no such file or folder`);
  }
  const root = commonFolder(paths);
  const files = new RewindableFiles(nodeFileSystem);
  const project = await unreadProject(root, options, files);
  await project.scan(progress("Reading"));
  if (holdsAny(project, paths)) return { project, files, root, paths };
  // The project leaves the paths out (a virtual environment, a `.gitignore` far above): they were asked for by name.
  const alone = await unreadProject(root, options, files, root);
  await alone.scan(progress("Reading"));
  if (!holdsAny(alone, paths)) console.error(`There is no Python file in ${paths.join(", ")}.`);
  return { project: alone, files, root, paths };
}

/**
 * The project around a folder with its configuration, but none of its files read. Rejects like `openProject`.
 * @param files where its files are read
 * @param around the project's folder, when it is known
 */
export async function unreadProject(
  folder: string,
  { config: configFile, cache, cacheDir, jobs }: AnalysisOptions,
  files: FileSystem = nodeFileSystem,
  around = projectFolder(folder),
): Promise<Project> {
  const core = await createBackendSpec({
    fileSystem: files,
    clock: systemClock,
    pythonGrammar: pythonGrammarIn(__dirname),
    diagramParser: diagramParserIn(__dirname),
    cacheStore: () =>
      cache ? cacheStoreIn(cacheDir ?? join(around, ".backend-spec_cache")) : undefined,
    workers: jobs > 1 ? createWorkerPool(join(__dirname, "worker.js"), jobs) : undefined,
    logger: {
      info: () => undefined,
      warn: (message) => console.error(message),
      error: (message) => console.error(message),
    },
  });
  const project = core.openProject(pathToFileURL(around).toString());
  if (configFile !== undefined) {
    const problems = project.configs.useOnly(await readConfig(configFile));
    const lines = problems.map(
      ({ message, range: { start } }) =>
        `${configFile}:${start.line + 1}:${start.character + 1}: ${message}`,
    );
    if (lines.length > 0) throw new UsageError(lines.join("\n"));
  } else await project.refresh(`${project.root}/${configFileName}`);
  return project;
}

/** Whether a project has Python files or a configuration among the paths. */
function holdsAny(project: Project, paths: readonly string[]): boolean {
  return [...project.lintedPaths, ...project.configs.paths()].some((path) =>
    isGiven(project, path, paths),
  );
}

/** Whether a project's path is one of those given, or below one. */
export function isGiven(project: Project, path: string, paths: readonly string[]): boolean {
  const absolute = fileURLToPath(joinUri(project.root, path));
  return paths.some((given) => absolute === given || absolute.startsWith(withSeparator(given)));
}

async function readConfig(file: string): Promise<{ uri: string; text: string }> {
  try {
    return { uri: pathToFileURL(resolve(file)).toString(), text: await readFile(file, "utf8") };
  } catch {
    throw new UsageError(`${file}: the configuration file cannot be read`);
  }
}

/** The one folder given, or the nearest folder that holds all paths. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (statSync(path).isDirectory() ? path : dirname(path)));
  let common = folders[0] ?? process.cwd();
  while (
    !folders.every((folder) => folder === common || folder.startsWith(withSeparator(common)))
  ) {
    common = dirname(common);
  }
  return common;
}

function withSeparator(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}

/**
 * The whole project around a folder: the nearest folder above it with a configuration or a repository, else with a
 * `pyproject.toml`, else what is above a folder of specs, else the one that its outermost package is in.
 */
function projectFolder(folder: string): string {
  return (
    nearestWith(folder, [configFileName, ".git"]) ??
    nearestWith(folder, ["pyproject.toml"]) ??
    aboveSpecs(folder) ??
    aroundPackages(folder)
  );
}

/** The folder that names of modules begin in: above all that have an `__init__.py`. */
function aroundPackages(folder: string): string {
  let current = folder;
  while (existsSync(join(current, "__init__.py")) && dirname(current) !== current) {
    current = dirname(current);
  }
  return current;
}

/** Specs stand in the workspace folder, beside the code that they are about: without any mark, that is where it is. */
function aboveSpecs(folder: string): string | undefined {
  const parts = folder.split(sep);
  const at = parts.lastIndexOf(defaultSpecsFolder);
  return at > 0 ? parts.slice(0, at).join(sep) || sep : undefined;
}

function nearestWith(folder: string, names: readonly string[]): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (names.some((name) => existsSync(join(current, name)))) return current;
    if (current === dirname(current)) return undefined;
  }
}
