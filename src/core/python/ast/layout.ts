import type { SyntaxTable } from "./tree/table";
import { next, stride } from "./tree/table";

/** Where the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/**
 * Gives the nodes of the first tree of a table the lines and characters that their offsets have in another text.
 * @param lines added to every line
 */
export function layOut(table: SyntaxTable, starts: readonly number[], lines: number): void {
  const end = next(table, 0);
  for (let node = 0; node < end; node += stride) {
    for (const [from, to] of [
      [2, 4],
      [3, 6],
    ] as const) {
      const offset = table[node + from] as number;
      const line = lineOf(starts, offset);
      table[node + to] = line + lines;
      table[node + to + 1] = offset - (starts[line] as number);
    }
  }
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
