import * as vscode from "vscode";
import {
  type DiagramsParams,
  diagramsRequest,
  previewOffersRequest,
} from "../../server/common/protocol";
import type { CommandName, CommandOutcome, Extension } from "./activate";
import type { ClientFactory } from "./clientEvents";
import { createBaseline } from "./commands/createBaseline";
import { createConfiguration } from "./commands/createConfiguration";
import { explainRule } from "./commands/explainRule";
import { fixAll } from "./commands/fixAll";
import { generateSpec } from "./commands/generateSpec";
import { generateSpecFromCode } from "./commands/generateSpecFromCode";
import { review } from "./commands/review";
import { addEndpoint } from "./commands/scaffold/addEndpoint";
import { addField } from "./commands/scaffold/addField";
import { scaffoldModule, scaffoldProject, scaffoldTask } from "./commands/scaffold/commands";
import { scaffoldModuleFromSpec } from "./commands/scaffold/scaffoldModuleFromSpec";
import { ScaffoldPreview } from "./commands/scaffold/scaffoldPreview";
import { showConfiguration } from "./commands/showConfiguration";
import { compareSpec, showMatrix } from "./commands/specReports";
import { updateDiagrams } from "./commands/updateDiagrams";
import { registerLanguageStatus } from "./languageStatus";
import { createPreview } from "./preview/createPreview";
import { DiagramFiles } from "./preview/diagramFiles";
import { Server } from "./server";
import { UserProblem } from "./userProblem";

/** Wires the extension and starts the server beside it. */
export function createExtension(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
): Extension {
  const log = vscode.window.createOutputChannel("Backend Spec", { log: true });
  const documentation = vscode.Uri.joinPath(context.extensionUri, "docs/rules");
  const server = new Server(createClient, log, documentation, context.storageUri);
  const preview = createPreview(context, {
    log,
    source: {
      async diagramsOf(document, asked) {
        const params: DiagramsParams = { uri: document.uri.toString(), asked };
        return await server.request(diagramsRequest, params);
      },
      async offersOf(document) {
        return await server.request(previewOffersRequest, { uri: document.uri.toString() });
      },
    },
  });
  const scaffoldPreview = new ScaffoldPreview();
  context.subscriptions.push(
    scaffoldPreview,
    log,
    server,
    new DiagramFiles(server),
    server.onDidStart(() => preview.refresh()),
  );
  registerLanguageStatus(context, server);
  server.start().catch((error: unknown) => {
    log.error(`The server could not be started: ${String(error)}`);
  });

  const services = { server, log };
  const none: CommandOutcome = { files: [] };
  const commands: Readonly<Record<CommandName, (argument: unknown) => Promise<CommandOutcome>>> = {
    generateSpec: (argument) => generateSpec(argument, context, services),
    generateSpecFromCode: (argument) => generateSpecFromCode(argument, services),
    openPreview: (argument) => preview.open(argument, false),
    openPreviewToSide: (argument) => preview.open(argument, true),
    exportDiagrams: (argument) => preview.export(argument),
    updateDiagrams: (argument) => updateDiagrams(argument, services),
    fixAll: () => fixAll(services),
    explainRule: (argument) => explainRule(argument, services),
    review: (argument) => review(argument, services),
    compareSpec: (argument) => compareSpec(argument, services),
    showMatrix: (argument) => showMatrix(argument, services),
    scaffoldProject: (argument) => scaffoldProject(argument, services, scaffoldPreview),
    scaffoldModule: (argument) => scaffoldModule(argument, services, scaffoldPreview),
    scaffoldTask: (argument) => scaffoldTask(argument, services, scaffoldPreview),
    scaffoldModuleFromSpec: (argument) =>
      scaffoldModuleFromSpec(argument, services, scaffoldPreview),
    addEndpoint: (argument) => addEndpoint(argument, services, scaffoldPreview),
    addField: (argument) => addField(argument, services, scaffoldPreview),
    async applyScaffold() {
      scaffoldPreview.answer(true);
      return none;
    },
    async discardScaffold() {
      scaffoldPreview.answer(false);
      return none;
    },
    createBaseline: (argument) => createBaseline(argument, services),
    createConfiguration: (argument) => createConfiguration(argument, services),
    showConfiguration: () => showConfiguration(services),
    async restartServer() {
      await server.restart();
      return none;
    },
    async showOutput() {
      log.show();
      return none;
    },
  };
  return {
    async run(command, [argument]) {
      try {
        return await commands[command](argument);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (error instanceof UserProblem) log.info(`${command}: ${message}`);
        else log.error(`${command}: ${error instanceof Error ? error.stack : message}`);
        void vscode.window.showErrorMessage(message);
        return none;
      }
    },
    restorePreview: (panel, state) => preview.restore(panel, state),
  };
}
