import * as vscode from "vscode";

/** Every command of ours, without the prefix `backend-spec.`. */
const commandNames = [
  "generateSpec",
  "generateSpecFromCode",
  "openPreview",
  "openPreviewToSide",
  "exportDiagrams",
  "updateDiagrams",
  "fixAll",
  "explainRule",
  "review",
  "compareSpec",
  "showMatrix",
  "scaffoldProject",
  "scaffoldModule",
  "scaffoldTask",
  "scaffoldModuleFromSpec",
  "addEndpoint",
  "addField",
  "applyScaffold",
  "discardScaffold",
  "createBaseline",
  "createConfiguration",
  "showConfiguration",
  "restartServer",
  "showOutput",
] as const;
export type CommandName = (typeof commandNames)[number];

/** What every command of ours returns: the files it made, changed or shows. */
export interface CommandOutcome {
  readonly files: vscode.Uri[];
}

/** The extension proper, which is loaded after activation. */
export interface Extension {
  run(command: CommandName, args: readonly unknown[]): Promise<CommandOutcome>;
  /** Takes a preview over from before a reload of the window. */
  restorePreview(panel: vscode.WebviewPanel, state: unknown): void;
}

/** The view type of the preview's panel, as package.json's activation event has it. */
export const previewViewType = "backend-spec.preview";

/**
 * Registers everything VS Code asks for by name and returns at once; the extension itself is loaded when VS Code has
 * been told that we are ready, since nobody waits for it.
 */
export function activateExtension(
  context: vscode.ExtensionContext,
  load: () => Promise<Extension>,
): void {
  const loaded = new Promise<void>((resolve) => setTimeout(resolve, 0)).then(load);
  loaded.catch((error: unknown) => {
    const message = vscode.l10n.t("Backend Spec could not be loaded: {0}", String(error));
    void vscode.window.showErrorMessage(message);
  });
  for (const name of commandNames) {
    const run = async (...args: unknown[]) => await (await loaded).run(name, args);
    context.subscriptions.push(vscode.commands.registerCommand(`backend-spec.${name}`, run));
  }
  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer(previewViewType, {
      async deserializeWebviewPanel(panel, state) {
        (await loaded).restorePreview(panel, state);
      },
    }),
  );
}
