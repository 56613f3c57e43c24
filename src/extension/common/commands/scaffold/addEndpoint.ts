import * as vscode from "vscode";
import * as z from "zod/mini";
import { serverCommands } from "../../../../server/common/protocol";
import type { CommandOutcome } from "../../activate";
import { runSteps, step } from "../../steps";
import type { CommandServices } from "../services";
import { landScaffold } from "./landScaffold";
import { modulePlace } from "./projectFolder";
import { askModule, askName } from "./questions";
import type { ScaffoldPreview } from "./scaffoldPreview";

/** The command line's options; a command that is given `method`, `path` and `into` asks nothing and applies at once. */
const argumentSchema = z.object({
  method: z.optional(z.string()),
  path: z.optional(z.string()),
  /** The module: its name, or its path in the workspace folder. */
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

/** Adds an endpoint to a module that was scaffolded; a folder that was clicked is the module, or its project. */
export async function addEndpoint(
  argument: unknown,
  { server }: CommandServices,
  preview: ScaffoldPreview,
): Promise<CommandOutcome> {
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const place = await modulePlace(given.folder, clicked);
  if (place === undefined) return { files: [] };
  const plan = (into: string, method: string, path: string) =>
    server.run(serverCommands.addEndpoint, { folder: place.folder, into, method, path });
  const { method, path, into } = given;
  if (method !== undefined && path !== undefined && into !== undefined) {
    return await landScaffold(await plan(into, method, path), undefined);
  }
  const answers = { module: place.module, endpoint: "" };
  const planned = (text: string) => {
    const [word = "", ...rest] = text.trim().split(/\s+/);
    return plan(place.pathOf(answers.module), word.toUpperCase(), rest.join(" "));
  };
  const isAnswered = await runSteps(vscode.l10n.t("Add Endpoint"), [
    step(
      (at) =>
        askModule(at, answers.module, (module) =>
          server.run(serverCommands.addField, {
            folder: place.folder,
            into: place.pathOf(module),
            fields: [],
          }),
        ),
      (module) => (answers.module = module),
    ),
    step(
      (at) =>
        askName(
          at,
          vscode.l10n.t("Method and path behind the module's own"),
          "POST /{id}/cancel",
          answers.endpoint,
          planned,
        ),
      (endpoint) => (answers.endpoint = endpoint),
    ),
  ]);
  if (!isAnswered) return { files: [] };
  return await landScaffold(await planned(answers.endpoint), preview);
}
