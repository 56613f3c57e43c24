import { scanLogicalLine } from "./scan";

/** A statement's line with those that brackets, strings and backslashes join to it; without a block below it. */
export interface LogicalLine {
  /** The lines of the first and of the last character of the text. */
  readonly line: number;
  readonly endLine: number;
  /** Columns before the text, a tab up to the next multiple of eight. */
  readonly indent: number;
  /** Offset of the first line's start. */
  readonly lineStart: number;
  /** Offsets of the text, without the white space and comments around it. */
  readonly start: number;
  readonly end: number;
  /** Offset and number of the line after. */
  readonly next: number;
  readonly nextLine: number;
  /** The first word, or the first character where none is. */
  readonly keyword: string;
  /** Whether it ends in a colon, so that a block should follow. */
  readonly opensBlock: boolean;
  /** Whether it ends within brackets, because what comes next cannot stand in brackets. */
  readonly isCut: boolean;
}

/** A text as its lines tell it, where the grammar cannot. */
export interface Outline {
  readonly lines: readonly LogicalLine[];
  /** As in `Findings`. */
  readonly comments: number[];
}

/** Characters that are searched for the end of a line that was cut short. */
const maximalJoin = 20_000;

/** Says whether a line that seemed to be cut short within brackets goes on to where these end, after all. */
export type IsWhole = (line: LogicalLine) => boolean;

/** Where a line begins. */
export interface LineStart {
  readonly lineStart: number;
  readonly line: number;
}

/** Reads the logical lines of a text, right or wrong. */
export function outline(text: string, isWhole: IsWhole): Outline {
  return outlineFrom(text, { lineStart: 0, line: 0 }, isWhole, () => false);
}

/**
 * Reads logical lines from the start of one.
 * @param isEnd asked before each line of the text on which a logical line may begin
 */
export function outlineFrom(
  text: string,
  from: LineStart,
  isWhole: IsWhole,
  isEnd: (at: LineStart) => boolean,
): Outline {
  const lines: LogicalLine[] = [];
  const comments: number[] = [];
  let { lineStart, line } = from;
  while (lineStart < text.length && !isEnd({ lineStart, line })) {
    const { start, indent } = indentation(text, lineStart);
    const code = text.charCodeAt(start);
    if (start >= text.length) break;
    if (code === 0x0a || code === 0x0d) {
      lineStart = start + (code === 0x0d && text.charCodeAt(start + 1) === 0x0a ? 2 : 1);
      line++;
      continue;
    }
    const from = { lineStart, start, line, indent };
    const found: number[] = [];
    let scanned = scanLogicalLine(text, from, found);
    if (scanned.isCut) {
      const inAll: number[] = [];
      const whole = scanLogicalLine(text.slice(0, start + maximalJoin), from, inAll, true);
      if (!whole.isCut && isWhole(whole)) {
        scanned = whole;
        found.splice(0, Infinity, ...inAll);
      }
    }
    comments.push(...found);
    // A line with nothing but a comment is none.
    if (scanned.end > start) lines.push(scanned);
    lineStart = scanned.next;
    line = scanned.nextLine;
  }
  return { lines, comments };
}

/** How far into the text a logical line has been looked for: what stands from there on does not change it. */
export function reach({ isCut, start, next }: LogicalLine): number {
  return isCut ? start + maximalJoin : next + 1;
}

/** Where the text of a line begins, and at which column. */
export function indentation(text: string, lineStart: number): { start: number; indent: number } {
  let indent = 0;
  let start = lineStart;
  for (; start < text.length; start++) {
    const code = text.charCodeAt(start);
    if (code === 0x20) indent++;
    else if (code === 0x09) indent += 8 - (indent % 8);
    else if (code === 0x0c) indent = 0;
    else if (code !== 0xfeff) break;
  }
  return { start, indent };
}
