import type { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkdownDocument } from "../../../markdown/document";
import type { Finding } from "../../finding";
import {
  type JudgedRules,
  judge,
  judgeMalformed,
  type Suppressed,
  type SuppressedFinding,
} from "../applySuppressions";
import { removeSuppression } from "../removeSuppression";
import type { SuppressedRule } from "../suppression";
import { commentsIn, suppressionsIn } from "./suppressionsIn";

/** As `applySuppressions`, for a Markdown document. */
export function applyMarkdownSuppressions(
  findings: readonly Finding[],
  markdown: MarkdownDocument,
  document: TextDocument,
  rules: JudgedRules,
): Suppressed {
  const covered = suppressionsIn(markdown);
  const malformed = judgeMalformed(commentsIn(markdown), rules);
  if (covered.length === 0) return { findings: [...findings, ...malformed], suppressed: [] };
  const used = new Set<SuppressedRule>();
  const suppressed: SuppressedFinding[] = [];
  const left = findings.filter((finding) => {
    const { line } = finding.range.start;
    for (const { suppression, first, last } of covered) {
      const rule = suppression.rules.find(({ name }) => name === finding.rule);
      if (rule === undefined || line < first || line > last) continue;
      used.add(rule);
      suppressed.push({ finding, reason: suppression.reason, comment: suppression.comment });
      return false;
    }
    return true;
  });
  const reports = covered.flatMap(({ suppression }) =>
    judge(suppression, used, rules, (rule) => removeSuppression(suppression, rule, { document })),
  );
  return { findings: [...left, ...reports, ...malformed], suppressed };
}
