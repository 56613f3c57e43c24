import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createBackendSpec } from "../../../src/core/index";
import type { Project } from "../../../src/core/project/project";
import { systemClock } from "../../../src/core/systemClock";
import { cacheStoreIn } from "../../../src/node/cacheStore";
import { nodeFileSystem } from "../../../src/node/fileSystem";
import { pythonGrammarIn } from "../../../src/node/pythonGrammar";
import { createWorkerPool } from "../../../src/node/workers/pool";

/**
 * Opens a folder as the command line does.
 * @param threads how many, besides the main one; none for 1 or less
 * @param cache the folder of the cache; none when it is left out
 */
export async function openProject(
  folder: string,
  threads: number,
  cache: string | undefined,
): Promise<Project> {
  const core = await createBackendSpec({
    fileSystem: nodeFileSystem,
    clock: systemClock,
    pythonGrammar: pythonGrammarIn(__dirname),
    logger: { info: () => undefined, warn: complain, error: complain },
    ...(cache !== undefined && { cacheStore: () => cacheStoreIn(cache) }),
    workers: threads > 1 ? createWorkerPool(join(__dirname, "worker.js"), threads) : undefined,
  });
  return core.openProject(pathToFileURL(folder).toString());
}

function complain(message: string): void {
  console.error(message);
}
