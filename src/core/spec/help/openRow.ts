import { idRows, idsIn, nextId } from "../document/references";
import type { SpecDocument } from "../document/specDocument";
import { isColumn, type SpecTable } from "../document/specTable";
import { todoMark } from "../places";

/**
 * The next ID of a table, where its rows have IDs: one that no row has and no text speaks of.
 * @param elsewhere the IDs that code and tests speak of, be they gone from the document
 */
export function freeId(
  { holding: { ids } }: SpecTable,
  spec: SpecDocument,
  elsewhere: Iterable<string> = [],
): string | undefined {
  if (ids === undefined) return undefined;
  const rows = idRows(spec, ids).map(({ text }) => text);
  return nextId(ids, [...rows, ...idsIn(spec).map(({ id }) => id), ...elsewhere]);
}

/** The cells of a row that is to be written, by the header as it is. */
export function openRow(
  table: SpecTable,
  spec: SpecDocument,
  elsewhere: Iterable<string> = [],
): string[] {
  const id = freeId(table, spec, elsewhere);
  return table.table.header.cells.map(({ text }, index) =>
    index === 0 && id !== undefined ? id : todoMark(wantedIn(text)),
  );
}

/** The words of a column, as they stand in the mark of a cell. */
export function wantedIn(column: string): string {
  return isColumn("HTTP Status", column) ? "HTTP status" : column.toLowerCase();
}
