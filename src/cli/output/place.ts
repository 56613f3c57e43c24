import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Range } from "../../core/text/range";

/** A range as outputs write it: lines and columns from 1, columns in UTF-16 units. */
export function placeOf({ start, end }: Range) {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The path of a file relative to a folder, with forward slashes. */
export function pathFrom(folder: string, uri: string): string {
  return relative(folder, fileURLToPath(uri)).split(sep).join("/");
}
