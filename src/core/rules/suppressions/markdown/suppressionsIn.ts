import type { Block, MarkdownDocument, Section } from "../../../markdown/document";
import { allSections } from "../../../markdown/parseMarkdown";
import type { Comment } from "../../../python/pythonFile";
import type { Range } from "../../../text/range";
import { parseSuppression, type Suppression } from "../suppression";

/** A suppression of a Markdown document and the lines that it is about. */
export interface CoveredLines {
  readonly suppression: Suppression;
  readonly first: number;
  readonly last: number;
}

/**
 * The suppressions of a document: one at the end of a line is about that line, one alone on its line about what follows: a
 * table, a list, a fence, a paragraph, a heading. In fences the comments of their languages do the same line by line.
 */
export function suppressionsIn(document: MarkdownDocument): CoveredLines[] {
  return commentsIn(document).flatMap((comment): CoveredLines[] => {
    const suppression = parseSuppression(comment);
    if (suppression === undefined) return [];
    const [first, last] = coverage(comment.range, suppression, document);
    return [{ suppression, first, last }];
  });
}

function coverage(
  { start }: Range,
  { scope }: Suppression,
  document: MarkdownDocument,
): readonly [number, number] {
  if (scope === "file") return [0, Number.POSITIVE_INFINITY];
  const { lines } = document;
  const { line, character } = start;
  const isAlone = lines.line(line).slice(0, character).trim() === "";
  if (!isAlone) return [line, line];
  let next = line + 1;
  if (isInFence(line, document)) return [next, next];
  while (next < lines.count && lines.line(next).trim() === "") next++;
  const block = blocksOf(document).find(
    ({ range }) => range.start.line <= next && next <= range.end.line && range.start.line > line,
  );
  return [next, block?.range.end.line ?? next];
}

/** Blocks of the document's own level; a heading is not one of them, so that it is covered alone. */
function blocksOf(document: MarkdownDocument): readonly Block[] {
  return [...document.preamble, ...allSections(document).flatMap(({ blocks }: Section) => blocks)];
}

/** Every comment that a suppression may stand in. */
export function commentsIn(document: MarkdownDocument): readonly Comment[] {
  if (!document.text.includes("backend-spec")) return [];
  const found: Comment[] = [];
  for (const { range } of document.comments) {
    if (range.start.line !== range.end.line) continue;
    const text = document.lines
      .line(range.start.line)
      .slice(range.start.character, range.end.character);
    found.push({ text, range });
  }
  for (const fence of document.fences) {
    for (let line = fence.contentLine; line <= fence.endLine; line++) {
      const text = document.lines.line(line);
      const at = text.search(/(?:#|%%)\s*backend-spec\b/);
      if (at < 0) continue;
      const end = { line, character: text.length };
      found.push({ text: text.slice(at), range: { start: { line, character: at }, end } });
    }
  }
  return found;
}

/** Whether a line is content of a fence. */
export function isInFence(line: number, { fences }: MarkdownDocument): boolean {
  return fences.some((fence) => fence.contentLine <= line && line <= fence.endLine);
}
