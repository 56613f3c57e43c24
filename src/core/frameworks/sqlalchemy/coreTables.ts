import { type CallV, type ClassV, textOf, type Value } from "../../evaluation/value";
import { columnCall, readColumn } from "./columns";
import { copiedColumns } from "./copiedColumns";
import type { ColumnDraft, TableDraft } from "./drafts";
import { isAbsent, knownText, type LibraryCall, libraryCall } from "./library";
import { tableSchema } from "./metadata";
import type { Unresolved } from "./model";

/** The tables that `Table(…)` makes, each by the object that the call gives. */
export class CoreTables {
  readonly unresolved: Unresolved[] = [];
  private readonly drafts = new Map<Value, TableDraft | undefined>();
  private readonly names = new Map<Value, string>();

  /** @param mapped the table of a mapped class */
  constructor(private readonly mapped: (of: ClassV) => TableDraft | undefined) {}

  /** All tables so far, in the order in which they were asked for. */
  get tables(): readonly TableDraft[] {
    return [...this.drafts.values()].filter((table) => table !== undefined);
  }

  /** Takes note of the variable that holds a table. */
  nameIs(value: Value, name: string): void {
    if (!this.names.has(value)) this.names.set(value, name);
  }

  /** The table that a value is; `undefined` where it is none, or its name is computed. */
  tableFor(value: Value): TableDraft | undefined {
    if (this.drafts.has(value)) return this.drafts.get(value);
    const call = libraryCall(value);
    if (call?.name !== "Table") return undefined;
    const made = this.made(call);
    this.drafts.set(value, made);
    return made;
  }

  /** A class is mapped to a table. */
  attach(table: TableDraft, of: ClassV): void {
    if (table.class !== undefined) return;
    table.class = of;
    table.name = of.name;
  }

  /** `table.append_column(…)`, `table.append_constraint(…)` */
  append({ func, args }: CallV): void {
    if (func.kind !== "attribute" || !/^append_(?:column|constraint)$/.test(func.attr)) return;
    const table = this.tableIn(func.value);
    if (table !== undefined) this.take(table, args[0]);
  }

  /** The table that a value is, or `Class.__table__`. */
  private tableIn(value: Value): TableDraft | undefined {
    const isOfClass = value.kind === "attribute" && value.attr === "__table__";
    return isOfClass && value.value.kind === "class"
      ? this.mapped(value.value)
      : this.tableFor(value);
  }

  private made(call: LibraryCall): TableDraft | undefined {
    const [first, second, ...items] = call.args;
    const name = knownText(first ?? call.keywords.get("name"));
    if (name === undefined) {
      this.unresolved.push({ what: "a table whose name is computed", ...call.place });
      return undefined;
    }
    const metadata = second ?? call.keywords.get("metadata");
    const { schema, isKnown } = tableSchema(call.keywords, metadata);
    const table: TableDraft = {
      name: this.names.get(call.value) ?? name.text,
      table: name.text,
      schema,
      class: undefined,
      place: call.place,
      columns: [],
      items: [],
      relationships: [],
      problems: [],
      assumed: [...name.assumed],
      isComplete: true,
    };
    if (!isKnown) table.problems.push(`the schema of ${name.text} is computed`);
    if (!isAbsent(call.keywords.get("autoload_with")) || call.open) {
      table.isComplete = false;
      table.problems.push(`columns of ${name.text} are known only when it runs`);
    }
    for (const item of items) this.take(table, item);
    return table;
  }

  private take(table: TableDraft, item: Value | undefined): void {
    const call = item && libraryCall(item);
    const column = columnCall(item);
    const copied = copiedColumns(item);
    const from = copied && this.tableIn(copied.from);
    if (copied !== undefined && from !== undefined && from !== table) {
      for (const draft of copied.of(from)) addColumn(table, draft);
      if (!from.isComplete) table.isComplete = false;
    } else if (column !== undefined) addColumn(table, readColumn(column, "", undefined));
    else if (call !== undefined) table.items.push(call);
    else if (item !== undefined && textOf(item) === undefined) {
      table.isComplete = false;
      table.problems.push(`a part of ${table.table} is computed`);
    }
  }
}

function addColumn(table: TableDraft, column: ColumnDraft): void {
  const attribute = column.key ?? column.name ?? "";
  const problems = [...column.problems];
  if (column.name === undefined && problems.length === 0) {
    problems.push("has no name that can be told");
  }
  table.columns.push({ ...column, attribute, problems, table });
}
