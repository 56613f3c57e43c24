import { joinUri } from "../../core/project/paths";
import { activationOf, configuredRules } from "../../core/rules/activation";
import { allRules } from "../../core/rules/registry";
import { type RuleList, rulesParamsSchema } from "./protocol";
import type { Workspace } from "./workspace";

/**
 * Every rule with whether it is on for a file, and why.
 * @param documentation URI of the folder with the rules' pages.
 */
export function ruleList(
  workspace: Workspace,
  params: unknown,
  documentation: string | undefined,
): RuleList {
  const { uri = workspace.all()[0]?.project.root } = rulesParamsSchema.parse(params ?? {});
  if (uri === undefined) throw new Error("No folder is open.");
  const project = workspace.projectOf(uri.endsWith(".py") ? uri : joinUri(uri, "x"));
  const path = project.pathOf(uri) ?? "";
  const { config, path: seen } = project.configs.for(path);
  const context = { code: project.code, config, selection: configuredRules, path, seen };
  return allRules.map((rule) => {
    const { name, summary } = rule.meta;
    const { severity = null, reason } = activationOf(rule, context);
    return { name, summary, severity, reason, page: pageOf(name, documentation) };
  });
}

/** URI of a rule's page. */
export function pageOf(rule: string, documentation: string | undefined): string | null {
  return documentation === undefined ? null : `${documentation}/${rule}.md`;
}
