import * as vscode from "vscode";
import { serverCommands, type UpdateDiagramsArguments } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { applyWorkspaceEdit } from "../applyEdit";
import type { CommandServices } from "./services";

/**
 * Brings the diagrams of a Markdown document that are made of code up to date, as one step that can be undone.
 * @param argument `{ uri }`; the active document when it is left out
 */
export async function updateDiagrams(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const uri = uriIn(argument) ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a Markdown file first."));
    return { files: [] };
  }
  const given: UpdateDiagramsArguments = { uri: uri.toString() };
  await vscode.workspace.openTextDocument(uri);
  const result = await server.run(serverCommands.updateDiagrams, given);
  if ("problem" in result) {
    void vscode.window.showInformationMessage(result.problem);
    return { files: [] };
  }
  await applyWorkspaceEdit(result.edit);
  return { files: [uri] };
}

function uriIn(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument !== "object" || argument === null || !("uri" in argument)) return undefined;
  return typeof argument.uri === "string" ? vscode.Uri.parse(argument.uri) : undefined;
}
