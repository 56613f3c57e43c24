import type { Place } from "../../evaluation/value";
import { type ColumnReferences, fullName } from "./columnReferences";
import type { Constraints } from "./constraints";
import { type ColumnDraft, type ForeignKeyDraft, keyOf, nameOf, type TableDraft } from "./drafts";
import { knownText } from "./library";
import type { ColumnModel, Unresolved } from "./model";

/** Makes columns whole once all tables are known: what their foreign keys point to, and the types they take from there. */
export class Finishing {
  readonly unresolved: Unresolved[] = [];
  private readonly running = new Set<ColumnDraft>();

  constructor(private readonly references: ColumnReferences) {}

  /** A table's columns; those that cannot be known go to `unresolved`. */
  columns(table: TableDraft, constraints: Constraints): readonly ColumnModel[] {
    const found: ColumnModel[] = [];
    for (const column of table.columns) {
      const model = this.column(column, table, constraints);
      for (const problem of column.problems) {
        this.note(`the column ${table.table}.${nameOf(column)} ${problem}`, placeIn(column, table));
      }
      for (const { what, ...place } of column.assumed) this.note(what, place);
      if (column.problems.length === 0) found.push(model);
    }
    return found;
  }

  /** Notes a part that cannot be known. */
  note(what: string, { path, line, character }: Place): void {
    this.unresolved.push({ what, path, line, character });
  }

  private column(
    column: ColumnDraft,
    table: TableDraft,
    { indexes, uniqueConstraints }: Constraints,
  ): ColumnModel {
    const name = nameOf(column);
    const targets = column.foreignKeys.map((key) => this.target(key, column));
    const type = this.typeOf(column) ?? "NullType";
    return {
      name,
      attribute: column.attribute,
      type,
      nullable: column.nullable,
      primaryKey: column.primaryKey,
      unique:
        column.unique === true ||
        uniqueConstraints.some(([first, ...rest]) => first === name && rest.length === 0) ||
        indexes.some(
          ({ unique, columns }) => unique && columns.length === 1 && columns[0] === name,
        ),
      indexed: column.index === true || indexes.some(({ columns }) => columns[0] === name),
      foreignKeys: targets.filter((target) => target !== undefined).sort(),
      hasDefault: column.hasDefault,
      hasServerDefault: column.hasServerDefault,
      place: placeIn(column, table),
      ...inferredFrom(column),
    };
  }

  /** `ForeignKey.target_fullname`: the text as it is written, or the column's full name. */
  private target(key: ForeignKeyDraft, column: ColumnDraft): string | undefined {
    const named = knownText(key.target);
    if (named !== undefined) {
      column.assumed.push(...named.assumed);
      return named.text;
    }
    const target = this.references.columnFor(key.target, column.table);
    if (target?.table !== undefined) return `${fullName(target.table)}.${keyOf(target)}`;
    column.problems.push("has a foreign key whose column cannot be told");
    return undefined;
  }

  /** A column's own type, or that of the column it is copied from, or that its first foreign key points to. */
  private typeOf(column: ColumnDraft): string | undefined {
    if (column.type === undefined && column.typeOf !== undefined) return this.typeOf(column.typeOf);
    if (column.type !== undefined || column.foreignKeys.length === 0) return column.type;
    if (column.problems.length > 0 || this.running.has(column)) return undefined;
    this.running.add(column);
    const [key] = column.foreignKeys;
    const named = key && knownText(key.target);
    const target = named
      ? this.references.columnNamed(named.text, column.table)
      : key && this.references.columnFor(key.target, column.table);
    const type = target && this.typeOf(target);
    this.running.delete(column);
    if (target === undefined || target.problems.length > 0) {
      column.problems.push("takes its type from a column that cannot be told");
    }
    return type;
  }
}

function inferredFrom({
  type,
  isTypeInferred,
  foreignKeys,
  problems,
}: ColumnDraft): Pick<ColumnModel, "inferredFrom"> {
  if (isTypeInferred && type !== undefined) return { inferredFrom: "annotation" };
  const isOfKey = type === undefined && foreignKeys.length > 0 && problems.length === 0;
  return isOfKey ? { inferredFrom: "foreign key" } : {};
}

/** Columns that a library brings have no place in the project: their table's counts. */
function placeIn({ place }: ColumnDraft, table: TableDraft): Place {
  return place.path === "" ? table.place : place;
}
