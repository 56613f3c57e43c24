import type { TextDocument } from "vscode-languageserver-textdocument";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { ActivationContext } from "../activation";
import type { FileCheck } from "../checkFile";
import { compareFindings } from "../finding";
import { judgedRules, runRules } from "../runRules";
import { applyMarkdownSuppressions } from "../suppressions/markdown/applyMarkdown";
import type { SpecRule } from "./specRule";

/**
 * Runs rules over a spec document.
 * @param known the names of all rules, those about other files included
 * @param exists whether there is something at a path that the document links to
 */
export function checkSpec(
  rules: readonly SpecRule[],
  spec: SpecDocument,
  document: TextDocument,
  context: ActivationContext,
  known: Iterable<string>,
  exists: (path: string) => boolean,
): FileCheck {
  const { config } = context;
  const { findings, failures, ran } = runRules(rules, context, (rule, _options, report) =>
    rule.check({ spec, config, exists, report }),
  );
  const judged = judgedRules(known, ran, context);
  const left = applyMarkdownSuppressions(findings, spec.markdown, document, judged);
  return {
    findings: [...left.findings].sort(compareFindings),
    suppressed: left.suppressed,
    failures,
  };
}
