import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Range, range } from "../../text/range";
import type { Fix } from "../finding";
import type { SuppressedRule, Suppression } from "./suppression";

/** Takes a rule out of a suppression, or the comment with it where it names no other. */
export function removeSuppression(
  suppression: Suppression,
  rule: SuppressedRule,
  file: { readonly document: TextDocument },
): Fix {
  const isOnly = suppression.rules.length === 1;
  const replaced = isOnly ? commentRange(suppression, file) : nameRange(suppression, rule);
  const title = isOnly ? "Remove the comment" : `Remove "${rule.name}" from the comment`;
  const edits = { replacements: [{ range: replaced, newText: "" }], insertions: [] };
  return { safety: "safe", title, edits };
}

/** The comment with the blanks before it; the whole line where nothing else is on it. */
function commentRange(
  { comment }: Suppression,
  { document }: { readonly document: TextDocument },
): Range {
  const { start, end } = comment.range;
  const before = document.getText(range(start.line, 0, start.line, start.character));
  const after = document.getText(range(end.line, end.character, end.line + 1, 0));
  if (before.trim() === "" && after.trim() === "" && start.line + 1 < document.lineCount) {
    return range(start.line, 0, start.line + 1, 0);
  }
  return { start: { ...start, character: before.trimEnd().length }, end };
}

/** The name with the comma that parts it from the others. */
function nameRange({ rules }: Suppression, { range: own }: SuppressedRule): Range {
  const index = rules.findIndex((one) => one.range === own);
  const [before, after] = [rules[index - 1], rules[index + 1]];
  if (after !== undefined) return { start: own.start, end: after.range.start };
  return before === undefined ? own : { start: before.range.end, end: own.end };
}
