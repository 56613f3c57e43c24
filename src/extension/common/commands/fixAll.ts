import * as vscode from "vscode";
import { serverCommands } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { applyWorkspaceEdit } from "../applyEdit";
import type { CommandServices } from "./services";

/** Applies the safe fixes of the active file, as one step that can be undone. */
export async function fixAll({ server }: CommandServices): Promise<CommandOutcome> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a Python file first."));
    return { files: [] };
  }
  const result = await server.run(serverCommands.fixAll, { uri: document.uri.toString() });
  if ("problem" in result) {
    void vscode.window.showInformationMessage(result.problem);
    return { files: [] };
  }
  await applyWorkspaceEdit(result.edit);
  return { files: [document.uri] };
}
