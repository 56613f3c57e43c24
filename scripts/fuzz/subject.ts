import { createBackendSpec } from "../../src/core/index";
import type { CacheStore } from "../../src/core/ports";
import { createPythonParser } from "../../src/core/python/parser";
import { systemClock } from "../../src/core/systemClock";
import { MemoryFileSystem } from "../../src/core/testing/memoryFileSystem";
import { pythonGrammarIn } from "../../src/node/pythonGrammar";
import type { Subject } from "./checks";

/** The core as it is, over files in memory. @param folder where the grammar is */
export async function createSubject(folder: string): Promise<Subject> {
  const pythonGrammar = pythonGrammarIn(folder);
  const parser = await createPythonParser(
    await pythonGrammar.runtime(),
    await pythonGrammar.language(),
  );
  let fileSystem = new MemoryFileSystem();
  let cached: Uint8Array | undefined;
  let files: object = {};
  const store: CacheStore = {
    read: async () => cached,
    write: async (parts) => {
      cached = Buffer.concat([...parts]);
    },
  };
  const errors: string[] = [];
  const core = await createBackendSpec({
    fileSystem: {
      readFile: (uri) => fileSystem.readFile(uri),
      readDirectory: (uri) => fileSystem.readDirectory(uri),
      stat: (uri) => fileSystem.stat(uri),
    },
    clock: systemClock,
    pythonGrammar,
    cacheStore: () => store,
    logger: {
      info: () => undefined,
      warn: (message) => errors.push(message),
      error: (message) => errors.push(message),
    },
  });
  return {
    parser,
    open(given) {
      if (given !== files) cached = undefined;
      files = given;
      fileSystem = new MemoryFileSystem(given);
      return core.openProject("file:///project");
    },
    takeErrors: () => errors.splice(0),
  };
}
