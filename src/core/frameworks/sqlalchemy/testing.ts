import { codeBaseOf } from "../../testing/testCodeBase";
import type { ColumnModel, LibraryVersions, TableModels } from "./model";
import { tables } from "./tables";

/** The tables of a code base of one module, `models.py`, or of the given files. */
export async function tablesOf(
  files: string | Readonly<Record<string, string>>,
  versions: LibraryVersions = {},
): Promise<TableModels> {
  const code = await codeBaseOf(typeof files === "string" ? { "models.py": files } : files);
  return tables(
    code.paths.map((path) => code.run(path)),
    code,
    { versionsFor: () => versions },
  );
}

/** `table.column type null|not null …` of every column. */
export async function columnsOf(
  files: string | Readonly<Record<string, string>>,
  versions: LibraryVersions = {},
): Promise<readonly string[]> {
  const { tables: found } = await tablesOf(files, versions);
  return found.flatMap(({ table, schema, columns }) =>
    columns.map((column) => `${schema === null ? "" : `${schema}.`}${table}.${saying(column)}`),
  );
}

function saying(column: ColumnModel): string {
  return [
    column.name,
    column.type,
    column.nullable ? "null" : "not null",
    ...(column.primaryKey ? ["key"] : []),
    ...(column.unique ? ["unique"] : []),
    ...(column.indexed ? ["indexed"] : []),
    ...column.foreignKeys.map((key) => `→ ${key}`),
  ].join(" ");
}
