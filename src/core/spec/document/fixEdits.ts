import type { FixEdits } from "../../edits/fixEdits";
import type { Table, TableRow } from "../../markdown/document";
import type { Range } from "../../text/range";
import { tableRow } from "./edit";
import type { SpecDocument } from "./specDocument";

/** A fix that writes other text in a place. */
export function replaced(range: Range, newText: string): FixEdits {
  return { replacements: [{ range, newText }], insertions: [] };
}

/** A fix that adds lines below a line; several at one line are written one after the other. */
export function linesBelow(line: number, lines: string, { markdown }: SpecDocument): FixEdits {
  const at = { line, character: markdown.lines.line(line).length };
  return { replacements: [], insertions: [{ at, lines, lead: "\n", trail: "" }] };
}

/**
 * A fix that adds a row to a table.
 * @param cells by the names of their columns; others say what is to be written
 * @param going the rows that other fixes take away: the new one stands below the last that stays
 */
export function rowBelow(
  table: Table,
  cells: ReadonlyMap<string, string>,
  spec: SpecDocument,
  going: readonly TableRow[] = [],
): FixEdits {
  const stays = table.rows.findLast((one) => !going.includes(one));
  const last = stays?.range.end.line ?? table.delimiterLine;
  const row = table.header.cells.map(
    ({ text }) => cells.get(text) ?? `<!-- TODO: ${text.toLowerCase()} -->`,
  );
  return linesBelow(last, tableRow(row), spec);
}

/** A fix that takes whole lines away, with the empty ones before them where more follow behind. */
export function withoutLines(first: number, last: number, { markdown }: SpecDocument): FixEdits {
  const { lines } = markdown;
  const isEmpty = (line: number): boolean => lines.line(line).trim() === "";
  let from = first;
  const isApart =
    last + 1 >= lines.count || isEmpty(last + 1) || lines.line(last + 1).startsWith("```");
  while (isApart && from > 0 && isEmpty(from - 1)) from--;
  const end =
    last + 1 < lines.count
      ? { line: last + 1, character: 0 }
      : { line: last, character: lines.line(last).length };
  return replaced({ start: { line: from, character: 0 }, end }, "");
}

/** Several fixes of one document as one. */
export function joinedEdits(all: readonly FixEdits[]): FixEdits {
  return {
    replacements: all.flatMap(({ replacements }) => replacements),
    insertions: all.flatMap(({ insertions }) => insertions),
  };
}
