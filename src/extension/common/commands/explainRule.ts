import * as vscode from "vscode";
import * as z from "zod/mini";
import {
  type RuleList,
  type rulesParamsSchema,
  rulesRequest,
  rulesSchema,
} from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import { UserProblem } from "../userProblem";
import type { CommandServices } from "./services";

const argumentSchema = z.object({ rule: z.optional(z.string()) });

/** Shows a rule's page; asks which one when none is named. */
export async function explainRule(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const given = argumentSchema.safeParse(argument ?? {});
  const uri =
    vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const params: z.infer<typeof rulesParamsSchema> =
    uri === undefined ? {} : { uri: uri.toString() };
  const rules = rulesSchema.parse(await server.request(rulesRequest, params));
  const name = given.success ? given.data.rule : undefined;
  const rule = name === undefined ? await ask(rules) : rules.find((one) => one.name === name);
  if (rule === undefined) {
    if (name === undefined) return { files: [] };
    throw new UserProblem(vscode.l10n.t('There is no rule "{0}".', name));
  }
  if (rule.page === null) throw new UserProblem(vscode.l10n.t("The rule has no page here."));
  const page = vscode.Uri.parse(rule.page);
  await vscode.commands.executeCommand("markdown.showPreview", page);
  return { files: [page] };
}

async function ask(rules: RuleList): Promise<RuleList[number] | undefined> {
  const items = rules.map((rule) => ({
    label: rule.name,
    description: rule.severity ?? vscode.l10n.t("off"),
    detail: `${rule.summary} — ${rule.reason}`,
    rule,
  }));
  const placeHolder = vscode.l10n.t("A rule, and whether it is on here");
  const options = { placeHolder, matchOnDetail: true, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.rule;
}
