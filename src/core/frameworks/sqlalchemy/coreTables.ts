import { type CallV, type ClassV, textOf, type Value } from "../../evaluation/value";
import { columnCall, readColumn } from "./columns";
import type { TableDraft } from "./drafts";
import { isAbsent, knownText, type LibraryCall, libraryCall } from "./library";
import { tableSchema } from "./metadata";
import type { Unresolved } from "./model";

/** The tables that `Table(…)` makes, each by the object that the call gives. */
export class CoreTables {
  readonly unresolved: Unresolved[] = [];
  private readonly drafts = new Map<Value, TableDraft | undefined>();
  private readonly names = new Map<Value, string>();

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
  append(effect: CallV, tableOf: (of: ClassV) => TableDraft | undefined): void {
    const { func, args } = effect;
    if (func.kind !== "attribute" || !/^append_(?:column|constraint)$/.test(func.attr)) return;
    const { value } = func;
    const isOfClass = value.kind === "attribute" && value.attr === "__table__";
    const table =
      isOfClass && value.value.kind === "class" ? tableOf(value.value) : this.tableFor(value);
    if (table !== undefined) this.take(table, args[0]);
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
    if (column !== undefined) {
      const draft = readColumn(column, "", undefined);
      draft.attribute = draft.key ?? draft.name ?? "";
      if (draft.name === undefined && draft.problems.length === 0) {
        draft.problems.push("has no name that can be told");
      }
      draft.table = table;
      table.columns.push(draft);
    } else if (call !== undefined) table.items.push(call);
    else if (item !== undefined && textOf(item) === undefined) {
      table.isComplete = false;
      table.problems.push(`a part of ${table.table} is computed`);
    }
  }
}
