import type { Fence, MarkdownDocument } from "../markdown/document";
import { parseMarkdown } from "../markdown/parseMarkdown";
import { toDocumentPosition } from "../markdown/readFence";
import type { Range } from "../text/range";

/**
 * The marks of a document for what nobody has decided yet. Each is a comment of the language at hand, so that no
 * mark is ever taken for a value:
 *
 * | | to fill | proposed |
 * |---|---|---|
 * | in text and tables | `<!-- TODO: what to write -->` | `30s <!-- proposed -->` |
 * | in a Python or other `#` fence | `# TODO: what to write` | `limit: int = 20  # proposed` |
 * | in a Mermaid fence | `%% TODO: what to write` | `%% proposed` |
 *
 * A table that has no rows yet is its header, with the TODO mark below it.
 */
export interface Place {
  readonly kind: "todo" | "proposed";
  /** What is to be written; what was proposed is not repeated here. */
  readonly text: string;
  /** The mark's own range. */
  readonly range: Range;
}

/** The mark of a place to fill in text. */
export function todoMark(text: string): string {
  return `<!-- TODO: ${text.replace(/-{2,}|>/g, "").replace(/\s+/gu, " ")} -->`;
}

/** The mark behind a figure that nobody decided, in text. */
export const proposedMark = "<!-- proposed -->";

/** All places of a document that are still to be filled or confirmed, in the order of the text. */
export function findPlaces(document: MarkdownDocument): Place[] {
  const places: Place[] = [];
  for (const comment of document.comments) {
    const place = readMark(comment.text, comment.range);
    if (place) places.push(place);
  }
  for (const fence of document.fences) places.push(...placesIn(fence));
  return places.sort(
    (a, b) =>
      a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** How many places of a document are still to be filled or confirmed. @param document parsed, or its text. */
export function countPlaces(document: MarkdownDocument | string): number {
  return findPlaces(typeof document === "string" ? parseMarkdown(document) : document).length;
}

function readMark(comment: string, range: Range): Place | undefined {
  const todo = /^TODO\b:?\s*([\s\S]*)$/.exec(comment);
  if (todo) return { kind: "todo", text: (todo[1] ?? "").trim(), range };
  return /^proposed\b/.test(comment) ? { kind: "proposed", text: "", range } : undefined;
}

function placesIn(fence: Fence): Place[] {
  const mark = /^mermaid\b/i.test(fence.language)
    ? /^\s*(%%[ \t]*((?:TODO|proposed)\b.*))$/
    : /(?:^|\s)(#[ \t]*((?:TODO|proposed)\b.*))$/;
  return fence.content.split("\n").flatMap((line, index) => {
    const found = mark.exec(line);
    if (!found) return [];
    const start = line.length - (found[1] ?? "").length;
    const range = {
      start: toDocumentPosition(fence, { line: index, character: start }),
      end: toDocumentPosition(fence, { line: index, character: line.length }),
    };
    return readMark(found[2] ?? "", range) ?? [];
  });
}
