import * as vscode from "vscode";
import * as z from "zod/mini";
import { type CreateBaselineArguments, serverCommands } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { applyWorkspaceEdit } from "../applyEdit";
import { UserProblem } from "../userProblem";
import type { CommandServices } from "./services";

const argumentSchema = z.object({
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

/** Writes the baseline of what is found now; asks for the folder where several are open and none is named. */
export async function createBaseline(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const given = argumentSchema.safeParse(argument ?? {});
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = given.success ? given.data.folder : undefined;
  const folder =
    named ??
    (folders.length > 1
      ? await vscode.window.showWorkspaceFolderPick()
      : folders[0]
    )?.uri.toString();
  if (folder === undefined) return { files: [] };
  const options: CreateBaselineArguments = { folder };
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Backend Spec: judging all files"),
  };
  const result = await vscode.window.withProgress(progress, () =>
    server.run(serverCommands.createBaseline, options),
  );
  if ("problem" in result) throw new UserProblem(result.problem);
  await applyWorkspaceEdit(result.edit);
  const count = result.findings ?? 0;
  const message = vscode.l10n.t("The baseline knows {0} findings; only new ones are shown.", count);
  void vscode.window.showInformationMessage(message);
  return { files: result.files.map((file) => vscode.Uri.parse(file)) };
}
