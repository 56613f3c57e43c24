import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type BackendSpec, createBackendSpec } from "../index";
import type { FileSystem } from "../ports";
import type { Project } from "../project/project";
import { systemClock } from "../systemClock";
import { MemoryFileSystem } from "./memoryFileSystem";

const resolve = createRequire(import.meta.url).resolve;

/** The core over a file system, with the real parser. What it logs as errors goes to `errors`. */
export async function createTestCore(
  fileSystem: FileSystem,
  errors: string[] = [],
): Promise<BackendSpec> {
  const bytes = (specifier: string) => Promise.resolve(readFileSync(resolve(specifier)));
  return await createBackendSpec({
    fileSystem,
    clock: systemClock,
    logger: { info: () => {}, warn: () => {}, error: (message) => errors.push(message) },
    pythonGrammar: {
      runtime: () => bytes("web-tree-sitter/web-tree-sitter.wasm"),
      language: () => bytes("tree-sitter-python/tree-sitter-python.wasm"),
    },
  });
}

// Loading the parser takes longer than most tests: all projects share one, each under a root of its own.
const systems = new Map<string, MemoryFileSystem>();
const systemOf = (uri: string): MemoryFileSystem => {
  const system = systems.get(/^file:\/\/\/project-\d+/.exec(uri)?.[0] ?? "");
  if (system === undefined) throw new Error(`no test project at ${uri}`);
  return system;
};
let shared: Promise<BackendSpec> | undefined;

/** A scanned project of the given files, by their paths. */
export async function createTestProject(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ project: Project; fileSystem: MemoryFileSystem }> {
  shared ??= createTestCore({
    readFile: (uri) => systemOf(uri).readFile(uri),
    readDirectory: (uri) => systemOf(uri).readDirectory(uri),
    stat: (uri) => systemOf(uri).stat(uri),
  });
  const root = `file:///project-${systems.size + 1}`;
  const fileSystem = new MemoryFileSystem(files, root);
  systems.set(root, fileSystem);
  const project = (await shared).openProject(root);
  await project.scan();
  return { project, fileSystem };
}
