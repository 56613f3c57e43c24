import type { TableCell } from "../../markdown/document";

/** Whether nobody has written a cell yet: it is empty, or says what is to be written. `spec-placeholder` tells of those. */
export function isOpen(cell: TableCell): boolean {
  return cell.text === "" || /^\[[^\]]*\]$/.test(cell.text) || /<!--\s*TODO\b/.test(cell.source);
}

/** Whether a cell says nothing where something is needed. */
export function saysNothing(cell: TableCell | undefined): boolean {
  if (cell === undefined) return true;
  if (/<!--\s*TODO\b/.test(cell.source)) return false;
  return /^(?:|-+|—|–|\?+|tbd|tba)$/i.test(cell.text);
}

/** A name for comparing: lower case, letters and digits only. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
