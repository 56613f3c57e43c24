import type { Inspected, Truth } from "./shapes";

/** Columns by `table.column` (with the schema before it), and all that is said of each; a table may be said twice. */
export type Sayings = ReadonlyMap<string, { readonly table: string; readonly said: string[] }>;

interface Column {
  readonly type: string;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly indexed: boolean;
  readonly foreignKeys: readonly string[];
}

/** The columns of the running application. */
export function truthColumns(truth: Truth): Sayings {
  return gathered(
    truth.tables.map((table) => ({
      table: qualified(table.schema, table.name),
      columns: table.columns.map((c) => ({
        ...c,
        primaryKey: c.primary_key,
        foreignKeys: c.foreign_keys,
      })),
    })),
  );
}

/** The columns that are reported. */
export function columnsOf(inspected: Inspected): Sayings {
  return gathered(
    inspected.models.flatMap(({ table, schema, columns }) =>
      table === null
        ? []
        : [
            {
              table: qualified(schema ?? null, table),
              columns: columns.map((c) => ({ ...c, type: c.type ?? "?" })),
            },
          ],
    ),
  );
}

function gathered(
  tables: readonly { table: string; columns: readonly (Column & { readonly name: string })[] }[],
): Sayings {
  const found = new Map<string, { table: string; said: string[] }>();
  for (const { table, columns } of tables) {
    for (const column of columns) {
      const key = `${table}.${column.name}`;
      const entry = found.get(key) ?? { table, said: [] };
      const said = saying(column);
      if (!entry.said.includes(said)) entry.said.push(said);
      found.set(key, entry);
    }
  }
  return found;
}

function qualified(schema: string | null, table: string): string {
  return schema === null ? table : `${schema}.${table}`;
}

function saying(column: Column): string {
  return [
    column.type.toLowerCase(),
    column.nullable ? "null" : "not null",
    ...(column.primaryKey ? ["primary key"] : []),
    ...(column.unique ? ["unique"] : []),
    ...(column.indexed ? ["indexed"] : []),
    ...[...column.foreignKeys].sort().map((k) => `→ ${k}`),
  ].join(" ");
}
