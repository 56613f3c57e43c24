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

/** The suppression that a comment is; `undefined` for any other comment. */
export function parseSuppression(comment: Comment): Suppression | undefined {
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
  return meant.test(comment.text) && !parseSuppression(comment)?.rules.length;
}

function rulesIn(names: string, { range: { start } }: Comment, at: number): SuppressedRule[] {
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => {
    const character = start.character + at + index;
    const from = { line: start.line, character };
    return { name, range: { start: from, end: { ...from, character: character + name.length } } };
  });
}
