import type { FileSystem, Ports } from "./ports";
import { folderUri } from "./project/paths";
import { Project } from "./project/project";
import { createPythonParser } from "./python/parser";
import type { Templates } from "./scaffold/render";
import type { ScaffoldHost } from "./scaffold/scaffoldModule";

/** The product as a library: what every surface talks to. */
export interface BackendSpec {
  /**
   * A folder as a project; nothing is read before `scan`.
   * @param uri the folder's
   * @param fileSystem where its files are read, the host's unless told
   */
  openProject(uri: string, fileSystem?: FileSystem): Project;
  /** What scaffolds are made with. @param fileSystem where a project's files are read, the host's unless told */
  scaffoldHost(templates: Templates, fileSystem?: FileSystem): ScaffoldHost;
}

/**
 * Puts the core together from what a host brings. Rejects when the parser's WebAssembly cannot be loaded.
 */
export async function createBackendSpec(ports: Ports): Promise<BackendSpec> {
  const { pythonGrammar } = ports;
  const [runtime, language] = await Promise.all([
    pythonGrammar.runtime(),
    pythonGrammar.language(),
  ]);
  const parser = await createPythonParser(runtime, language);
  return {
    openProject: (uri, fileSystem = ports.fileSystem) =>
      new Project(folderUri(uri), parser, { ...ports, fileSystem }),
    scaffoldHost: (templates, fileSystem = ports.fileSystem) => ({ templates, fileSystem, parser }),
  };
}
