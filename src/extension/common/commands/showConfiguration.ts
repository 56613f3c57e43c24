import * as vscode from "vscode";
import type { CommandOutcome } from "../activate";
import type { CommandServices } from "./services";

/** Opens the configuration file that holds for the active file, or says that there is none. */
export async function showConfiguration({ log }: CommandServices): Promise<CommandOutcome> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = active && vscode.workspace.getWorkspaceFolder(active)?.uri;
  const start = active ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const root = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (start !== undefined && root !== undefined) {
    for (let at = start; at.path.startsWith(root.path); at = vscode.Uri.joinPath(at, "..")) {
      const file = vscode.Uri.joinPath(at, ".backend-spec.yaml");
      if (await exists(file)) {
        await vscode.window.showTextDocument(file);
        return { files: [file] };
      }
      if (at.path === root.path || at.path === "/") break;
    }
  }
  log.info("No .backend-spec.yaml above the active file.");
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      "There is no .backend-spec.yaml here: only what holds in any FastAPI code base is checked.",
    ),
  );
  return { files: [] };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
