import { parse } from "smol-toml";
import { folderOf } from "../paths";
import { baseName, resolvePath } from "./fileTree";

/** A table of TOML. */
export type Table = Readonly<Record<string, unknown>>;

/**
 * Ruff's own table of a file; `undefined` where the file has none, or cannot be read.
 * @param path `pyproject.toml`, or any other name for a file that is all ruff's; with or without folders before it
 */
export function ruffSettings(path: string, text: string): Table | undefined {
  let whole: Table;
  try {
    whole = parse(text);
  } catch {
    return undefined;
  }
  return baseName(path) === "pyproject.toml" ? tableAt(tableAt(whole, "tool"), "ruff") : whole;
}

/** The path of the settings that those of a file start from (`extend`, relative to its folder). */
export function extendedBy(path: string, settings: Table | undefined): string | undefined {
  const extended = settings?.extend;
  const isBelow = typeof extended === "string" && !/^[/~$]/.test(extended);
  return isBelow ? resolvePath(folderOf(path), extended) : undefined;
}

/** A table within a table. */
export function tableAt(of: Table | undefined, key: string): Table | undefined {
  const value = of?.[key];
  // A table of TOML is a plain object; dates and lists are none.
  return typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
    ? (value as Table)
    : undefined;
}
