import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { diagramParserIn } from "../../node/diagramParser";
import { type BackendSpec, createBackendSpec } from "../index";
import type { DiagramParser, FileSystem } from "../ports";
import type { Project } from "../project/project";
import { systemClock } from "../systemClock";
import { MemoryFileSystem } from "./memoryFileSystem";

const resolve = createRequire(import.meta.url).resolve;

/**
 * The core over a file system, with the real parser. What it logs as errors goes to `errors`.
 * @param diagramParser Mermaid's, which has to be built before (`*.mermaid.test.ts`)
 */
export async function createTestCore(
  fileSystem: FileSystem,
  errors: string[] = [],
  diagramParser?: DiagramParser,
): Promise<BackendSpec> {
  const bytes = (specifier: string) => Promise.resolve(readFileSync(resolve(specifier)));
  return await createBackendSpec({
    fileSystem,
    clock: systemClock,
    diagramParser,
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
const shared = new Map<boolean, Promise<BackendSpec>>();
const built = join(import.meta.dirname, "../../../dist");

/**
 * A scanned project of the given files, by their paths.
 * @param withMermaid whether diagrams are checked
 * @param folder the name of the folder that it lies in
 */
export async function createTestProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  withMermaid = false,
  folder?: string,
): Promise<{ project: Project; fileSystem: MemoryFileSystem }> {
  const fileSystemOfAll: FileSystem = {
    readFile: (uri) => systemOf(uri).readFile(uri),
    readDirectory: (uri) => systemOf(uri).readDirectory(uri),
    stat: (uri) => systemOf(uri).stat(uri),
  };
  const parser = withMermaid ? diagramParserIn(built) : undefined;
  const core = shared.get(withMermaid) ?? createTestCore(fileSystemOfAll, [], parser);
  shared.set(withMermaid, core);
  const own = `file:///project-${systems.size + 1}`;
  const root = folder === undefined ? own : `${own}/${folder}`;
  const fileSystem = new MemoryFileSystem(files, root);
  systems.set(own, fileSystem);
  const project = (await core).openProject(root);
  await project.scan();
  return { project, fileSystem };
}
