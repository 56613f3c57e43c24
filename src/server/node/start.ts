import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { systemClock } from "../../core/systemClock";
import { nodeFileSystem } from "../../node/fileSystem";
import { pythonGrammarIn } from "../../node/pythonGrammar";
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
    documentation: pathToFileURL(join(folder, "../docs/rules")).toString(),
  });
  return new Promise(() => undefined);
}
