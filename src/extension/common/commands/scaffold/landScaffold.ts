import * as vscode from "vscode";
import type { CommandResult } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { applyWorkspaceEdit } from "../../applyEdit";
import { UserProblem } from "../../userProblem";
import type { ScaffoldPreview } from "./scaffoldPreview";

/**
 * Applies a scaffold in one step, opens its first file and says what was kept or is left to do.
 * @param preview asks first; a command that was given all it needs is applied at once
 */
export async function landScaffold(
  result: CommandResult,
  preview: ScaffoldPreview | undefined,
): Promise<CommandOutcome> {
  if ("problem" in result) throw new UserProblem(result.problem);
  const { edit, files, kept = [], manual = [] } = result;
  const isEmpty = (edit.documentChanges ?? []).length === 0;
  if (isEmpty && kept.length === 0 && manual.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("All of it is there already."));
    return { files: [] };
  }
  if (!isEmpty) {
    if (preview !== undefined && !(await preview.confirm(result))) return { files: [] };
    await applyWorkspaceEdit(edit);
  }
  const made = files.map((file) => vscode.Uri.parse(file));
  const first = made.find(({ path }) => /\/(?:models|README|service)\.\w+$/.test(path)) ?? made[0];
  if (first !== undefined) await vscode.window.showTextDocument(first, { preview: false });
  sayKept(kept);
  for (const one of manual) await sayManual(one);
  return { files: made };
}

function sayKept(kept: readonly string[]): void {
  if (kept.length === 0) return;
  const names = kept.map((file) => vscode.workspace.asRelativePath(vscode.Uri.parse(file)));
  const message = vscode.l10n.t(
    "These files are there, differ and were kept: {0}",
    names.join(", "),
  );
  void vscode.window.showWarningMessage(message);
}

async function sayManual({ path, reason, text }: { path: string; reason: string; text: string }) {
  const copy = vscode.l10n.t("Copy the Text");
  const message = `${path}: ${reason}`;
  if ((await vscode.window.showWarningMessage(message, copy)) === copy) {
    await vscode.env.clipboard.writeText(text);
  }
}
