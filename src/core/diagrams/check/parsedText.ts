import type { Position } from "../../text/range";

/*
 * Mermaid takes front matter, directives and comments out of a source before it parses it, writes entities in another way, and
 * counts lines and columns in what is left. This does the same steps (mermaid 11.17, `preprocess.ts` and `encodeEntities`) and
 * remembers where each character was.
 */

/** A text with, for each of its characters, the place it had at first. */
interface Tracked {
  readonly text: string;
  readonly origins: readonly number[];
}

/** Only at the start of the text, as in Mermaid; the closing line may be the last. */
const frontMatter = /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/gs;
const directive = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;
const comment = /^\s*%%(?!{)[^\n]+\n?/gm;
const leadingSpace = /^\s+/g;
/** The flowchart parser takes blank lines after a brace away. */
const afterBrace = /(?<=})\s*(?=\n)/g;
const entity = /#(\w+);/g;

/** The text that Mermaid's parser sees of a source, and where its places are in the source. */
export interface ParsedText {
  readonly lineCount: number;
  /** The zero-based line of the source that a zero-based line of the text was. */
  lineAt(line: number): number;
  /** The place in the source of a place in the text. */
  positionAt(line: number, column: number): Position;
}

/** @param source lines joined by `\n`. @param type Mermaid's keyword: flowcharts lose more lines than others. */
export function parsedText(source: string, type: string): ParsedText {
  let tracked: Tracked = {
    text: source,
    origins: Array.from({ length: source.length + 1 }, (_, index) => index),
  };
  const gone = [frontMatter, directive, comment, leadingSpace];
  if (/^(flowchart|graph)/.test(type)) gone.push(afterBrace);
  for (const pattern of gone) tracked = replaced(tracked, pattern, () => "");
  tracked = replaced(tracked, entity, (name) =>
    /^\d+$/.test(name) ? `\uFB02°°${name}¶ß` : `\uFB02°${name}¶ß`,
  );
  return placesIn(source, tracked);
}

function replaced(
  { text, origins }: Tracked,
  pattern: RegExp,
  replacement: (group: string) => string,
): Tracked {
  let kept = "";
  const keptOrigins: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    kept += text.slice(from, to);
    for (let index = from; index < to; index++) keptOrigins.push(origins[index] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    const instead = replacement(match[1] ?? "");
    kept += instead;
    for (let index = 0; index < instead.length; index++) {
      keptOrigins.push(origins[match.index] ?? 0);
    }
    from = match.index + match[0].length;
  }
  keep(text.length);
  keptOrigins.push(origins[text.length] ?? 0);
  return { text: kept, origins: keptOrigins };
}

function placesIn(source: string, { text, origins }: Tracked): ParsedText {
  const sourceStarts = lineStarts(source);
  const starts = lineStarts(text);
  const positionOf = (offset: number): Position => {
    let line = sourceStarts.findLastIndex((start) => start <= offset);
    line = Math.max(0, line);
    return { line, character: offset - (sourceStarts[line] ?? 0) };
  };
  const positionAt = (line: number, column: number): Position => {
    const start = starts[Math.min(line, starts.length - 1)] ?? 0;
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    return positionOf(origins[Math.min(start + column, end)] ?? source.length);
  };
  return { lineCount: starts.length, lineAt: (line) => positionAt(line, 0).line, positionAt };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) {
    starts.push(index + 1);
  }
  return starts;
}
