import * as vscode from "vscode";
import * as z from "zod/mini";
import type { CommandOutcome } from "../activate";
import { runSteps, type Step, step } from "../steps";
import { UserProblem } from "../userProblem";
import type { CommandServices } from "./services";
import { landSpec } from "./spec/landSpec";
import { planSpec, type SpecChoice } from "./spec/planSpec";
import { askCode, askFolder, askFormat, askPlace } from "./spec/questions";
import { folderOf, offerToOpenFolder } from "./spec/workspaceFolder";

const argumentSchema = z.object({
  /** A folder, a file or `file.py:ClassName`, relative to the workspace folder. */
  from: z.optional(z.string()),
  /** Name and purpose, where they are not to be the code's. */
  line: z.optional(z.string()),
  format: z.optional(z.string()),
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

/**
 * Writes a specification of what stands in the code. Asks for what the argument leaves out; given `from`, it asks nothing.
 * @param argument as above, or the folder or file that was clicked in the explorer.
 */
export async function generateSpecFromCode(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const folder = folderOf(given.folder, clicked);
  if (folder === undefined) return await offerToOpenFolder();
  const from = given.from ?? (clicked && pathIn(folder, clicked));
  let choice: SpecChoice = { format: "module", ...given, folder, from };
  if (given.from === undefined) {
    const first = from === undefined ? undefined : await planSpec(choice, server);
    if (first !== undefined && "problem" in first && first.existing === undefined) {
      throw new UserProblem(first.problem);
    }
    const steps: Step[] = [];
    if (from === undefined) {
      if ((vscode.workspace.workspaceFolders ?? []).length > 1) {
        steps.push(step(askFolder, (chosen) => (choice = { ...choice, folder: chosen })));
      }
      steps.push(
        step(
          (place) => askCode(place, choice.folder, server),
          (code) => (choice = { ...choice, from: code }),
        ),
      );
    }
    steps.push(
      step(
        (place) => askFormat(place, choice, server),
        (format) => (choice = { ...choice, format }),
      ),
      step(
        (place) => askPlace(place, choice, server),
        (into) => (choice = { ...choice, into }),
      ),
    );
    if (!(await runSteps(vscode.l10n.t("Generate Spec from Code"), steps))) return { files: [] };
  }
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t("Backend Spec: reading the code"),
  };
  const result = await vscode.window.withProgress(progress, () => planSpec(choice, server));
  return await landSpec(result, () =>
    vscode.commands.executeCommand("backend-spec.generateSpecFromCode"),
  );
}

/** A path relative to a workspace folder; `.` for the folder itself. */
function pathIn(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  return uri.toString() === folder.uri.toString()
    ? "."
    : vscode.workspace.asRelativePath(uri, false);
}
