import type { Assumption, ClassV, Place, Value } from "../../evaluation/value";
import type { LibraryCall } from "./library";
import type { RelationshipDraft } from "./relationships";

/** A column while its table is put together. */
export interface ColumnDraft {
  /** `undefined`: that of the attribute. */
  name: string | undefined;
  /** `key=`: the name in `Table.c`. */
  key: string | undefined;
  attribute: string;
  /** The name of the type's class; `undefined`: none was given. */
  type: string | undefined;
  /** The column of another table whose type it takes, where it has none of its own. */
  typeOf: ColumnDraft | undefined;
  /** Whether the type is what SQLAlchemy makes of an annotation by itself. */
  isTypeInferred: boolean;
  /** What `nullable=` said. */
  statedNullable: boolean | undefined;
  nullable: boolean;
  primaryKey: boolean;
  unique: boolean | undefined;
  index: boolean | undefined;
  foreignKeys: ForeignKeyDraft[];
  hasDefault: boolean;
  hasServerDefault: boolean;
  sortOrder: number;
  place: Place;
  /** What cannot be known of it. */
  problems: string[];
  assumed: Assumption[];
  /** The object in the code. */
  source: Value | undefined;
  table: TableDraft | undefined;
  useExisting: boolean;
}

/** What a foreign key points to: a text, or a column. */
export interface ForeignKeyDraft {
  readonly target: Value;
  /** The class in whose body or for which it was written. */
  readonly of: ClassV | undefined;
}

/** A table while it is put together. */
export interface TableDraft {
  name: string;
  readonly table: string;
  readonly schema: string | null;
  class: ClassV | undefined;
  readonly place: Place;
  readonly columns: ColumnDraft[];
  /** Constraints and indexes. */
  readonly items: LibraryCall[];
  readonly relationships: RelationshipDraft[];
  readonly problems: string[];
  readonly assumed: Assumption[];
  isComplete: boolean;
}

/** A column of which nothing is said yet. */
export function emptyColumn(attribute: string, place: Place): ColumnDraft {
  return {
    name: undefined,
    key: undefined,
    attribute,
    type: undefined,
    typeOf: undefined,
    isTypeInferred: false,
    statedNullable: undefined,
    nullable: true,
    primaryKey: false,
    unique: undefined,
    index: undefined,
    foreignKeys: [],
    hasDefault: false,
    hasServerDefault: false,
    sortOrder: 0,
    place,
    problems: [],
    assumed: [],
    source: undefined,
    table: undefined,
    useExisting: false,
  };
}

/** The database's name of a column. */
export function nameOf(column: ColumnDraft): string {
  return column.name ?? column.attribute;
}

/** The name of a column in `Table.c`. */
export function keyOf(column: ColumnDraft): string {
  return column.key ?? nameOf(column);
}

/** Adds a class's columns to its table, by `sort_order`; of a single-table subclass those that are not there yet. */
export function addColumns(
  table: TableDraft,
  columns: ReadonlyMap<string, readonly ColumnDraft[]>,
  isSingle: boolean,
): void {
  const own = [...columns.values()].flat().sort((a, b) => a.sortOrder - b.sortOrder);
  for (const column of own) {
    const same = table.columns.find((one) => nameOf(one) === nameOf(column));
    if (same !== undefined && (isSingle || same === column)) continue;
    if (same !== undefined) table.columns.splice(table.columns.indexOf(same), 1);
    table.columns.push(column);
    column.table = table;
  }
}
