import * as vscode from "vscode";
import * as z from "zod/mini";
import { type CommandResult, serverCommands } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { applyWorkspaceEdit } from "../applyEdit";
import { type Answer, askChoice, askText, type Choice } from "../quickInput";
import { UserProblem } from "../userProblem";
import type { CommandServices } from "./services";

const argumentSchema = z.object({
  line: z.optional(z.string()),
  /** `service`, `module`, `task`, `guide`, or one of the folder's own. */
  format: z.optional(z.string()),
  /** In the form of an answers file. */
  answers: z.optional(z.unknown()),
  into: z.optional(z.string()),
  /** The workspace folder's URI. */
  folder: z.optional(z.string()),
});

interface Answers {
  folder: vscode.WorkspaceFolder;
  line: string;
  into: string | undefined;
  /** What a caller of the command gave beyond the line. */
  given: { readonly format?: string | undefined; readonly answers?: unknown };
}

const lastLineKey = "generateSpec.line";

/**
 * Writes a specification. Asks for what the argument leaves out; given a `line`, it asks nothing.
 * @param argument `{ line, into, folder }`, or the folder that was clicked in the explorer.
 */
export async function generateSpec(
  argument: unknown,
  context: vscode.ExtensionContext,
  services: CommandServices,
): Promise<CommandOutcome> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (first === undefined) return await offerToOpenFolder();
  const clicked = argument instanceof vscode.Uri ? argument : undefined;
  const given = clicked ? {} : argumentSchema.parse(argument ?? {});
  const folder =
    folders.find(({ uri }) => uri.toString() === given.folder) ??
    (clicked && vscode.workspace.getWorkspaceFolder(clicked)) ??
    first;
  const into = given.into ?? (clicked && featureFolder(clicked));
  const { format, answers: said } = given;
  const start = { folder, line: given.line ?? "", into, given: { format, answers: said } };
  const answers = given.line === undefined ? await ask(start, context, services) : start;
  if (answers === undefined) return { files: [] };
  const result = await plan(answers, services);
  if (!("problem" in result)) {
    await context.workspaceState.update(lastLineKey, answers.line);
    return await land(result);
  }
  if (result.existing === undefined) throw new UserProblem(result.problem);
  return await offerExisting(
    result.problem,
    vscode.Uri.parse(result.existing),
    result.content ?? "",
  );
}

/** Asks step by step; `undefined` when the user left. */
async function ask(
  start: Answers,
  context: vscode.ExtensionContext,
  services: CommandServices,
): Promise<Answers | undefined> {
  const answers = { ...start };
  answers.line = context.workspaceState.get(lastLineKey, "");
  const steps: ((place: { step: number; totalSteps: number }) => Promise<Answer<unknown>>)[] = [];
  if ((vscode.workspace.workspaceFolders ?? []).length > 1) {
    steps.push(async (place) => {
      const answer = await askFolder(place);
      if (typeof answer === "object") answers.folder = answer.value;
      return answer;
    });
  }
  steps.push(async (place) => {
    const answer = await askLine(place, answers, services);
    if (typeof answer === "object") answers.line = answer.value;
    return answer;
  });
  if (start.into === undefined) {
    steps.push(async (place) => {
      const answer = await askPlace(place, answers, services);
      if (typeof answer === "object") answers.into = answer.value;
      return answer;
    });
  }
  for (let index = 0; index < steps.length; ) {
    const answer = await steps[index]?.({ step: index + 1, totalSteps: steps.length });
    if (answer === "cancel") return undefined;
    index += answer === "back" ? -1 : 1;
  }
  return answers;
}

const title = (): string => vscode.l10n.t("Generate Backend Spec");

function askFolder(place: { step: number; totalSteps: number }) {
  const choices = (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
    label: folder.name,
    description: folder.uri.fsPath,
    value: folder,
  }));
  return askChoice({ title: title(), ...place }, vscode.l10n.t("Which backend?"), choices);
}

