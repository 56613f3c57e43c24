import * as vscode from "vscode";

/**
 * The extension under test.
 * @throws Error if this VS Code does not know it, which means that the launcher has pointed it elsewhere.
 */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ id }) => id.endsWith(".backend-spec"));
  if (!found) throw new Error("Backend Spec is not among the extensions of this VS Code.");
  return found;
}
