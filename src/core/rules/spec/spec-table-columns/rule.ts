import * as z from "zod";
import type { FixEdits } from "../../../edits/fixEdits";
import type { TextEdit } from "../../../edits/plan";
import type { Table, TableRow } from "../../../markdown/document";
import { tableRow } from "../../../spec/document/edit";
import { replaced } from "../../../spec/document/fixEdits";
import type { SpecDocument } from "../../../spec/document/specDocument";
import { isColumn } from "../../../spec/document/specTable";
import { defineSpecRule } from "../specRule";

export const specTableColumns = defineSpecRule({
  meta: {
    name: "spec-table-columns",
    summary: "Keep the columns of the format, and a cell in each of them",
    rationale:
      "Tables are read by people who know the format and compared with code by their columns. A row with too few or too " +
      "many cells puts values under the wrong heading.",
    area: "spec",
    source: "the formats of specifications: the columns of each table",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: {
      columns: "The columns here are {expected}.",
      ragged: "This row has {count}; the header has {columns}.",
    },
  },
  check({ spec, report }) {
    for (const { holding, table } of spec.tables) {
      const { columns } = holding;
      const cells = table.header.cells.map(({ text }) => text);
      const fits =
        cells.length === columns.length &&
        columns.every((column, index) => isColumn(column, cells[index] ?? ""));
      const ragged = table.rows.filter((row) => row.cells.length !== cells.length);
      if (!fits) {
        const edits = columnsFix(columns, table, ragged.length === 0);
        const fix = edits && { title: `Write the columns ${columns.join(", ")}`, edits };
        const data = { expected: columns.join(", ") };
        report({ message: "columns", data, range: table.header.range, ...(fix && { fix }) });
      }
      for (const row of ragged) {
        const data = {
          count: counted(row.cells.length),
          columns: String(cells.length),
        };
        const edits = raggedFix(row, cells.length, spec);
        const fix = { title: `Make it ${counted(cells.length)}`, edits };
        report({ message: "ragged", data, range: row.range, fix });
      }
    }
  },
});

function counted(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}

/** Other names, another order, columns that are missing: never one that would take text away. */
function columnsFix(
  columns: readonly string[],
  table: Table,
  isEven: boolean,
): FixEdits | undefined {
  const { cells } = table.header;
  const at = columns.map((column) => cells.findIndex(({ text }) => isColumn(column, text)));
  const unknown = cells.flatMap((_, index) => (at.includes(index) ? [] : [index]));
  const absent = at.flatMap((index, column) => (index < 0 ? [column] : []));
  const isRenamed =
    cells.length === columns.length &&
    unknown.length === absent.length &&
    unknown.every((index, position) => absent[position] === index) &&
    at.every((index, column) => index < 0 || index === column);
  if (isRenamed) {
    const replacements = unknown.flatMap((index): TextEdit[] => {
      const cell = cells[index];
      return cell ? [{ range: cell.range, newText: columns[index] ?? "" }] : [];
    });
    return { replacements, insertions: [] };
  }
  const holdsText = unknown.some((index) =>
    table.rows.some(({ cells: own }) => own[index]?.source),
  );
  if (holdsText || !isEven) return undefined;
  const edit = (row: TableRow, sources: readonly string[]): TextEdit => ({
    range: row.range,
    newText: tableRow(sources),
  });
  const line = table.delimiterLine;
  const dashes: TextEdit = {
    range: {
      start: { line, character: table.header.range.start.character },
      end: { line, character: Number.MAX_SAFE_INTEGER },
    },
    newText: tableRow(columns.map(() => "---")),
  };
  const rows = table.rows.map((row) =>
    edit(
      row,
      at.map((index, column) => row.cells[index]?.source ?? open(columns[column])),
    ),
  );
  return { replacements: [edit(table.header, columns), dashes, ...rows], insertions: [] };
}

function open(column = ""): string {
  return `<!-- TODO: ${column.toLowerCase()} -->`;
}

/**
 * Adds the cells that are missing, or takes away empty ones. Text in cells that no heading is above, as a bar within a cell
 * makes them, goes to the last cell.
 */
function raggedFix(
  { cells, range }: TableRow,
  count: number,
  { markdown: { lines } }: SpecDocument,
): FixEdits {
  const sources = cells.slice(0, count).map(({ source }) => source);
  while (sources.length < count) sources.push("");
  const beyond = cells.slice(count).flatMap(({ source }) => (source === "" ? [] : [source]));
  const last = sources.pop() ?? "";
  const whole = [last, ...beyond].filter((source) => source !== "").join(" | ");
  const end = { ...range.end, character: lines.line(range.end.line).trimEnd().length };
  return replaced({ start: range.start, end }, tableRow([...sources, whole]));
}
