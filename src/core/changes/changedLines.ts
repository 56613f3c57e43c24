import { diffArrays } from "diff";

/** Lines that a change added or wrote anew, counted from 0; `start` equals `end` where it only took lines away. */
export interface LineSpan {
  readonly start: number;
  /** The line after the last one. */
  readonly end: number;
  /** The lines that were there before. */
  readonly lost: readonly string[];
}

/** Where a text differs from what it was, by its own lines. Line breaks themselves do not count. */
export function changedLines(before: string, now: string): readonly LineSpan[] {
  const spans: LineSpan[] = [];
  let line = 0;
  for (const { added, removed, count, value } of diffArrays(linesOf(before), linesOf(now))) {
    if (added || removed) {
      const end = added ? line + count : line;
      const lost = removed ? value : [];
      const last = spans.at(-1);
      if (last?.end !== line) spans.push({ start: line, end, lost });
      else spans[spans.length - 1] = { start: last.start, end, lost: [...last.lost, ...lost] };
    }
    if (!removed) line += count;
  }
  return spans;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
