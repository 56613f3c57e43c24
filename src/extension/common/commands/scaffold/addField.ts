import * as vscode from "vscode";
import * as z from "zod/mini";
import { serverCommands } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { runSteps, step } from "../../steps";
import type { CommandServices } from "../services";
import { landScaffold } from "./landScaffold";
import { modulePlace } from "./projectFolder";
import { askFields, askModule, fieldList } from "./questions";
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
  const place = await modulePlace(given.folder, clicked);
  if (place === undefined) return { files: [] };
  const plan = (into: string, fields: readonly string[]) =>
    server.run(serverCommands.addField, {
      folder: place.folder,
      into,
      fields: [...fields],
      ...(given.head !== undefined && { head: given.head }),
    });
  const { fields, into } = given;
  if (fields !== undefined && into !== undefined) {
    return await landScaffold(await plan(into, fields), undefined);
  }
  const answers = { module: place.module, fields: "" };
  const planned = (text: string) => plan(place.pathOf(answers.module), fieldList(text));
  const isAnswered = await runSteps(vscode.l10n.t("Add Field"), [
    step(
      (at) => askModule(at, answers.module, (module) => plan(place.pathOf(module), [])),
      (module) => (answers.module = module),
    ),
    step(
      (at) => askFields(at, answers.fields, planned),
      (text) => (answers.fields = text),
    ),
  ]);
  if (!isAnswered) return { files: [] };
  return await landScaffold(await planned(answers.fields), preview);
}
