import type { Position, Range } from "../text/range";

/** Turns offsets of a text into LSP positions and back; lines end at `\n`, `\r\n` or a lone `\r`. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 13 && text.charCodeAt(index + 1) === 10) continue;
      if (code === 10 || code === 13) starts.push(index + 1);
    }
    this.#starts = starts;
  }

  /** How many lines there are; a text that ends with a line ending has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** The text of a line without its ending; empty beyond the last. */
  line(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return "";
    const next = this.#starts[line + 1] ?? this.#text.length;
    return this.#text.slice(start, next).replace(/\r?\n$|\r$/, "");
  }

  /** The position of an offset in UTF-16 units; offsets outside the text are moved to its border. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: inside - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; a character beyond its line's end counts as that end. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.#text.length;
    return start + Math.max(0, Math.min(position.character, this.line(position.line).length));
  }

  /** The range between two offsets. */
  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
