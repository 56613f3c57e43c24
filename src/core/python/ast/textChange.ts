import type { Position, Range } from "../../text/range";

/** A stretch of a text and what takes its place (LSP's incremental change). */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** What tree-sitter is told of a change; its indices and columns are UTF-16 units. */
export interface TreeEdit {
  startIndex: number;
  oldEndIndex: number;
  newEndIndex: number;
  startPosition: { row: number; column: number };
  oldEndPosition: { row: number; column: number };
  newEndPosition: { row: number; column: number };
}

const loneReturns = /\r(?!\n)/g;

/**
 * A text that changes, and beside it the same with a line feed for each carriage return that stands alone: Python and
 * LSP end a line there, tree-sitter does not.
 */
export class EditableText {
  normal: string;
  private starts: number[] | undefined;

  constructor(public text: string) {
    this.normal = normalize(text);
  }

  /** Makes a change. `undefined` where it cannot be told to tree-sitter as one edit. */
  apply(change: TextChange): TreeEdit | undefined {
    const { start, end } = change.range;
    const startIndex = this.offsetAt(start);
    return this.splice(startIndex, Math.max(startIndex, this.offsetAt(end)), change.text);
  }

  /** Becomes another text, in the one stretch in which they differ. As `apply`. */
  become(text: string): TreeEdit | undefined {
    const before = this.text;
    const most = Math.min(before.length, text.length);
    let start = 0;
    while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start++;
    // No place lies between the two characters of a line break.
    if (before.charCodeAt(start - 1) === 0x0d) start--;
    let [end, newEnd] = [before.length, text.length];
    while (
      end > start &&
      newEnd > start &&
      before.charCodeAt(end - 1) === text.charCodeAt(newEnd - 1)
    ) {
      end--;
      newEnd--;
    }
    if (before.charCodeAt(end) === 0x0a && before.charCodeAt(end - 1) === 0x0d) {
      end++;
      newEnd++;
    }
    return this.splice(start, end, text.slice(start, newEnd));
  }

  /** Puts a text in the place of what stands between two offsets. */
  private splice(startIndex: number, oldEndIndex: number, inserted: string): TreeEdit | undefined {
    const startPosition = this.pointAt(startIndex);
    const oldEndPosition = this.pointAt(oldEndIndex);
    const before = this.normal;
    this.text = this.text.slice(0, startIndex) + inserted + this.text.slice(oldEndIndex);
    this.normal = normalize(this.text);
    this.starts = undefined;
    const newEndIndex = startIndex + inserted.length;
    // Joining or parting the two characters of a line break changes the text outside of the edit.
    const isPlain =
      !before.includes("\r") && !this.text.includes("\r")
        ? true
        : before.slice(0, startIndex) === this.normal.slice(0, startIndex) &&
          before.slice(oldEndIndex) === this.normal.slice(newEndIndex);
    if (!isPlain) return undefined;
    const newEndPosition = this.pointAt(newEndIndex);
    return { startIndex, oldEndIndex, newEndIndex, startPosition, oldEndPosition, newEndPosition };
  }

  private offsetAt(position: Position): number {
    const starts = this.lineStarts();
    if (position.line >= starts.length) return this.normal.length;
    const start = starts[Math.max(0, position.line)] ?? 0;
    const next = starts[position.line + 1];
    const end = next === undefined ? this.normal.length : this.lineEnd(next);
    return Math.min(start + Math.max(0, position.character), end);
  }

  /** Where the line before the line that begins at `next` ends, its line break left out. */
  private lineEnd(next: number): number {
    return this.normal.charCodeAt(next - 2) === 0x0d ? next - 2 : next - 1;
  }

  private pointAt(offset: number): { row: number; column: number } {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { row: low, column: offset - (starts[low] ?? 0) };
  }

  private lineStarts(): number[] {
    if (this.starts !== undefined) return this.starts;
    const starts = [0];
    const { normal } = this;
    for (let at = normal.indexOf("\n"); at >= 0; at = normal.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    this.starts = starts;
    return starts;
  }
}

function normalize(text: string): string {
  return text.includes("\r") ? text.replace(loneReturns, "\n") : text;
}