function askLine(
  place: { step: number; totalSteps: number },
  answers: Answers,
  services: CommandServices,
) {
  return askText(
    { title: title(), ...place },
    {
      prompt: vscode.l10n.t("Name and purpose of the service"),
      placeholder: "ScoringService — compute evaluation metrics for submissions",
      value: answers.line,
      async check(line) {
        const result = await plan({ ...answers, line, into: answers.into }, services);
        if ("problem" in result) {
          // That a file exists already is a matter of the next step.
          return result.existing ? undefined : { message: result.problem, error: true };
        }
        const [file] = result.files;
        const path = file ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : "";
        return { message: vscode.l10n.t("Creates {0}", path), error: false };
      },
    },
  );
}

async function askPlace(
  place: { step: number; totalSteps: number },
  answers: Answers,
  services: CommandServices,
): Promise<Answer<string | undefined>> {
  const fresh = await plan({ ...answers, into: undefined }, services);
  const [file] = "problem" in fresh ? [] : fresh.files;
  const choices: Choice<string | undefined>[] = [
    {
      label: vscode.l10n.t("A new feature folder"),
      description: file ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : "",
      value: undefined,
    },
  ];
  const pattern = new vscode.RelativePattern(answers.folder, "**/spec*/[0-9]*-*/*.md");
  const found = await vscode.workspace.findFiles(pattern, "**/node_modules/**", 200);
  const existing = new Set(
    found.flatMap((uri) => featureFolder(vscode.Uri.joinPath(uri, "..")) ?? []),
  );
  for (const folder of [...existing].sort()) {
    choices.push({ label: folder, description: vscode.l10n.t("existing folder"), value: folder });
  }
  return await askChoice({ title: title(), ...place }, vscode.l10n.t("Where to put it"), choices);
}

async function plan(
  { line, folder, into, given: { format, answers } }: Answers,
  { server }: CommandServices,
): Promise<CommandResult> {
  const argument = {
    line,
    folder: folder.uri.toString(),
    ...(format !== undefined && { format }),
    ...(answers !== undefined && { answers }),
    ...(into !== undefined && { into }),
  };
  return await server.run(serverCommands.generateSpec, argument);
}

/** Applies the change, opens the document and says what is left to fill. */
async function land(result: Exclude<CommandResult, { problem: string }>): Promise<CommandOutcome> {
  await applyWorkspaceEdit(result.edit);
  const files = result.files.map((file) => vscode.Uri.parse(file));
  const [file] = files;
  if (file !== undefined) {
    await vscode.window.showTextDocument(file, { preview: false });
    await vscode.commands.executeCommand("backend-spec.openPreviewToSide", file);
    const name = vscode.workspace.asRelativePath(file);
    const message = vscode.l10n.t("{0}: {1} places to fill.", name, result.toFill ?? 0);
    vscode.window.setStatusBarMessage(message, 10_000);
  }
  return { files };
}

async function offerExisting(
  problem: string,
  existing: vscode.Uri,
  content: string,
): Promise<CommandOutcome> {
  const open = vscode.l10n.t("Open the Existing File");
  const compare = vscode.l10n.t("Compare");
  const again = vscode.l10n.t("Choose Another Place");
  const answer = await vscode.window.showWarningMessage(problem, open, compare, again);
  if (answer === open) await vscode.window.showTextDocument(existing);
  if (answer === again) await vscode.commands.executeCommand("backend-spec.generateSpec");
  if (answer === compare) {
    const fresh = await vscode.workspace.openTextDocument({ content, language: "markdown" });
    const title = vscode.l10n.t(
      "{0}: existing ↔ generated",
      vscode.workspace.asRelativePath(existing),
    );
    await vscode.commands.executeCommand("vscode.diff", existing, fresh.uri, title);
  }
  return { files: [] };
}

async function offerToOpenFolder(): Promise<CommandOutcome> {
  const open = vscode.l10n.t("Open Folder");
  const message = vscode.l10n.t(
    "Open the folder of a backend first: the specification is a file in it.",
  );
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.commands.executeCommand("workbench.action.files.openFolder");
  }
  return { files: [] };
}

/** `specs/004-x` for a folder of that name, relative to its workspace folder. */
function featureFolder(uri: vscode.Uri): string | undefined {
  const path = vscode.workspace.asRelativePath(uri, false);
  return /(^|\/)\d{3,}-[^/]+$/.test(path) ? path : undefined;
}
