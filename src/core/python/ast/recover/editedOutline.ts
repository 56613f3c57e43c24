import type { Mutable } from "../mutable";
import {
  type IsWhole,
  type LogicalLine,
  type Outline,
  outline,
  outlineFrom,
  reach,
} from "./outline";

/** How many numbers a comment has in an outline: its offset, then the line and column of both its ends. */
const commentSize = 5;

/** How far a part of the text was moved. */
interface Move {
  readonly offsets: number;
  readonly lines: number;
}

/**
 * The outline of a text that is edited: only the lines around what changed are read again. The lines of one version become
 * part of the next, with other places.
 */
export class EditedOutline {
  private text = "";
  private lines: LogicalLine[] = [];
  private comments: number[] = [];

  /** The outline of the text as it is now; what was given before must not be used any more. */
  of(text: string, isWhole: IsWhole): Outline {
    if (this.text === "") {
      const { lines, comments } = outline(text, isWhole);
      this.lines = [...lines];
      this.comments = comments;
    } else this.edit(text, isWhole);
    this.text = text;
    return { lines: this.lines, comments: this.comments };
  }

  private edit(text: string, isWhole: IsWhole): void {
    const { lines, comments } = this;
    const same = commonEnds(this.text, text);
    const offsets = text.length - this.text.length;
    const changed = lines.findIndex((line) => reach(line) > same.before);
    const kept = changed < 0 ? lines.length : changed;
    const last = lines[kept - 1];
    const from = { lineStart: last?.next ?? 0, line: last?.nextLine ?? 0 };
    let next = kept;
    let move: Move = { offsets, lines: 0 };
    let end = this.text.length;
    const read = outlineFrom(text, from, isWhole, ({ lineStart, line }) => {
      if (text.length - lineStart > same.after) return false;
      while ((lines[next]?.lineStart ?? Infinity) + offsets < lineStart) next++;
      const known = lines[next];
      if (known === undefined || known.lineStart + offsets !== lineStart) return false;
      move = { offsets, lines: line - known.line };
      end = known.lineStart;
      return true;
    });
    if (end === this.text.length) next = lines.length;
    for (let index = next; index < lines.length; index++) moveLine(lines[index], move);
    this.lines = [...lines.slice(0, kept), ...read.lines, ...lines.slice(next)];
    this.comments = [
      ...comments.slice(0, commentAt(comments, from.lineStart)),
      ...read.comments,
      ...movedComments(comments.slice(commentAt(comments, end)), move),
    ];
  }
}

/** How many characters two texts have in common at their start, and at their end after that. */
function commonEnds(one: string, other: string): { before: number; after: number } {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one.charCodeAt(before) === other.charCodeAt(before)) before++;
  let after = 0;
  while (
    after < shorter - before &&
    one.charCodeAt(one.length - 1 - after) === other.charCodeAt(other.length - 1 - after)
  ) {
    after++;
  }
  return { before, after };
}

function moveLine(line: Mutable<LogicalLine> | undefined, { offsets, lines }: Move): void {
  if (line === undefined) return;
  line.line += lines;
  line.endLine += lines;
  line.nextLine += lines;
  line.lineStart += offsets;
  line.start += offsets;
  line.end += offsets;
  line.next += offsets;
}

/** The index of the first comment at or after an offset. */
function commentAt(comments: readonly number[], offset: number): number {
  let at = 0;
  while (at < comments.length && (comments[at] ?? 0) < offset) at += commentSize;
  return at;
}

function movedComments(comments: readonly number[], { offsets, lines }: Move): number[] {
  return comments.map((value, index) => {
    const part = index % commentSize;
    if (part === 0) return value + offsets;
    return part === 1 || part === 3 ? value + lines : value;
  });
}
