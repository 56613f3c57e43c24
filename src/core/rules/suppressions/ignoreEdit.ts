import type { TextEdit } from "../../edits/plan";
import type { PythonFile } from "../../python/pythonFile";
import { range } from "../../text/range";
import type { Finding } from "../finding";
import { statementSpans } from "./statementSpans";
import { parseSuppression } from "./suppression";

/** What stands for the reason until a person writes one. */
export const reasonPlaceholder = "reason";

/**
 * The edit that silences a finding where it stands: a comment at the end of its statement's last line, or its rule's
 * name in the one that is there. `undefined` where no comment can stand, as at the end of a line that goes on.
 */
export function ignoreEdit(finding: Finding, file: PythonFile): TextEdit | undefined {
  const { line } = finding.range.start;
  const span = statementSpans(file.parsed.module)
    .filter(({ first, last }) => first <= line && line <= last)
    .at(-1);
  if (span === undefined) return undefined;
  const existing = file.parsed.comments.find(
    (comment) =>
      comment.range.start.line >= span.first &&
      comment.range.start.line <= span.last &&
      parseSuppression(comment)?.scope === "statement",
  );
  const last = existing && parseSuppression(existing)?.rules.at(-1);
  if (last !== undefined) {
    const { end } = last.range;
    return { range: { start: end, end }, newText: `, ${finding.rule}` };
  }
  const text = file.document
    .getText(range(span.last, 0, span.last + 1, 0))
    .replace(/\r?\n$|\r$/, "");
  const hasComment = file.parsed.comments.some(({ range: { start } }) => start.line === span.last);
  if (/\\\s*$/.test(text) || hasComment) return undefined;
  const at = text.trimEnd().length;
  const newText = `  # backend-spec: ignore[${finding.rule}] ${reasonPlaceholder}`;
  return { range: range(span.last, at, span.last, text.length), newText };
}
