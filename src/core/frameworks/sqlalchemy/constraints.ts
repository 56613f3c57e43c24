import type { ColumnReferences } from "./columnReferences";
import { type ColumnDraft, nameOf, type TableDraft } from "./drafts";
import { flagOf, isAbsent, knownItems, knownText, type LibraryCall } from "./library";
import type { IndexModel } from "./model";

/** What a table's constraints and indexes say. */
export interface Constraints {
  readonly indexes: readonly IndexModel[];
  readonly uniqueConstraints: readonly (readonly string[])[];
}

/**
 * Reads the constraints and indexes of a table, and gives its columns the keys in them
 * (https://docs.sqlalchemy.org/en/20/core/constraints.html).
 */
export function applyConstraints(table: TableDraft, references: ColumnReferences): Constraints {
  const indexes: IndexModel[] = [];
  const uniqueConstraints: (readonly string[])[] = [];
  for (const call of new Map(table.items.map((item) => [item.value, item])).values()) {
    switch (call.name) {
      case "PrimaryKeyConstraint":
        for (const column of columnsOf(call, table, references)) {
          column.primaryKey = true;
          if (column.statedNullable === undefined) column.nullable = false;
        }
        break;
      case "UniqueConstraint":
        uniqueConstraints.push(columnsOf(call, table, references).map(nameOf));
        break;
      case "ForeignKeyConstraint":
        applyForeignKeys(call, table, references);
        break;
      case "Index": {
        const [name, ...expressions] = call.args;
        const columns = expressions.flatMap((expression) => {
          const own = knownText(expression) && references.columnFor(expression, table);
          return own ?? references.columnsIn(expression, table).slice(0, 1);
        });
        indexes.push({
          name: knownText(name)?.text,
          columns: columns.map(nameOf),
          unique: flagOf(call.keywords.get("unique")) === true,
          place: call.place,
        });
      }
    }
  }
  return { indexes, uniqueConstraints };
}

function columnsOf(
  call: LibraryCall,
  table: TableDraft,
  references: ColumnReferences,
): readonly ColumnDraft[] {
  const found = call.args.map((value) => references.columnFor(value, table));
  const known = found.filter((column) => column !== undefined);
  if (known.length < found.length || call.open) {
    table.problems.push(`a ${call.name} of ${table.table} is on columns that cannot be told`);
    return call.name === "UniqueConstraint" ? [] : known;
  }
  return known;
}

function applyForeignKeys(
  call: LibraryCall,
  table: TableDraft,
  references: ColumnReferences,
): void {
  const columns = knownItems(call.keywords.get("columns") ?? call.args[0]);
  const targets = knownItems(call.keywords.get("refcolumns") ?? call.args[1]);
  const isKnown =
    columns !== undefined &&
    targets !== undefined &&
    !isAbsent(call.args[0] ?? call.keywords.get("columns"));
  for (const [index, value] of (columns ?? []).entries()) {
    const column = references.columnFor(value, table);
    const target = targets?.[index];
    if (column !== undefined && target !== undefined) {
      column.foreignKeys.push({ target, of: table.class });
    } else table.problems.push(`a foreign key of ${table.table} cannot be told`);
  }
  if (!isKnown) table.problems.push(`a foreign key of ${table.table} is computed`);
}
