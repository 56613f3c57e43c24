import * as vscode from "vscode";
import * as z from "zod/mini";
import { formatsRequest, formatsSchema, inspectRequest } from "../../../../server/common/protocol";
import { type Answer, askChoice, type Choice, type StepPlace } from "../../quickInput";
import type { Server } from "../../server";
import { plannedPath, planSpec, type SpecChoice } from "./planSpec";

/** Which of the window's folders? */
export function askFolder(place: StepPlace): Promise<Answer<vscode.WorkspaceFolder>> {
  const choices = (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
    label: folder.name,
    description: folder.uri.fsPath,
    value: folder,
  }));
  return askChoice(place, vscode.l10n.t("Which backend?"), choices);
}

/** In which format? The folder's own are among them. */
export async function askFormat(
  place: StepPlace,
  { folder, format }: SpecChoice,
  server: Server,
): Promise<Answer<string>> {
  const params = { folder: folder.uri.toString() };
  const formats = formatsSchema.parse(await server.request(formatsRequest, params));
  const known: Readonly<Record<string, string | undefined>> = {
    service: vscode.l10n.t("everything about a service"),
    module: vscode.l10n.t("a FastAPI service module, in short"),
    task: vscode.l10n.t("a Celery task or Dramatiq actor, in short"),
    guide: vscode.l10n.t("how the whole backend is built"),
  };
  const choices = formats.map(({ name, title, file }) => ({
    label: name,
    description: known[name] ?? title,
    detail: file,
    value: name,
  }));
  return await askChoice(place, vscode.l10n.t("Which kind of document?"), choices, format);
}

/** In which folder? A new one, or one that there is. */
export async function askPlace(
  place: StepPlace,
  choice: SpecChoice,
  server: Server,
): Promise<Answer<string | undefined>> {
  const fresh = await planSpec({ ...choice, into: undefined }, server);
  const choices: Choice<string | undefined>[] = [
    {
      label: vscode.l10n.t("A new feature folder"),
      description: plannedPath(fresh),
      value: undefined,
    },
  ];
  const pattern = new vscode.RelativePattern(choice.folder, "**/spec*/[0-9]*-*/*.md");
  const found = await vscode.workspace.findFiles(pattern, "**/node_modules/**", 200);
  const existing = new Set(
    found.flatMap((uri) => featureFolder(vscode.Uri.joinPath(uri, "..")) ?? []),
  );
  for (const folder of [...existing].sort()) {
    choices.push({ label: folder, description: vscode.l10n.t("existing folder"), value: folder });
  }
  return await askChoice(place, vscode.l10n.t("Where to put it"), choices);
}

/** `specs/004-x` for a folder of that name, relative to its workspace folder. */
export function featureFolder(uri: vscode.Uri): string | undefined {
  const path = vscode.workspace.asRelativePath(uri, false);
  return /(^|\/)\d{3,}-[^/]+$/.test(path) ? path : undefined;
}

const inspectionSchema = z.object({
  modules: z.array(z.object({ name: z.string(), path: z.string() })),
});

/** Which code? The file at hand, and the modules that the analysis sees. */
export async function askCode(
  place: StepPlace,
  folder: vscode.WorkspaceFolder,
  server: Server,
): Promise<Answer<string>> {
  const params = { folder: folder.uri.toString() };
  const { modules } = inspectionSchema.parse(await server.request(inspectRequest, params));
  const open = vscode.window.activeTextEditor?.document;
  const isHere =
    open?.languageId === "python" && vscode.workspace.getWorkspaceFolder(open.uri) === folder;
  const current = isHere ? vscode.workspace.asRelativePath(open.uri, false) : undefined;
  const choices = modules
    .filter(({ path }) => path !== current)
    .map(({ name, path }) => ({ label: name, description: path, value: path }));
  const whole = vscode.l10n.t("all of {0}", folder.name);
  return await askChoice(place, vscode.l10n.t("Which code is it about?"), [
    ...(current === undefined
      ? []
      : [{ label: vscode.l10n.t("The open file"), description: current, value: current }]),
    ...choices,
    { label: vscode.l10n.t("The whole backend"), description: whole, value: "." },
  ]);
}
