import { isDeletionMark } from "../../../detection/deletionFilters";
import { type CallV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { migrationIndexes } from "../../../frameworks/sqlalchemy/migrationIndexes";
import type { ColumnModel, TableModel } from "../../../frameworks/sqlalchemy/model";
import { sentStatements } from "../../../frameworks/sqlalchemy/queries/sent";
import type { SqlStatement } from "../../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../../project/codeBase";

/** A query that has to read a whole table, as no index leads to the rows it asks for. */
export interface ColumnUse {
  readonly table: TableModel;
  readonly column: ColumnModel;
  readonly how: "filters" | "orders";
  readonly call: CallV;
  /** The function that makes it. */
  readonly by: string;
}

/** Types of which an ordinary index is of no use: of few values, or of more than an index holds. */
const unfit =
  /^(?:bool.*|.*enum.*|json.*|array|largebinary|bytea|blob|tsvector|vector|geometry|geography|text|.*vector.*)$/i;

/** Names of columns of few values, each of which most rows may have. */
const fewValues = /^(?:status|state|kind|type|level|(?:is|has|can)_\w+)$/;

/** The columns by which the functions of a file look for rows, or order them, without an index. */
export function columnUses(path: string, code: CodeBase): readonly ColumnUse[] {
  return code.queries.get(`uses of columns ${path}`, () => {
    const tables = tablesByClass(code);
    if (tables.size === 0) return [];
    return code.functionRuns(path).flatMap((run) =>
      sentStatements(run).flatMap(({ statement, call }) => {
        const use = call.place.path === path ? useOf(statement, tables, code) : undefined;
        const by = run.function.qualname;
        return use === undefined ? [] : [{ ...use, call: statement.start, by }];
      }),
    );
  });
}

/** What a statement needs an index for: its first condition, else its order. */
function useOf(
  statement: SqlStatement,
  tables: ReadonlyMap<object, TableModel>,
  code: CodeBase,
): Omit<ColumnUse, "call" | "by"> | undefined {
  // One condition that is not known may lead to few rows by itself.
  if (statement.isOpen || statement.varies || statement.isGrouped) return undefined;
  const conditions = statement.filters.flatMap(parts);
  const compared = conditions.map((one) => columnIn(comparedColumn(one), tables));
  if (conditions.length > 0 && compared.includes(undefined)) return undefined;
  const found = compared.filter((one) => one !== undefined);
  const isLed = found.some((one) => isIndexed(one, code));
  if (isLed || statement.joins.length > 0) return undefined;
  const filter = found.find(
    ({ column: { type, attribute } }) =>
      !unfit.test(type) && !fewValues.test(attribute) && !isDeletionMark(attribute),
  );
  if (filter !== undefined) return { ...filter, how: "filters" };
  // Who reads every row reads them in any order.
  if (conditions.length > 0 || statement.limit === undefined) return undefined;
  const order = columnIn(orderedColumn(statement.order[0]), tables);
  if (order === undefined || isIndexed(order, code) || unfit.test(order.column.type)) {
    return undefined;
  }
  return { ...order, how: "orders" };
}

/** The conditions that all have to hold. */
function parts(filter: Value): readonly Value[] {
  if (filter.kind === "call") {
    const isAnd = /^(?:sqlalchemy|sqlmodel)\..*\band_$/.test(externalName(filter.func) ?? "");
    return isAnd ? filter.args.flatMap(parts) : [filter];
  }
  const isAnd = filter.kind === "operation" && (filter.op === "And" || filter.op === "BitAnd");
  return isAnd ? filter.operands.flatMap(parts) : [filter];
}

/** The column of `User.email == email`, `User.id.in_(ids)`; `undefined` for what an index may not help with. */
function comparedColumn(condition: Value): Value | undefined {
  if (condition.kind === "operation") {
    const isOrdered = /^(?:Eq|Lt|LtE|Gt|GtE)$/.test(condition.op);
    return isOrdered ? condition.operands.find(({ kind }) => kind === "attribute") : undefined;
  }
  if (condition.kind !== "call" || condition.func.kind !== "attribute") return undefined;
  return /^(?:in_|between)$/.test(condition.func.attr) ? condition.func.value : undefined;
}

/** The column of `User.name.desc()`, `desc(User.name)`. */
function orderedColumn(order: Value | undefined): Value | undefined {
  if (order?.kind !== "call") return order;
  return order.func.kind === "attribute" ? order.func.value : order.args[0];
}

function columnIn(
  value: Value | undefined,
  tables: ReadonlyMap<object, TableModel>,
): { readonly table: TableModel; readonly column: ColumnModel } | undefined {
  if (value?.kind !== "attribute" || value.value.kind !== "class") return undefined;
  const table = tables.get(value.value.node);
  const column = table?.columns.find(({ attribute }) => attribute === value.attr);
  return table && column && { table, column };
}

function isIndexed(
  { table, column }: { readonly table: TableModel; readonly column: ColumnModel },
  code: CodeBase,
): boolean {
  const firstOfKey = table.columns.find(({ primaryKey }) => primaryKey);
  const isFirst = [...table.indexes.map(({ columns }) => columns), ...table.uniqueConstraints].some(
    ([first]) => first === column.name,
  );
  return (
    column.unique ||
    column.indexed ||
    column === firstOfKey ||
    isFirst ||
    migrationIndexes(code).has(`${table.table}.${column.name}`) ||
    // Of a table whose name the migration computes.
    migrationIndexes(code).has(`*.${column.name}`)
  );
}

/** The tables of which all is known, by their classes' nodes. */
function tablesByClass(code: CodeBase): ReadonlyMap<object, TableModel> {
  return code.queries.get("complete tables by class", () => {
    // Every table has a primary key: where none is seen, not all is.
    const known = backend
      .tables(code)
      .tables.filter((one) => one.isComplete && one.columns.some(({ primaryKey }) => primaryKey));
    return new Map(
      known.flatMap((table): readonly (readonly [object, TableModel])[] =>
        table.class === undefined ? [] : [[table.class.node, table]],
      ),
    );
  });
}
