import type { FixEdits } from "../../edits/fixEdits";
import type { Table } from "../../markdown/document";
import { tableRow } from "../../spec/document/edit";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { Range } from "../../text/range";

/** A fix that writes other text in a place. */
export function replaced(range: Range, newText: string): FixEdits {
  return { replacements: [{ range, newText }], insertions: [] };
}

/** A fix that adds lines below a line; several at one line are written one after the other. */
export function linesBelow(line: number, lines: string, { markdown }: SpecDocument): FixEdits {
  const at = { line, character: markdown.lines.line(line).length };
  return { replacements: [], insertions: [{ at, lines, lead: "\n", trail: "" }] };
}

/** A fix that adds a row to a table. @param cells by the names of their columns; others say what is to be written */
export function rowBelow(
  table: Table,
  cells: ReadonlyMap<string, string>,
  spec: SpecDocument,
): FixEdits {
  const last = table.rows.at(-1)?.range.end.line ?? table.delimiterLine;
  const row = table.header.cells.map(
    ({ text }) => cells.get(text) ?? `<!-- TODO: ${text.toLowerCase()} -->`,
  );
  return linesBelow(last, tableRow(row), spec);
}
