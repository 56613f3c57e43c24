import { type Hover, MarkupKind, type Position } from "vscode-languageserver-protocol";
import type { FileReport } from "../../core/project/fileReport";
import type { Finding } from "../../core/rules/finding";
import { ruleNamed } from "../../core/rules/registry";
import { rangeContains } from "../../core/text/range";

/**
 * Hover over what a rule objects to, or over the comment that silences it: what the rule asks for and, where it is
 * silenced, why.
 * @param documentation URI of the folder with the rules' pages.
 */
export function hoverFinding(
  { findings, suppressed, baselined }: FileReport,
  position: Position,
  documentation: string | undefined,
): Hover | null {
  const isHere = ({ range }: Pick<Finding, "range">): boolean =>
    rangeContains(range, { start: position, end: position });
  const notes = new Map<string, string>();
  for (const finding of findings.filter(isHere)) notes.set(finding.rule, "");
  for (const { finding } of baselined) {
    if (isHere(finding)) notes.set(finding.rule, "\n\nKnown to the baseline.");
  }
  for (const { finding, reason, comment } of suppressed) {
    if (!isHere(finding) && !isHere(comment)) continue;
    notes.set(finding.rule, `\n\nSilenced here: ${reason || "no reason is given"}.`);
  }
  const parts = [...notes].flatMap(([name, note]) => {
    const rule = ruleNamed(name);
    if (rule === undefined) return [];
    const { summary, rationale } = rule.meta;
    const title = documentation === undefined ? name : `[${name}](${documentation}/${name}.md)`;
    return [`**${title}** ${summary}.\n\n${rationale}${note}`];
  });
  return parts.length === 0
    ? null
    : { contents: { kind: MarkupKind.Markdown, value: parts.join("\n\n---\n\n") } };
}
