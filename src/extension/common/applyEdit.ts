import * as vscode from "vscode";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import { UserProblem } from "./userProblem";

/**
 * Applies a change of the server in one step: every target is checked first, a file that exists is never overwritten,
 * and one undo takes all of it back. Rejects with a `UserProblem` when nothing could be applied.
 */
export async function applyWorkspaceEdit(edit: WorkspaceEdit): Promise<void> {
  const created = new Set<string>();
  const changes = new vscode.WorkspaceEdit();
  for (const change of edit.documentChanges ?? []) {
    if ("textDocument" in change) {
      const { uri, version } = change.textDocument;
      if (created.has(uri)) continue;
      await checkVersion(uri, version);
      changes.set(vscode.Uri.parse(uri), change.edits.map(textEditOf));
    } else if (change.kind === "create") {
      const uri = vscode.Uri.parse(change.uri);
      await checkAbsent(uri);
      created.add(change.uri);
      const contents = new TextEncoder().encode(textFor(edit, change.uri));
      changes.createFile(uri, { overwrite: false, ignoreIfExists: false, contents });
    }
  }
  if (!(await vscode.workspace.applyEdit(changes, { isRefactoring: true }))) {
    const names = [...created].map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
    const message = vscode.l10n.t("The change could not be written: {0}", names.join(", "));
    throw new UserProblem(`${message} ${vscode.l10n.t("Is the folder read-only?")}`);
  }
}

/** What the change writes into a file that it creates. */
function textFor(edit: WorkspaceEdit, uri: string): string {
  const texts = (edit.documentChanges ?? []).flatMap((change) =>
    "textDocument" in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return texts.map((text) => ("newText" in text ? text.newText : "")).join("");
}

function textEditOf(edit: object): vscode.TextEdit {
  // Our server only sends plain text edits, with ranges that are LSP's.
  const { range, newText } = edit as { range: vscode.Range; newText: string };
  const { start, end } = range;
  return new vscode.TextEdit(
    new vscode.Range(start.line, start.character, end.line, end.character),
    newText,
  );
}

async function checkVersion(uri: string, version: number | null): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (version === null || document.version === version) return;
  const name = vscode.workspace.asRelativePath(document.uri);
  throw new UserProblem(vscode.l10n.t("{0} has changed meanwhile; run the command again.", name));
}

async function checkAbsent(uri: vscode.Uri): Promise<void> {
  const name = vscode.workspace.asRelativePath(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    throw new UserProblem(vscode.l10n.t("{0} cannot be written: the folder is read-only.", name));
  }
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return;
  }
  throw new UserProblem(vscode.l10n.t("{0} exists already and is not overwritten.", name));
}
