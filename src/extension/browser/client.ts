import * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import type { ClientSettings } from "../common/clientEvents";
import { clientOptions, watchClient } from "../common/clientOptions";
import { answerFileRequests } from "../common/files";

/**
 * A client whose server is a Worker. The script is read and started from a blob, since workers from an extension's
 * own address are refused in the web; a worker made so cannot load its WebAssembly, which is posted to it.
 */
export function createBrowserClient(
  context: vscode.ExtensionContext,
  settings: ClientSettings,
): LanguageClient {
  const initializationOptions = { ...settings.initializationOptions, ownFiles: true };
  const options = clientOptions({ ...settings, initializationOptions });
  const start = () => connect(context);
  const client = new LanguageClient("backend-spec", "Backend Spec", start, options);
  watchClient(client, settings.events);
  answerFileRequests(client);
  return client;
}

/** VS Code's own `Worker` in the web is not the class that the client would recognise: it gets both ends instead. */
async function connect(context: vscode.ExtensionContext): Promise<MessageTransports> {
  const worker = await startWorker(context);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

async function startWorker(context: vscode.ExtensionContext): Promise<Worker> {
  const read = async (path: string): Promise<Uint8Array> =>
    await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, "dist", path));
  const [script, runtime, language] = await Promise.all([
    read("server/browser.js"),
    read("web-tree-sitter.wasm"),
    read("tree-sitter-python.wasm"),
  ]);
  const blob = new Blob([new Uint8Array(script)], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  const worker = new Worker(url);
  // The worker loads its script some time later; when it speaks, it has.
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  const diagramParser = vscode.Uri.joinPath(context.extensionUri, "dist/mermaid.js").toString();
  const templates = vscode.Uri.joinPath(context.extensionUri, "dist/templates.json").toString();
  worker.postMessage({ runtime, language, diagramParser, templates });
  return worker;
}
