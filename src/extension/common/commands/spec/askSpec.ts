import * as vscode from "vscode";
import * as z from "zod/mini";
import { askText } from "../../quickInput";
import type { Server } from "../../server";
import { runSteps, type Step, step } from "../../steps";
import { askModels, askNeeds, askOperations, modelsOf } from "./askAnswers";
import { plannedPath, planSpec, type SpecChoice } from "./planSpec";
import { askFolder, askFormat, askPlace } from "./questions";

const rememberedSchema = z.object({
  line: z.string(),
  format: z.string(),
  models: z.array(z.string()),
  /** `undefined` where it has not been asked yet. */
  needs: z.optional(z.array(z.string())),
  operations: z.optional(z.array(z.string())),
});
type Remembered = z.infer<typeof rememberedSchema>;

const key = "generateSpec.answers";

/** A choice with what is to be remembered of it, once the document is there. */
export interface AskedSpec {
  readonly choice: SpecChoice;
  remember(): Thenable<void>;
}

/**
 * Asks for line, format, models, needs, operations and place; `undefined` when the user left.
 * @param start what is known already: the folder, and what is not to be asked
 */
export async function askSpec(
  start: SpecChoice,
  state: vscode.Memento,
  server: Server,
): Promise<AskedSpec | undefined> {
  const found = rememberedSchema.safeParse(state.get(key));
  const last: Remembered = found.success ? found.data : { line: "", format: "service", models: [] };
  const said: Remembered = { ...last, format: start.format ?? last.format };
  let choice: SpecChoice = start;
  let modelsAsked = false;
  const all = async (): Promise<SpecChoice> => ({
    ...choice,
    line: said.line,
    format: said.format,
    answers: {
      entities: await modelsOf(said.models, server),
      dependencies: said.needs ?? [],
      operations: operationsOf(said.operations ?? []),
    },
  });
  const steps: Step[] = [];
  if ((vscode.workspace.workspaceFolders ?? []).length > 1) {
    steps.push(step(askFolder, (folder) => (choice = { ...choice, folder })));
  }
  steps.push(
    step(
      (place) => askLine(place, { ...choice, line: said.line, format: said.format }, server),
      (line) => {
        // Another service has other models.
        if (line !== last.line && !modelsAsked) said.models = [];
        else if (!modelsAsked) said.models = last.models;
        said.line = line;
      },
    ),
  );
  if (start.format === undefined) {
    steps.push(
      step(
        (place) => askFormat(place, { ...choice, format: said.format }, server),
        (format) => (said.format = format),
      ),
    );
  }
  steps.push(
    step(
      (place) => askModels(place, said.models, modelsAsked ? said.models.length : 0, server),
      (models) => {
        said.models = [...models];
        modelsAsked = true;
      },
    ),
    step(
      (place) => askNeeds(place, said.needs ?? (said.models.length > 0 ? ["postgresql"] : [])),
      (needs) => (said.needs = [...needs]),
    ),
    step(
      (place) =>
        askOperations(place, said.operations ?? (said.models.length > 0 ? allOperations : [])),
      (operations) => (said.operations = operationsOf(operations)),
    ),
  );
  if (start.into === undefined) {
    steps.push(
      step(
        async (place) => askPlace(place, await all(), server),
        (into) => (choice = { ...choice, into }),
      ),
    );
  }
  if (!(await runSteps(vscode.l10n.t("Generate Backend Spec"), steps))) return undefined;
  return { choice: await all(), remember: () => state.update(key, said) };
}

const allOperations = ["create", "read", "list", "update", "delete"];

/** Operations one by one; several can be typed at once. */
function operationsOf(chosen: readonly string[]): string[] {
  const names = chosen.flatMap((one) => one.split(",")).map((one) => one.trim());
  return [...new Set(names.filter((name) => name !== ""))];
}

function askLine(place: Parameters<Step>[0], choice: SpecChoice, server: Server) {
  return askText(place, {
    prompt: vscode.l10n.t("Name and purpose of the service"),
    placeholder: "ScoringService — compute evaluation metrics for submissions",
    value: choice.line ?? "",
    async check(line) {
      const result = await planSpec({ ...choice, line }, server);
      if ("problem" in result) {
        // That a file exists already is a matter of the last step.
        return result.existing ? undefined : { message: result.problem, error: true };
      }
      const message = vscode.l10n.t("Creates {0}", plannedPath(result));
      return { message, error: false };
    },
  });
}
