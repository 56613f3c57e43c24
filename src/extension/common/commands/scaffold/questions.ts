import * as vscode from "vscode";
import type { CommandResult } from "../../../../server/common/protocol";
import { type Answer, askChoice, askText, type StepPlace } from "../../quickInput";

/** Plans with what is known so far, to say what is wrong with it. */
export type Plan = (value: string) => Promise<CommandResult>;

/** Asks for a name; it is checked as it is typed. */
export function askName(
  place: StepPlace,
  prompt: string,
  placeholder: string,
  value: string,
  plan: Plan,
): Promise<Answer<string>> {
  return askText(place, { prompt, placeholder, value, check: (name) => remark(plan, name) });
}

/** Asks for one of the modules that a project has. */
export function askModule(place: StepPlace, value: string, plan: Plan): Promise<Answer<string>> {
  return askName(place, vscode.l10n.t("Name of the module"), "orders", value, plan);
}

/** Asks for the fields of a model, by semicolons; they are checked as they are typed. */
export function askFields(place: StepPlace, value: string, plan: Plan): Promise<Answer<string>> {
  return askText(place, {
    prompt: vscode.l10n.t("Fields, with semicolons between them"),
    placeholder: "title:str(100); price:decimal(12,2); owner:ref(users)",
    value,
    check: (fields) => remark(plan, fields),
  });
}

/** Asks for the conventions of a project. */
export function askProfile(place: StepPlace): Promise<Answer<"modular" | "layered">> {
  return askChoice(place, vscode.l10n.t("Which conventions?"), [
    {
      label: "modular",
      description: vscode.l10n.t("a folder for each part of the business"),
      value: "modular",
    },
    { label: "layered", description: vscode.l10n.t("a folder for each layer"), value: "layered" },
  ]);
}

/** Asks for what runs a project's tasks. */
export function askQueue(place: StepPlace): Promise<Answer<"none" | "dramatiq" | "celery">> {
  return askChoice(place, vscode.l10n.t("What runs its tasks?"), [
    { label: "none", description: vscode.l10n.t("no tasks for now"), value: "none" },
    { label: "dramatiq", description: "Redis", value: "dramatiq" },
    { label: "celery", description: "Redis", value: "celery" },
  ]);
}

/** Fields as a list: what stands between semicolons or line breaks. */
export function fieldList(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((field) => field.trim())
    .filter((field) => field !== "");
}

async function remark(plan: Plan, value: string) {
  const result = await plan(value);
  if ("problem" in result) return { message: result.problem, error: true };
  const changed = (result.edit.documentChanges ?? []).filter((one) => "textDocument" in one);
  const edited = changed.length - result.files.length;
  if (changed.length === 0) return undefined;
  const message =
    edited > 0
      ? vscode.l10n.t("Creates {0} files and changes {1}", result.files.length, edited)
      : vscode.l10n.t("Creates {0} files", result.files.length);
  return { message, error: false };
}
