import { ancestors } from "../../evaluation/classes";
import type { Constraints } from "./constraints";
import type { TableDraft } from "./drafts";
import type { ColumnModel, RelationshipModel, TableModel } from "./model";

/** A table as it is reported, of the parts that are known once all tables are. */
export function tableModel(
  table: TableDraft,
  columns: readonly ColumnModel[],
  found: {
    readonly constraints: Constraints | undefined;
    readonly relationships: readonly RelationshipModel[];
    readonly isSecondary: boolean;
  },
): TableModel {
  const keys = columns.filter(({ primaryKey }) => primaryKey);
  const joins =
    keys.length > 1 &&
    keys.every(({ foreignKeys }) => foreignKeys.length > 0) &&
    new Set(keys.flatMap(({ foreignKeys }) => foreignKeys)).size > 1;
  const bases = table.class === undefined ? [] : ancestors(table.class).slice(1);
  return {
    name: table.name,
    table: table.table,
    schema: table.schema,
    class: table.class,
    place: table.place,
    columns,
    indexes: found.constraints?.indexes ?? [],
    uniqueConstraints: found.constraints?.uniqueConstraints ?? [],
    relationships: found.relationships,
    bases: bases.filter((base) => base.kind === "class"),
    isAssociationTable: found.isSecondary || joins,
    isComplete: table.isComplete && columns.length === table.columns.length,
  };
}
