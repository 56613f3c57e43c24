import * as vscode from "vscode";
import * as z from "zod/mini";
import { serverCommands } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { UserProblem } from "../../userProblem";
import type { CommandServices } from "../services";
import { offerToOpenFolder } from "../spec/workspaceFolder";
import { landScaffold } from "./landScaffold";
import { pathIn, projectIn } from "./projectFolder";
import type { ScaffoldPreview } from "./scaffoldPreview";

/** A command that is given a `spec` applies at once. */
const argumentSchema = z.object({
  /** The document's URI. */
  spec: z.optional(z.string()),
  /** The module's name; the document's own where it is left out. */
  name: z.optional(z.string()),
  head: z.optional(z.string()),
  into: z.optional(z.string()),
});

/** Scaffolds the module that the spec says which was clicked, or which is being edited. */
export async function scaffoldModuleFromSpec(
  argument: unknown,
  { server }: CommandServices,
  preview: ScaffoldPreview,
): Promise<CommandOutcome> {
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const open = vscode.window.activeTextEditor?.document.uri;
  const spec = given.spec === undefined ? (clicked ?? open) : vscode.Uri.parse(given.spec);
  if (spec === undefined) throw new UserProblem(vscode.l10n.t("Open a spec document first."));
  const folder = vscode.workspace.getWorkspaceFolder(spec);
  if (folder === undefined) return await offerToOpenFolder();
  const { name, head } = given;
  const into = given.into ?? (await projectIn(folder)) ?? "";
  const result = await server.run(serverCommands.scaffoldModuleFromSpec, {
    folder: folder.uri.toString(),
    into,
    spec: pathIn(folder, spec),
    ...(name !== undefined && { name }),
    ...(head !== undefined && { head }),
  });
  return await landScaffold(result, given.spec === undefined ? preview : undefined);
}
