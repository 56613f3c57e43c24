import * as vscode from "vscode";
import { waitFor } from "./wait";

/** A file of the open workspace. */
export function workspaceFile(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace and opens it in an editor. */
export async function openFile(path: string, text: string): Promise<vscode.TextEditor> {
  const uri = workspaceFile(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return await vscode.window.showTextDocument(uri, { preview: false });
}

/** Deletes files of the workspace and closes their editors without a word. */
export async function removeFiles(...paths: string[]): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const path of paths) {
    await vscode.workspace.fs
      .delete(workspaceFile(path), { recursive: true })
      .then(undefined, () => {});
  }
}

/** Whether something is at a place of the workspace. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** Waits until our diagnostics of a document are as many as wanted; the error tells which there were last. */
export async function waitDiagnostics(
  uri: vscode.Uri,
  count: number,
): Promise<vscode.Diagnostic[]> {
  const own = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "backend-spec");
  try {
    return await waitFor(`${count} diagnostics of ${uri.path}`, () =>
      own().length === count ? own() : undefined,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const document = vscode.workspace.textDocuments.find((one) => one.uri.path === uri.path);
    const text = document === undefined ? "is not open" : JSON.stringify(document.getText());
    const found = own().map(({ range, message }) => `${range.start.line + 1}: ${message}`);
    throw new Error(`${message}\nFound: ${found.join("; ") || "none"}\nIts text: ${text}`);
  }
}
