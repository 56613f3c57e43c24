import * as vscode from "vscode";
import * as z from "zod/mini";
import { reviewRequest, reviewSchema } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { askChoice, askText, type Choice } from "../quickInput";
import type { CommandServices } from "./services";
import { showReport } from "./showReport";

const argumentSchema = z.object({
  /** The folder's URI. */
  folder: z.optional(z.string()),
  /** A commit or branch; empty for a review of all. */
  since: z.optional(z.string()),
});

/**
 * Reviews a folder and shows the report as a document that is not saved yet. Given `since`, it asks nothing.
 * @param argument the explorer's URI of a folder, or the answers
 */
export async function review(
  argument: unknown,
  { server, log }: CommandServices,
): Promise<CommandOutcome> {
  const given =
    argument instanceof vscode.Uri
      ? { folder: argument.toString() }
      : argumentSchema.parse(argument ?? {});
  const since = "since" in given && given.since !== undefined ? given.since : await askSince();
  if (since === undefined) return { files: [] };
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Backend Spec: reviewing"),
    cancellable: true,
  };
  const params = { folder: given.folder, ...(since !== "" && { since }) };
  const answer = await vscode.window.withProgress(progress, async (_, token) => {
    try {
      return reviewSchema.parse(await server.request(reviewRequest, params, token));
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
  if (answer === undefined) return { files: [] };
  for (const note of answer.notes) {
    log.warn(note);
    void vscode.window.showWarningMessage(note);
  }
  return {
    files: [await showReport(vscode.Uri.parse(answer.root), "backend-review.md", answer.markdown)],
  };
}

/** The commit that changes are counted from, empty for all; `undefined` when the user left. */
async function askSince(): Promise<string | undefined> {
  const choices: readonly Choice<string | null>[] = [
    { label: vscode.l10n.t("Everything there is"), value: "" },
    {
      label: vscode.l10n.t("What is not committed"),
      description: "HEAD",
      value: "HEAD",
    },
    {
      label: vscode.l10n.t("What this branch changed"),
      description: "origin/HEAD",
      detail: vscode.l10n.t("Since it parted from the remote's default branch."),
      value: "origin/HEAD",
    },
    { label: vscode.l10n.t("Since another commit or branch…"), value: null },
  ];
  const title = vscode.l10n.t("Review Backend");
  for (;;) {
    const place = { title, step: 1, totalSteps: 1 };
    const choice = await askChoice(place, vscode.l10n.t("What is to be reviewed?"), choices);
    if (typeof choice !== "object") return undefined;
    if (choice.value !== null) return choice.value;
    const named = await askText(
      { title, step: 2, totalSteps: 2 },
      {
        prompt: vscode.l10n.t("The commit or branch that changes are counted from"),
        placeholder: "main",
        value: "",
        async check(value) {
          const message = vscode.l10n.t("Name a commit, a branch or a tag.");
          return value.trim() === "" ? { message, error: true } : undefined;
        },
      },
    );
    if (named === "cancel") return undefined;
    if (named !== "back") return named.value.trim();
  }
}
