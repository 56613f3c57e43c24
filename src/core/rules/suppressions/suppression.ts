import type { Comment } from "../../python/pythonFile";
import type { Range } from "../../text/range";

/**
 * A comment that silences rules: `# backend-spec: ignore[rule-name, …] reason`, or `ignore-file[…]`; in Markdown
 * `<!-- backend-spec: ignore[rule-name] reason -->`.
 */
export interface Suppression {
  readonly scope: "statement" | "file";
  readonly rules: readonly SuppressedRule[];
  /** Why; empty where nobody said. */
  readonly reason: string;
  readonly comment: Comment;
}

/** A rule's name as it stands in the comment. */
export interface SuppressedRule {
  readonly name: string;
  readonly range: Range;
}

/** Comments of Python, Mermaid and Markdown. */
const pattern =
  /^(?:#|%%|<!--)\s*backend-spec:\s*(ignore-file|ignore)\s*\[([^\]]*)\]\s*(.*?)\s*(?:-->)?$/d;

/** The suppression that stands in a comment; `undefined` where none does. */
export function parseSuppression(whole: Comment): Suppression | undefined {
  const comment = ownPart(whole);
  const match = pattern.exec(comment.text);
  const [, kind, names, reason] = match ?? [];
  const [at] = match?.indices?.[2] ?? [];
  if (match === null || names === undefined || at === undefined) return undefined;
  return {
    scope: kind === "ignore-file" ? "file" : "statement",
    rules: rulesIn(names, comment, at),
    reason: (reason ?? "").replace(/^[-–—:]\s*/, "").trim(),
    comment,
  };
}

/** What is meant to silence something; a word of its own behind `ignore` would be prose. */
const meant = /^(?:#|%%|<!--)\s*backend-spec(?::\s*ignore\b|\s*ignore(?:-file)?\s*\[)/;

/** Whether a comment is meant as a suppression but names no rule in brackets, so that it silences nothing. */
export function isMalformed(comment: Comment): boolean {
  return meant.test(ownPart(comment).text) && !parseSuppression(comment)?.rules.length;
}

/** What other tools are told in the same comment. */
const otherTool = /\s+#\s*(?:fmt|isort|mypy|noqa|nosec|pragma|pylint|pyright|ruff|type)\b/;

/** The part of a Python comment that is for us: `# noqa: E501  # backend-spec: ignore[rule-name] reason  # type: ignore`. */
function ownPart(comment: Comment): Comment {
  const { text, range } = comment;
  const begin = text.startsWith("#") ? text.search(/#\s*backend-spec\b/) : 0;
  if (begin < 0) return comment;
  const [own = ""] = text.slice(begin).split(otherTool, 1);
  if (own === text) return comment;
  const start = { ...range.start, character: range.start.character + begin };
  const end = { ...start, character: start.character + own.length };
  return { text: own, range: { start, end } };
}

function rulesIn(names: string, { range: { start } }: Comment, at: number): SuppressedRule[] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const character = start.character + at + index;
    const from = { line: start.line, character };
    return { name, range: { start: from, end: { ...from, character: character + name.length } } };
  });
}
