import * as vscode from "vscode";
import * as z from "zod/mini";
import { type DiagramsParams, diagramsRequest } from "../../server/common/protocol";
import { diagramSchema } from "../../../webview/messages";
import { registerCommands } from "./commands/index";
import { registerLanguageStatus } from "./languageStatus";
import { registerPreview } from "./preview/registerPreview";
import { type ClientFactory, Server } from "./server";

/** Wires the extension. Returns at once: the server starts beside it. */
export function activateExtension(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
): void {
  const log = vscode.window.createOutputChannel("Backend Spec", { log: true });
  const server = new Server(createClient, log);
  context.subscriptions.push(log, server);
  registerLanguageStatus(context, server);
  registerCommands(context, { server, log });
  registerPreview(context, {
    log,
    async diagramsOf(document) {
      const params: DiagramsParams = { uri: document.uri.toString() };
      return z.array(diagramSchema).parse(await server.request(diagramsRequest, params));
    },
  });
  server.start().catch((error: unknown) => {
    log.error(`The server could not be started: ${String(error)}`);
  });
}
