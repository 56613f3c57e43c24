import * as vscode from "vscode";
import type { CommandResult } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { applyWorkspaceEdit } from "../../applyEdit";
import { UserProblem } from "../../userProblem";

/**
 * Writes a planned document, opens it with its preview beside it, and says what is left to fill. Where a file is in the way,
 * it offers what to do. Rejects with a `UserProblem` where there is no document.
 * @param again asks anew, for another place
 */
export async function landSpec(
  result: CommandResult,
  again: () => Thenable<unknown>,
): Promise<CommandOutcome> {
  if ("problem" in result) {
    if (result.existing === undefined) throw new UserProblem(result.problem);
    await offerExisting(result.problem, vscode.Uri.parse(result.existing), result.content, again);
    return { files: [] };
  }
  await applyWorkspaceEdit(result.edit);
  const files = result.files.map((file) => vscode.Uri.parse(file));
  const [file] = files;
  if (file !== undefined) {
    await vscode.window.showTextDocument(file, { preview: false });
    await vscode.commands.executeCommand("backend-spec.openPreviewToSide", file);
    const name = vscode.workspace.asRelativePath(file);
    const message = vscode.l10n.t("{0}: {1} places to fill.", name, result.toFill ?? 0);
    vscode.window.setStatusBarMessage(message, 10_000);
  }
  return { files };
}

async function offerExisting(
  problem: string,
  existing: vscode.Uri,
  content = "",
  again: () => Thenable<unknown>,
): Promise<void> {
  const open = vscode.l10n.t("Open the Existing File");
  const compare = vscode.l10n.t("Compare");
  const another = vscode.l10n.t("Choose Another Place");
  const answer = await vscode.window.showWarningMessage(problem, open, compare, another);
  if (answer === open) await vscode.window.showTextDocument(existing);
  if (answer === another) await again();
  if (answer === compare) {
    const fresh = await vscode.workspace.openTextDocument({ content, language: "markdown" });
    const name = vscode.workspace.asRelativePath(existing);
    const title = vscode.l10n.t("{0}: existing ↔ generated", name);
    await vscode.commands.executeCommand("vscode.diff", existing, fresh.uri, title);
  }
}
