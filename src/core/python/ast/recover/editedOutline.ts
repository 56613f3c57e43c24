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

/** The outline of a text that is edited: only the lines around what changed are read again. */
export class EditedOutline {
  private text = "";
  private known: Outline = { lines: [], comments: [] };

  /** The outline of the text as it is now. */
  of(text: string, isWhole: IsWhole): Outline {
    this.known = this.text === "" ? outline(text, isWhole) : this.edited(text, isWhole);
    this.text = text;
    return this.known;
  }

  private edited(text: string, isWhole: IsWhole): Outline {
    const { lines, comments } = this.known;
    const same = commonEnds(this.text, text);
    const offsets = text.length - this.text.length;
    const changed = lines.findIndex((line) => reach(line) > same.before);
    const head = changed < 0 ? lines : lines.slice(0, changed);
    const from = { lineStart: head.at(-1)?.next ?? 0, line: head.at(-1)?.nextLine ?? 0 };
    let next = head.length;
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
    const isKnown = end < this.text.length;
    const tail = isKnown ? lines.slice(next).map((line) => moved(line, move)) : [];
    return {
      lines: [...head, ...read.lines, ...tail],
      comments: [
        ...comments.slice(0, commentAt(comments, from.lineStart)),
        ...read.comments,
        ...movedComments(comments.slice(commentAt(comments, end)), move),
      ],
    };
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

function moved(line: LogicalLine, { offsets, lines }: Move): LogicalLine {
  return {
    line: line.line + lines,
    endLine: line.endLine + lines,
    indent: line.indent,
    lineStart: line.lineStart + offsets,
    start: line.start + offsets,
    end: line.end + offsets,
    next: line.next + offsets,
    nextLine: line.nextLine + lines,
    keyword: line.keyword,
    opensBlock: line.opensBlock,
    isCut: line.isCut,
  };
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
