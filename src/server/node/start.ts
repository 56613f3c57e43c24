import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { systemClock } from "../../core/systemClock";
import { cacheStoreIn } from "../../node/cacheStore";
import { diagramParserIn } from "../../node/diagramParser";
import { nodeFileSystem } from "../../node/fileSystem";
import { gitVersionControl } from "../../node/git/versionControl";
import { pythonGrammarIn } from "../../node/pythonGrammar";
import { templatesIn } from "../../node/templates";
import { createWorkerPool } from "../../node/workers/pool";
import { serve } from "../common/server";

/**
 * Serves over the transport that the arguments name (`--node-ipc`, `--stdio`, `--socket`), else over stdio.
 * @param folder where the `.wasm` files are. Never resolves: the client ends the process.
 */
export function startServer(folder: string): Promise<never> {
  const named = process.argv.some((word) => /^--(node-ipc|socket|pipe)/.test(word));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(process.stdin),
        new StreamMessageWriter(process.stdout),
      );
  // A mistake of ours in one handler must not take the others down.
  process.on("unhandledRejection", (reason) => {
    connection.console.error(
      reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    );
  });
  serve(connection, {
    fileSystem: nodeFileSystem,
    clock: systemClock,
    pythonGrammar: pythonGrammarIn(folder),
    diagramParser: () => diagramParserIn(folder),
    versionControl: gitVersionControl,
    templates: () => templatesIn(folder),
    workers: createWorkerPool(join(folder, "worker.js"), Math.min(4, availableParallelism())),
    cacheStoreIn: (folder, root) =>
      cacheStoreIn(join(fileURLToPath(folder), createHash("sha1").update(root).digest("hex"))),
    documentation: pathToFileURL(join(folder, "../docs/rules")).toString(),
  });
  return new Promise(() => undefined);
}
