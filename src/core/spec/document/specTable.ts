import type { Table, TableCell, TableRow } from "../../markdown/document";
import type { Holding } from "../formats/format";
import type { SpecPart } from "./specPart";

/** A table that a format has at a section. */
export type TableHolding = Extract<Holding, { readonly kind: "table" }>;

/** A table of a document with what it is in its format. */
export interface SpecTable {
  readonly part: SpecPart;
  readonly holding: TableHolding;
  readonly table: Table;
  readonly rows: readonly SpecRow[];
}

/** A row whose cells are found by their columns' names. */
export interface SpecRow {
  readonly row: TableRow;
  /** The cell in a column, by the header's text; `undefined` where header or row lack it. */
  cell(column: string): TableCell | undefined;
  /** The words of that cell; empty where there is none. */
  text(column: string): string;
}

/** The tables of a section that its format knows: each table goes to the holding whose columns it shares most of. */
export function tablesOf(part: SpecPart): SpecTable[] {
  const holdings = part.format.holds.filter((held): held is TableHolding => held.kind === "table");
  const free = part.section.blocks.filter((block): block is Table => block.kind === "table");
  return holdings.flatMap((holding): SpecTable[] => {
    const shared = (table: Table) =>
      table.header.cells.filter(({ text }) => holding.columns.some((one) => isColumn(one, text)))
        .length;
    const best = Math.max(...free.map(shared), 0);
    const table = free.find((one) => shared(one) === best);
    if (table === undefined) return [];
    free.splice(free.indexOf(table), 1);
    return [{ part, holding, table, rows: table.rows.map((row) => specRow(table, row)) }];
  });
}

/** Whether a header's text is the name of a column; case and runs of blanks do not count. */
export function isColumn(column: string, text: string): boolean {
  const plain = (name: string) => name.replace(/\s+/g, " ").trim().toLowerCase();
  return plain(column) === plain(text);
}

function specRow(table: Table, row: TableRow): SpecRow {
  const cell = (column: string) => {
    const index = table.header.cells.findIndex(({ text }) => isColumn(column, text));
    return index < 0 ? undefined : row.cells[index];
  };
  return { row, cell, text: (column) => cell(column)?.text ?? "" };
}
