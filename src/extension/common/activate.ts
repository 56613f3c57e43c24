import * as vscode from "vscode";
import { type DiagramsParams, diagramsRequest } from "../../server/common/protocol";
import type { ClientFactory } from "./clientEvents";
import { registerCommands } from "./commands/index";
import { registerLanguageStatus } from "./languageStatus";
import { registerPreview } from "./preview/registerPreview";
import { Server } from "./server";

/** Wires the extension. Returns at once: the server starts beside it. */
export function activateExtension(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
): void {
  const log = vscode.window.createOutputChannel("Backend Spec", { log: true });
  const documentation = vscode.Uri.joinPath(context.extensionUri, "docs/rules");
  const server = new Server(createClient, log, documentation);
  context.subscriptions.push(log, server);
  registerLanguageStatus(context, server);
  registerCommands(context, { server, log });
  const preview = registerPreview(context, {
    log,
    async diagramsOf(document) {
      const params: DiagramsParams = { uri: document.uri.toString() };
      return await server.request(diagramsRequest, params);
    },
  });
  context.subscriptions.push(server.onDidStart(() => preview.refresh()));
  // Not before VS Code has been told that we are ready: nobody waits for the server.
  setTimeout(() => {
    server.start().catch((error: unknown) => {
      log.error(`The server could not be started: ${String(error)}`);
    });
  }, 0);
}
