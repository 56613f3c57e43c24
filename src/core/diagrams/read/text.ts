import { nameTable } from "../../text/nameTable";
import type { Range } from "../../text/range";

/** A line of a diagram without its comment, and where it stands. */
export interface DiagramLine {
  readonly text: string;
  /** Zero-based, in the diagram. */
  readonly line: number;
}

/** The lines of a diagram that say something: without comments, directives, front matter and the first keyword. */
export function diagramLines(source: string): DiagramLine[] {
  const blanked = source
    .replace(/^\s*---[ \t]*\n(?:[\s\S]*?\n)?[ \t]*---[ \t]*(?=\n|$)/, blank)
    .replace(/%%\{[\s\S]*?\}%%/g, blank);
  let seenType = false;
  return blanked.split("\n").flatMap((text, line): DiagramLine[] => {
    const bare = text.replace(/(^|\s)%%.*$/, "$1");
    if (bare.trim() === "") return [];
    if (seenType) return [{ text: bare, line }];
    seenType = true;
    return [];
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** The place of a piece of a diagram's line. */
export function rangeIn(line: number, start: number, length: number): Range {
  return { start: { line, character: start }, end: { line, character: start + length } };
}

const named: Readonly<Record<string, string>> = nameTable({
  quot: '"',
  amp: "&",
  lt: "<",
  gt: ">",
});

/** What a label reads as: without quotes and line breaks, entities as what they stand for. */
export function labelText(label: string): string {
  return label
    .trim()
    .replace(/^"([\s\S]*)"$/, "$1")
    .replace(/<br\s*\/?>|\\n/gi, " ")
    .replace(/#(\d+|\w+);/g, (whole, entity: string) => {
      if (/^\d+$/.test(entity)) return String.fromCodePoint(Math.min(Number(entity), 0x10ffff));
      return named[entity] ?? whole;
    })
    .replace(/\s+/g, " ")
    .trim();
}
