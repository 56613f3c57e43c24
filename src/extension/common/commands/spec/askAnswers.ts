import * as vscode from "vscode";
import { type ModelResult, readModelRequest } from "../../../../server/common/protocol";
import { type Answer, askChoices, askText, type Choice, type StepPlace } from "../../quickInput";
import type { Server } from "../../server";

/** The models that the service owns, each as one line; an empty one ends. */
export async function askModels(
  place: StepPlace,
  given: readonly string[],
  start: number,
  server: Server,
): Promise<Answer<readonly string[]>> {
  const lines = [...given];
  for (let index = start; ; ) {
    const taken = await namesOf(lines.slice(0, index), server);
    const answer = await askText(
      { ...place, back: true },
      {
        prompt: vscode.l10n.t("Model {0}: its name, then its fields. Empty: no more.", index + 1),
        placeholder: "Score metric:str(64), value:float, status:enum(queued,done)=queued",
        value: lines[index] ?? "",
        async check(text) {
          if (text.trim() === "") return undefined;
          const model = await readModel(text, taken, server);
          return "problem" in model
            ? { message: model.problem, error: true }
            : { message: shown(model), error: false };
        },
      },
    );
    if (answer === "cancel") return answer;
    if (answer === "back") {
      if (index === 0) return answer;
      index--;
    } else if (answer.value.trim() !== "") {
      lines[index++] = answer.value.trim();
    } else if (index >= lines.length) {
      return { value: lines };
    } else lines.splice(index, 1);
  }
}

/** Models as answers have them. */
export async function modelsOf(lines: readonly string[], server: Server): Promise<object[]> {
  const models = await Promise.all(lines.map((line) => readModel(line, [], server)));
  return models.filter((model) => !("problem" in model));
}

async function namesOf(lines: readonly string[], server: Server): Promise<string[]> {
  const models = await Promise.all(lines.map((line) => readModel(line, [], server)));
  return models.flatMap((model) => ("name" in model ? [model.name] : []));
}

async function readModel(
  text: string,
  taken: readonly string[],
  server: Server,
): Promise<ModelResult> {
  // The server is ours and of this very version: its answer has the type that both sides import.
  return (await server.request(readModelRequest, { text, taken })) as ModelResult;
}

function shown({ name, fields }: Extract<ModelResult, { name: string }>): string {
  const names = fields.map((field) => field.slice(0, field.indexOf(":")).trim()).join(", ");
  return names === ""
    ? vscode.l10n.t("{0}, without fields yet", name)
    : vscode.l10n.t("{0} with {1}", name, names);
}

/** What the service needs. */
export function askNeeds(
  place: StepPlace,
  chosen: readonly string[],
): Promise<Answer<readonly string[]>> {
  const choices: Choice<string>[] = [
    { label: "PostgreSQL", value: "postgresql" },
    { label: "Redis", value: "redis" },
    { label: vscode.l10n.t("A queue"), value: "queue" },
    { label: vscode.l10n.t("Another service"), value: "service" },
    { label: vscode.l10n.t("An external API"), value: "external-api" },
    { label: vscode.l10n.t("Object storage"), value: "object-storage" },
  ];
  return askChoices(place, vscode.l10n.t("What does it need?"), choices, chosen);
}

const common = ["create", "read", "list", "update", "delete"];

/** What the service does: what every model can have, and what is typed, by commas. */
export function askOperations(
  place: StepPlace,
  chosen: readonly string[],
): Promise<Answer<readonly string[]>> {
  const names = [...common, ...chosen.filter((one) => !common.includes(one))];
  const placeholder = vscode.l10n.t("What does it do? Type others, by commas.");
  return askChoices(
    place,
    placeholder,
    names.map((label) => ({ label, value: label })),
    chosen,
    (typed) => ({
      label: typed,
      description: vscode.l10n.t("operations of its own"),
      alwaysShow: true,
      value: typed,
    }),
  );
}
