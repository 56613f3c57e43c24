import * as vscode from "vscode";
import * as z from "zod/mini";
import {
  type Conventions,
  type CreateConfigurationArguments,
  conventionsRequest,
  conventionsSchema,
  serverCommands,
} from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { applyWorkspaceEdit } from "../applyEdit";
import { askChoice, type Choice } from "../quickInput";
import { UserProblem } from "../userProblem";
import type { CommandServices } from "./services";

const argumentSchema = z.object({
  profile: z.optional(z.enum(["modular", "layered", "none"])),
  baseline: z.optional(z.boolean()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});
type ProfileName = CreateConfigurationArguments["profile"];

/**
 * Writes `.backend-spec.yaml`. Shows for each profile what it would find, and asks whether that goes into a baseline;
 * given a `profile`, it asks nothing.
 */
export async function createConfiguration(
  argument: unknown,
  services: CommandServices,
): Promise<CommandOutcome> {
  const given = argumentSchema.parse(argument ?? {});
  const folder = given.folder ?? (await chosenFolder())?.uri.toString();
  if (folder === undefined) return { files: [] };
  const { profile, baseline = false } = given;
  const answers = profile === undefined ? await ask(folder, services) : { profile, baseline };
  if (answers === undefined) return { files: [] };
  const options: CreateConfigurationArguments = { ...answers, folder };
  const result = await services.server.run(serverCommands.createConfiguration, options);
  if ("problem" in result) return await showExisting(result);
  await applyWorkspaceEdit(result.edit);
  const files = result.files.map((file) => vscode.Uri.parse(file));
  if (files[0] !== undefined) await vscode.window.showTextDocument(files[0]);
  return { files };
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
}

async function showExisting(result: {
  readonly problem: string;
  readonly existing?: string;
}): Promise<CommandOutcome> {
  if (result.existing === undefined) throw new UserProblem(result.problem);
  const file = vscode.Uri.parse(result.existing);
  await vscode.window.showTextDocument(file);
  void vscode.window.showInformationMessage(result.problem);
  return { files: [file] };
}

/** Asks for the profile, then whether a baseline is wanted; `undefined` when the user left. */
async function ask(
  folder: string,
  { server }: CommandServices,
): Promise<{ profile: ProfileName; baseline: boolean } | undefined> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Backend Spec: trying each profile on all files"),
  };
  const conventions = conventionsSchema.parse(
    await vscode.window.withProgress(progress, () =>
      server.request(conventionsRequest, { folder }),
    ),
  );
  const title = vscode.l10n.t("Choose Conventions");
  for (;;) {
    const place = { title, step: 1, totalSteps: 2 };
    const asked = vscode.l10n.t("The profile, and what it would find now");
    const profile = await askChoice(place, asked, profileChoices(conventions));
    if (typeof profile !== "object") return undefined;
    const baseline = await askBaseline(title, findingsOf(conventions, profile.value));
    if (baseline === "cancel") return undefined;
    if (baseline !== "back") return { profile: profile.value, baseline: baseline.value };
  }
}

function profileChoices({ detected, profiles }: Conventions): readonly Choice<ProfileName>[] {
  const looks = vscode.l10n.t("the code looks like it");
  return profiles
    .map(({ name, rules }) => {
      const total = rules.reduce((sum, { findings }) => sum + findings, 0);
      const count = vscode.l10n.t("{0} findings", total);
      return {
        label: name === "none" ? vscode.l10n.t("none: only what holds everywhere") : name,
        description: name === detected ? `${count}, ${looks}` : count,
        detail: rules.map(({ rule, findings }) => `${rule} ${findings}`).join(", "),
        value: name,
      };
    })
    .sort((a, b) => Number(b.value === detected) - Number(a.value === detected));
}

async function askBaseline(title: string, findings: number) {
  const choices: readonly Choice<boolean>[] = [
    {
      label: vscode.l10n.t("Keep the {0} findings of now in a baseline", findings),
      detail: vscode.l10n.t("Only new ones are shown; the old ones are hints."),
      value: true,
    },
    { label: vscode.l10n.t("Show all of them"), value: false },
  ];
  const asked = vscode.l10n.t("What is to become of what is found already?");
  return await askChoice({ title, step: 2, totalSteps: 2 }, asked, choices);
}

function findingsOf({ profiles }: Conventions, profile: ProfileName): number {
  const rules = profiles.find(({ name }) => name === profile)?.rules ?? [];
  return rules.reduce((sum, { findings }) => sum + findings, 0);
}
