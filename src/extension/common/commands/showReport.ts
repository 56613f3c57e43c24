import * as vscode from "vscode";

/**
 * Shows a report in Markdown beside a folder's files, so that its links lead to them; it is written only when it is saved.
 * @param name of the file that it would be
 */
export async function showReport(
  root: vscode.Uri,
  name: string,
  markdown: string,
): Promise<vscode.Uri> {
  const file = vscode.Uri.joinPath(root, name).with({ scheme: "untitled" });
  const document = await vscode.workspace.openTextDocument(file);
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), markdown);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand("markdown.showPreviewToSide", document.uri).then(
    undefined,
    // Without VS Code's own Markdown support the text alone is shown.
    () => undefined,
  );
  return document.uri;
}
