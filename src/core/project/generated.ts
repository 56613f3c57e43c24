import type { Comment } from "../python/pythonFile";

/** Whether a tool wrote a file, which then nobody mends by hand: its first comments say so. */
export function isGenerated(comments: readonly Comment[]): boolean {
  return comments
    .slice(0, 5)
    .some(
      ({ text, range }) =>
        range.start.line < 10 &&
        /\b(?:@generated|generated (?:by|code|from)|do not edit)\b/i.test(text),
    );
}
