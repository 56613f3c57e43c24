import * as vscode from "vscode";
import * as z from "zod/mini";
import type { CommandOutcome } from "../activate";
import type { CommandServices } from "./services";
import { askSpec } from "./spec/askSpec";
import { landSpec } from "./spec/landSpec";
import { planSpec, type SpecChoice } from "./spec/planSpec";
import { featureFolder } from "./spec/questions";
import { folderOf, offerToOpenFolder } from "./spec/workspaceFolder";

const argumentSchema = z.object({
  line: z.optional(z.string()),
  /** `service`, `module`, `task`, `guide`, or one of the folder's own. */
  format: z.optional(z.string()),
  /** In the form of an answers file. */
  answers: z.optional(z.unknown()),
  /** Code, relative to the folder. */
  from: z.optional(z.string()),
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

/**
 * Writes a specification. Asks for what the argument leaves out; given a `line`, `answers` or `from`, it asks nothing.
 * @param argument as above, or the folder that was clicked in the explorer.
 */
export async function generateSpec(
  argument: unknown,
  context: vscode.ExtensionContext,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const folder = folderOf(given.folder, clicked);
  if (folder === undefined) return await offerToOpenFolder();
  const into = given.into ?? (clicked && featureFolder(clicked));
  const start: SpecChoice = { ...given, folder, into };
  const isTold = [given.line, given.answers, given.from].some((one) => one !== undefined);
  const asked = isTold
    ? { choice: start, remember: async () => undefined }
    : await askSpec(start, context.workspaceState, server);
  if (asked === undefined) return { files: [] };
  const result = await planSpec(asked.choice, server);
  await asked.remember();
  return await landSpec(result, () => vscode.commands.executeCommand("backend-spec.generateSpec"));
}
