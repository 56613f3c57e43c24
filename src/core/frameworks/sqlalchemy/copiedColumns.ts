import { isEach } from "../../evaluation/iteration";
import { constant, none, type Value } from "../../evaluation/value";
import { columnCall, readColumn } from "./columns";
import { type ColumnDraft, keyOf, nameOf, type TableDraft } from "./drafts";

/** What makes a column for each column of another table: `[c.copy() for c in Model.__table__.columns]`. */
export interface CopiedColumns {
  /** The other table, or what has it. */
  readonly from: Value;
  /** The columns that it makes of those of that table. */
  of(table: TableDraft): readonly ColumnDraft[];
}

/** A part of a table as what makes columns of another one's; `undefined` for all else. */
export function copiedColumns(item: Value | undefined): CopiedColumns | undefined {
  if (item?.kind !== "call") return undefined;
  const { func, place } = item;
  if (func.kind === "attribute" && /^_?copy$/.test(func.attr)) {
    const from = tableOfEach(func.value);
    return from && { from, of: ({ columns }) => columns.map((one) => ({ ...copied(one), place })) };
  }
  const call = columnCall(item);
  if (call === undefined) return undefined;
  const given = [...call.args, ...call.keywords.values()];
  const from = given.map(holderOf).find((table) => table !== undefined);
  const takesType = given.some((one) => one.kind === "attribute" && one.attr === "type");
  return (
    from && {
      from,
      of: ({ columns }) =>
        columns.map((one) => {
          const args = call.args.map((value) => saidBy(one, value));
          const keywords = [...call.keywords].map(
            ([name, value]) => [name, saidBy(one, value)] as const,
          );
          const made = readColumn({ ...call, args, keywords: new Map(keywords) }, "", undefined);
          return takesType ? { ...made, typeOf: one } : made;
        }),
    }
  );
}

/** `Column.copy()` of a column that is in a table: foreign keys are the table's, and stay there. */
function copied(column: ColumnDraft): ColumnDraft {
  return {
    ...column,
    name: nameOf(column),
    foreignKeys: [],
    assumed: [...column.assumed],
    typeOf: column,
    source: undefined,
  };
}

/** The table of which a value names an attribute of each column: `c.name`. */
function holderOf(value: Value): Value | undefined {
  return value.kind === "attribute" ? tableOfEach(value.value) : undefined;
}

function tableOfEach(value: Value): Value | undefined {
  return isEach(value) && value.value.kind === "attribute" ? value.value.value : undefined;
}

/** What `c.name` and its like are for one column; its type is taken over as a whole. */
function saidBy(column: ColumnDraft, value: Value): Value {
  if (value.kind !== "attribute" || holderOf(value) === undefined) return value;
  switch (value.attr) {
    case "name":
      return constant(nameOf(column));
    case "key":
      return constant(keyOf(column));
    case "nullable":
      return constant(column.nullable);
    case "primary_key":
      return constant(column.primaryKey);
    case "unique":
      return constant(column.unique ?? null);
    case "index":
      return constant(column.index ?? null);
    case "type":
      return none;
    default:
      return value;
  }
}
