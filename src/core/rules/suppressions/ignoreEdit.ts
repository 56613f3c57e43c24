import type { TextEdit } from "../../edits/plan";
import type { PythonFile } from "../../python/pythonFile";
import { range } from "../../text/range";
import type { Finding } from "../finding";
import { type StatementSpan, statementSpans } from "./statementSpans";
import { parseSuppression } from "./suppression";

/** What stands for the reason until a person writes one. */
export const reasonPlaceholder = "reason";

/**
 * The edit that silences a finding where it stands: the rule's name in the comment that is there, a comment at the end of
 * the statement's last line, or one above it where the line has a comment or goes on. What no statement holds is about
 * the whole file.
 */
export function ignoreEdit(finding: Finding, file: PythonFile): TextEdit {
  const { line } = finding.range.start;
  const span = statementSpans(file.parsed.module)
    .filter(({ first, last }) => first <= line && line <= last)
    .at(-1);
  if (span === undefined) return lineAbove(0, `ignore-file[${finding.rule}]`, file);
  return (
    addedName(span, finding.rule, file) ??
    atEnd(span, finding.rule, file) ??
    lineAbove(span.first, `ignore[${finding.rule}]`, file)
  );
}

/** The rule's name behind those of the comment that the statement has. */
function addedName(
  { first, last }: StatementSpan,
  rule: string,
  { parsed }: PythonFile,
): TextEdit | undefined {
  const existing = parsed.comments
    .filter(({ range: { start } }) => first <= start.line && start.line <= last)
    .map(parseSuppression)
    .find((suppression) => suppression?.scope === "statement");
  const end = existing?.rules.at(-1)?.range.end;
  return end && { range: { start: end, end }, newText: `, ${rule}` };
}

function atEnd(
  { last }: StatementSpan,
  rule: string,
  { document, parsed }: PythonFile,
): TextEdit | undefined {
  const text = document.getText(range(last, 0, last + 1, 0)).replace(/\r?\n$|\r$/, "");
  const hasComment = parsed.comments.some(({ range: { start } }) => start.line === last);
  if (/\\\s*$/.test(text) || hasComment) return undefined;
  const newText = `  # backend-spec: ignore[${rule}] ${reasonPlaceholder}`;
  return { range: range(last, text.trimEnd().length, last, text.length), newText };
}

function lineAbove(line: number, what: string, { document }: PythonFile): TextEdit {
  const text = document.getText(range(line, 0, line + 1, 0));
  const indentation = /^[ \t]*/.exec(text)?.[0] ?? "";
  const lineBreak = /\r\n|\r|\n/.exec(document.getText())?.[0] ?? "\n";
  const comment = `${indentation}# backend-spec: ${what} ${reasonPlaceholder}${lineBreak}`;
  return { range: range(line, 0, line, 0), newText: comment };
}
