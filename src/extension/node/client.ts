import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { ClientSettings } from "../common/clientEvents";
import { clientOptions, watchClient } from "../common/clientOptions";

/** A client whose server is a process of its own. */
export function createNodeClient(
  context: vscode.ExtensionContext,
  settings: ClientSettings,
): LanguageClient {
  const module = context.asAbsolutePath("dist/server/node.js");
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const options = clientOptions(settings);
  const client = new LanguageClient("backend-spec", "Backend Spec", { run, debug }, options);
  watchClient(client, settings.events);
  return client;
}
