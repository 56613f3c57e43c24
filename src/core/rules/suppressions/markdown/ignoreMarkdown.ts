import type { TextEdit } from "../../../edits/plan";
import type { MarkdownDocument } from "../../../markdown/document";
import { lineBreakOf } from "../../../spec/document/edit";
import { range } from "../../../text/range";
import type { Finding } from "../../finding";
import { reasonPlaceholder } from "../ignoreEdit";
import { isInFence, suppressionsIn } from "./suppressionsIn";

/**
 * The edit that silences a finding in a Markdown document: the rule's name in the comment that is there, a comment at the
 * end of the line (within a table's last cell), or one on the line above: a fence is silenced from outside.
 */
export function ignoreMarkdown({ rule, range: at }: Finding, document: MarkdownDocument): TextEdit {
  const { line } = at.start;
  const { lines, frontMatter } = document;
  const known = suppressionsIn(document).find(({ first, last }) => first <= line && line <= last);
  const end = known?.suppression.rules.at(-1)?.range.end;
  if (known?.suppression.scope === "statement" && end !== undefined) {
    return { range: { start: end, end }, newText: `, ${rule}` };
  }
  const comment = (what: string) => `<!-- backend-spec: ${what}[${rule}] ${reasonPlaceholder} -->`;
  const lineBreak = lineBreakOf(document.text);
  if (frontMatter !== undefined && line <= frontMatter.range.end.line) {
    const below = frontMatter.range.end;
    return {
      range: { start: below, end: below },
      newText: `${lineBreak}${lineBreak}${comment("ignore-file")}`,
    };
  }
  const fence = document.fences.find((one) => one.line <= line && line <= one.endLine);
  if (fence !== undefined || isInFence(line, document)) {
    const above = fence?.line ?? line;
    const indent = /^\s*/.exec(lines.line(above))?.[0] ?? "";
    const newText = `${indent}${comment("ignore")}${lineBreak}${lineBreak}`;
    return { range: range(above, 0, above, 0), newText };
  }
  const text = lines.line(line).trimEnd();
  const isRow = document.tables.some(
    ({ range: { start, end: last } }) => start.line <= line && line <= last.line,
  );
  const bar = isRow && text.endsWith("|") ? text.slice(0, -1).trimEnd().length : text.length;
  return { range: range(line, bar, line, bar), newText: ` ${comment("ignore")}` };
}
