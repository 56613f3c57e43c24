import * as vscode from "vscode";
import * as z from "zod/mini";
import { serverCommands } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { runSteps, step } from "../../steps";
import type { CommandServices } from "../services";
import { folderOf, offerToOpenFolder } from "../spec/workspaceFolder";
import { landScaffold } from "./landScaffold";
import { pathIn, projectIn } from "./projectFolder";
import { askFields, askName, fieldList } from "./questions";
import type { ScaffoldPreview } from "./scaffoldPreview";

/** The command line's options; a command that is given `fields` and `into` asks nothing and applies at once. */
const argumentSchema = z.object({
  fields: z.optional(z.array(z.string())),
  head: z.optional(z.string()),
  /** The module: its name, or its path in the workspace folder. */
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

/** Adds fields to a module that was scaffolded; a folder that was clicked is the module, or its project. */
export async function addField(
  argument: unknown,
  { server }: CommandServices,
  preview: ScaffoldPreview,
): Promise<CommandOutcome> {
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const folder = folderOf(given.folder, clicked);
  if (folder === undefined) return await offerToOpenFolder();
  const plan = (into: string, fields: readonly string[]) =>
    server.run(serverCommands.addField, {
      folder: folder.uri.toString(),
      into,
      fields: [...fields],
      ...(given.head !== undefined && { head: given.head }),
    });
  const { fields, into } = given;
  if (fields !== undefined && into !== undefined) {
    return await landScaffold(await plan(into, fields), undefined);
  }
  const project = await projectIn(folder);
  const path = clicked === undefined ? "" : pathIn(folder, clicked);
  const isProject = path === (project ?? "");
  const answers = { module: isProject ? "" : (path.split("/").at(-1) ?? ""), fields: "" };
  const pathOf = (module: string) => (project ? `${project}/${module}` : module);
  const isAnswered = await runSteps(vscode.l10n.t("Add Field"), [
    step(
      (place) =>
        askName(place, vscode.l10n.t("Name of the module"), "orders", answers.module, (module) =>
          plan(pathOf(module), []),
        ),
      (module) => (answers.module = module),
    ),
    step(
      (place) =>
        askFields(place, answers.fields, (text) => plan(pathOf(answers.module), fieldList(text))),
      (text) => (answers.fields = text),
    ),
  ]);
  if (!isAnswered) return { files: [] };
  return await landScaffold(await plan(pathOf(answers.module), fieldList(answers.fields)), preview);
}
