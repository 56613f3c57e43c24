import { type ClassV, textOf, type Value } from "../../evaluation/value";
import { columnCall } from "./columns";
import type { CoreTables } from "./coreTables";
import { type ColumnDraft, keyOf, nameOf, type TableDraft } from "./drafts";
import { knownText } from "./library";
import type { MappedClass, Mapper } from "./mapper";

/** Finds the column that a term stands for: an attribute of a class, `table.c.name`, the object itself, or its name. */
export class ColumnReferences {
  private readonly bySource = new Map<Value, ColumnDraft[]>();
  private readonly byName: ReadonlyMap<string, readonly TableDraft[]>;
  private readonly byFullName: ReadonlyMap<string, readonly TableDraft[]>;

  constructor(
    private readonly mapper: Mapper,
    private readonly core: CoreTables,
    tables: readonly TableDraft[],
  ) {
    this.byName = grouped(tables, ({ table }) => table);
    this.byFullName = grouped(tables, fullName);
    for (const column of tables.flatMap(({ columns }) => columns)) {
      if (column.source === undefined) continue;
      const same = this.bySource.get(column.source) ?? [];
      this.bySource.set(column.source, [...same, column]);
    }
  }

  /** @param table where a name, or the object of a mixin, is looked for */
  columnFor(value: Value, table?: TableDraft): ColumnDraft | undefined {
    const named = knownText(value);
    if (named !== undefined) return table && columnNamed(table, named.text);
    const made = this.bySource.get(value) ?? this.bySource.get(columnCall(value)?.value ?? value);
    if (made !== undefined) {
      return (
        made.find((column) => column.table === table) ?? (made.length === 1 ? made[0] : undefined)
      );
    }
    if (value.kind === "subscript") {
      const holder = this.tableOfColumns(value.value);
      const name = textOf(value.slice);
      return holder && name !== undefined ? columnNamed(holder, name) : undefined;
    }
    if (value.kind !== "attribute") return undefined;
    const holder = this.tableOfColumns(value.value);
    if (holder !== undefined) return columnNamed(holder, value.attr);
    return value.value.kind === "class" ? this.ofClass(value.value, value.attr, table) : undefined;
  }

  /** The columns in an expression, in the order in which they stand. */
  columnsIn(value: Value, table?: TableDraft): readonly ColumnDraft[] {
    const own = value.kind === "constant" ? undefined : this.columnFor(value, table);
    if (own !== undefined) return [own];
    switch (value.kind) {
      case "call": {
        const receiver = value.func.kind === "attribute" ? [value.func.value] : [];
        return [...receiver, ...value.args].flatMap((part) => this.columnsIn(part, table));
      }
      case "operation":
        return value.operands.flatMap((part) => this.columnsIn(part, table));
      case "attribute":
      case "subscript":
        return this.columnsIn(value.value, table);
      default:
        return [];
    }
  }

  /** The table that a value stands for: an object, `Class.__table__`, a mapped class or a table's name. */
  tableFor(value: Value): TableDraft | undefined {
    const name = knownText(value)?.text;
    if (name !== undefined) return this.tableNamed(name, undefined);
    if (value.kind === "class") return this.mapper.mapped(value)?.table;
    if (value.kind === "attribute" && value.attr === "__table__" && value.value.kind === "class") {
      return this.mapper.mapped(value.value)?.table;
    }
    return this.core.tableFor(value);
  }

  /**
   * The column that `"schema.table.column"` names: without a schema it is sought in that of the table that refers to
   * it too, and among several tables of the name the one nearest in the tree of files counts.
   */
  columnNamed(text: string, from: TableDraft | undefined): ColumnDraft | undefined {
    const dot = text.lastIndexOf(".");
    const table = dot < 0 ? undefined : this.tableNamed(text.slice(0, dot), from);
    return table && columnNamed(table, text.slice(dot + 1));
  }

  private tableNamed(text: string, from: TableDraft | undefined): TableDraft | undefined {
    const matching = this.byFullName.get(text) ?? [];
    const inSchema = (this.byName.get(text) ?? []).filter(
      ({ schema }) => from === undefined || schema === from.schema,
    );
    const found = matching.length > 0 ? matching : inSchema;
    if (from === undefined) return found[0];
    const near = (table: TableDraft): number => sharedLength(table.place.path, from.place.path);
    return [...found].sort((a, b) => near(b) - near(a))[0];
  }

  private tableOfColumns(value: Value): TableDraft | undefined {
    if (value.kind !== "attribute" || (value.attr !== "c" && value.attr !== "columns")) {
      return undefined;
    }
    return this.tableFor(value.value);
  }

  /** A class's column by attribute; of an unmapped one the column that the table took over from it. */
  private ofClass(of: ClassV, attribute: string, table?: TableDraft): ColumnDraft | undefined {
    for (let at: MappedClass | undefined = this.mapper.mapped(of); at; at = at.inherits) {
      const [column] = at.columns.get(attribute) ?? [];
      if (column !== undefined) {
        return at.table?.columns.find((one) => nameOf(one) === nameOf(column)) ?? column;
      }
      const given = at.table?.columns.find((one) => one.attribute === attribute);
      if (given !== undefined) return given;
    }
    if (this.mapper.mapped(of) !== undefined) return undefined;
    return table?.columns.find((column) => column.attribute === attribute);
  }
}

/** A table's name with its schema. */
export function fullName({ schema, table }: TableDraft): string {
  return schema === null ? table : `${schema}.${table}`;
}

function grouped(
  tables: readonly TableDraft[],
  by: (table: TableDraft) => string,
): ReadonlyMap<string, readonly TableDraft[]> {
  const groups = new Map<string, TableDraft[]>();
  for (const table of tables) {
    const same = groups.get(by(table));
    if (same === undefined) groups.set(by(table), [table]);
    else same.push(table);
  }
  return groups;
}

function columnNamed(table: TableDraft, name: string): ColumnDraft | undefined {
  return (
    table.columns.find((column) => keyOf(column) === name) ??
    table.columns.find((column) => nameOf(column) === name)
  );
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
