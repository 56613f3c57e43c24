import * as vscode from "vscode";

/**
 * Shows a line of a document in an editor: the one it is open in, else one in the first column.
 * @param line Zero-based; beyond the end it is the last line.
 * @throws Error if the document is gone.
 */
export async function revealLine(uri: vscode.Uri, line: number): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  const start = range.start.translate(
    0,
    document.lineAt(range.start).firstNonWhitespaceCharacterIndex,
  );
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    selection: new vscode.Range(start, start),
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** The column the document is open in, be it in view or behind another tab. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const wanted = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === wanted,
  );
  if (visible?.viewColumn) return visible.viewColumn;
  for (const { tabs, viewColumn } of vscode.window.tabGroups.all) {
    for (const { input } of tabs) {
      if (input instanceof vscode.TabInputText && input.uri.toString() === wanted)
        return viewColumn;
    }
  }
  return vscode.ViewColumn.One;
}
