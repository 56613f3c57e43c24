import * as vscode from "vscode";
import type { Status } from "../../server/common/protocol";
import type { Server } from "./server";

/** Shows, for Python and Markdown, which conventions hold and how the server stands. */
export function registerLanguageStatus(context: vscode.ExtensionContext, server: Server): void {
  const item = vscode.languages.createLanguageStatusItem("backend-spec.status", [
    { language: "python" },
    { language: "markdown" },
    { pattern: "**/.backend-spec.yaml" },
  ]);
  item.name = "Backend Spec";
  item.text = vscode.l10n.t("Starting …");
  item.busy = true;
  context.subscriptions.push(item);
  context.subscriptions.push(server.onStatus((status) => show(item, status)));
}

function show(item: vscode.LanguageStatusItem, { folders }: Status): void {
  item.busy = folders.some(({ state }) => state === "scanning");
  const profiles = [...new Set(folders.map(({ profile }) => profile))];
  const [only] = profiles;
  item.text =
    profiles.length > 1
      ? vscode.l10n.t("Several profiles")
      : only
        ? vscode.l10n.t("Profile: {0}", only)
        : vscode.l10n.t("No profile");
  const isChosen = folders.some(({ config }) => config !== null);
  item.command = isChosen
    ? { command: "backend-spec.showConfiguration", title: vscode.l10n.t("Show Configuration") }
    : { command: "backend-spec.createConfiguration", title: vscode.l10n.t("Choose Conventions …") };
  const files = folders.reduce((sum, folder) => sum + folder.files, 0);
  const conventions = isChosen
    ? vscode.l10n.t("{0} Python files, conventions from .backend-spec.yaml", files)
    : vscode.l10n.t("{0} Python files, only what holds in any FastAPI code base", files);
  item.detail = [conventions, ...folders.flatMap(({ detected }) => detectedText(detected))].join(
    ". ",
  );
}

/** What a folder's code looks like, with the reason that weighs most. */
function detectedText(detected: Status["folders"][number]["detected"]): readonly string[] {
  if (detected?.profile === undefined || detected.profile === null) return [];
  const [reason = ""] = detected.reasons;
  return [vscode.l10n.t("The code looks {0}: {1}", detected.profile, reason)];
}
