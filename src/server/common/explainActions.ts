import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import type { Finding } from "../../core/rules/finding";
import { ruleNamed } from "../../core/rules/registry";
import { rangesTouch } from "../../core/text/range";
import { diagnosticOf } from "./convert";
import { type ExplainRuleArguments, serverCommands } from "./protocol";

/** The light bulb's offers to open the pages of the rules that object to a place. */
export function explainActions(
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
): CodeAction[] {
  if (context.only?.every((kind) => !CodeActionKind.QuickFix.startsWith(kind))) return [];
  const here = findings.filter(
    (finding) => rangesTouch(finding.range, range) && ruleNamed(finding.rule) !== undefined,
  );
  return [...new Map(here.map((one) => [one.rule, one])).values()].map((finding) => {
    const title = `Explain ${finding.rule}`;
    const argument: ExplainRuleArguments = { rule: finding.rule };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, undefined)],
      command: { title, command: serverCommands.explainRule, arguments: [argument] },
    };
  });
}
