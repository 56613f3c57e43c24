import * as vscode from "vscode";
import type { CommandOutcome } from "../../activate";

/** The workspace folder that is named, that a file is in, or the first; `undefined` where none is open. */
export function folderOf(
  named: string | undefined,
  clicked: vscode.Uri | undefined,
): vscode.WorkspaceFolder | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (
    folders.find(({ uri }) => uri.toString() === named) ??
    (clicked && vscode.workspace.getWorkspaceFolder(clicked)) ??
    folders[0]
  );
}

/** Says that a folder is needed, and offers to open one. */
export async function offerToOpenFolder(): Promise<CommandOutcome> {
  const open = vscode.l10n.t("Open Folder");
  const message = vscode.l10n.t(
    "Open the folder of a backend first: the specification is a file in it.",
  );
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand("workbench.action.files.openFolder");
  }
  return { files: [] };
}
