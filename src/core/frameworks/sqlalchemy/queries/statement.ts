import {
  type CallV,
  type ClassV,
  externalName,
  optionsOf,
  unknown,
  type Value,
} from "../../../evaluation/value";

/** A SQL statement as it was put together, whichever way its branches went. */
export interface SqlStatement {
  readonly kind: "select" | "insert" | "update" | "delete" | "text";
  /** What it selects or changes: classes, and attributes of them. */
  readonly entities: readonly Value[];
  readonly filters: readonly Value[];
  readonly order: readonly Value[];
  /** What bounds it: of `limit`, `fetch`, a slice; `undefined` where nothing does. */
  readonly limit: Value | undefined;
  /** Whether some way of the branches leaves the limit out that another has. */
  readonly mayLackLimit: boolean;
  readonly offset: Value | undefined;
  readonly options: readonly Value[];
  readonly joins: readonly Value[];
  readonly isGrouped: boolean;
  /** Whether some way of the branches leaves a part out: then the parts above are what it can have. */
  readonly varies: boolean;
  /** Whether parts of it are not known: `where(*conditions)`, a method of the project's own. */
  readonly isOpen: boolean;
  /** The call that begins it. */
  readonly start: CallV;
}

const starts: Readonly<Record<string, SqlStatement["kind"]>> = Object.fromEntries(
  [
    "sqlalchemy",
    "sqlalchemy.future",
    "sqlalchemy.sql",
    "sqlalchemy.sql.expression",
    "sqlmodel",
    "sqlmodel.sql.expression",
    "sqlalchemy.orm",
    "sqlalchemy.dialects.postgresql",
  ].flatMap((module) =>
    (["select", "insert", "update", "delete", "text"] as const).map((name) => [
      `${module}.${name}`,
      name,
    ]),
  ),
);

/** The statement that a value is; `undefined` for anything else. */
export function statementOf(value: Value): SqlStatement | undefined {
  const ways = optionsOf(value)
    .map(readWay)
    .filter((one) => one !== undefined);
  const [first, ...others] = ways;
  if (first === undefined) return undefined;
  return others.reduce(
    (all, one): SqlStatement => ({
      kind: all.kind,
      entities: all.entities,
      filters: union(all.filters, one.filters),
      order: union(all.order, one.order),
      limit: all.limit ?? one.limit,
      mayLackLimit:
        all.mayLackLimit ||
        one.mayLackLimit ||
        (all.limit === undefined) !== (one.limit === undefined),
      offset: all.offset ?? one.offset,
      options: union(all.options, one.options),
      joins: union(all.joins, one.joins),
      isGrouped: all.isGrouped || one.isGrouped,
      varies: true,
      isOpen: all.isOpen || one.isOpen,
      start: all.start,
    }),
    first,
  );
}

/** A chain of method calls from `select(…)`, `session.query(…)` or the like on. */
function readWay(value: Value): SqlStatement | undefined {
  if (value.kind !== "call") return undefined;
  const { func } = value;
  const kind = starts[externalName(func) ?? ""];
  if (kind !== undefined) return begun(kind, value);
  if (func.kind !== "attribute") return undefined;
  if (func.attr === "query" && value.args.length > 0) return begun("select", value);
  if (isTable(func.value) && isVerb(func.attr))
    return { ...begun(func.attr, value), entities: [func.value] };
  const before = statementOf(func.value);
  return before && extended(before, func.attr, value);
}

/** A statement of which only the start is written. */
export function begun(kind: SqlStatement["kind"], start: CallV): SqlStatement {
  const { args } = start;
  const entities = args.flatMap((arg) => (arg.kind === "list" ? arg.items : [arg]));
  return {
    kind,
    entities,
    filters: [],
    order: [],
    limit: undefined,
    mayLackLimit: false,
    offset: undefined,
    options: [],
    joins: [],
    isGrouped: false,
    varies: false,
    isOpen: start.open,
    start,
  };
}

/** A statement after one more method was called on it. */
export function extended(
  before: SqlStatement,
  method: string,
  { args, keywords, open }: CallV,
): SqlStatement {
  const [first] = args;
  switch (method) {
    case "where":
    case "filter":
      return {
        ...before,
        filters: [...before.filters, ...args],
        isOpen: before.isOpen || open,
      };
    case "filter_by": {
      const equalities = [...keywords].map(([name, value]): Value => {
        const [entity] = before.entities;
        const attribute: Value =
          entity === undefined
            ? { kind: "unknown", why: name }
            : { kind: "attribute", value: entity, attr: name };
        return { kind: "operation", op: "Eq", operands: [attribute, value] };
      });
      return {
        ...before,
        filters: [...before.filters, ...equalities],
        isOpen: before.isOpen || open,
      };
    }
    case "order_by":
      return { ...before, order: [...before.order, ...args] };
    case "limit":
    case "fetch":
    case "slice":
      return {
        ...before,
        limit: (method === "slice" ? args[1] : first) ?? before.limit,
        mayLackLimit: false,
      };
    case "offset":
      return { ...before, offset: first ?? before.offset };
    case "options":
      return { ...before, options: [...before.options, ...args, ...(open ? [spreadOptions] : [])] };
    case "join":
    case "outerjoin":
    case "select_from":
      return { ...before, joins: [...before.joins, ...args] };
    case "group_by":
      return { ...before, isGrouped: true };
    case "distinct":
      // The different values of columns are a group each.
      return args.length === 0 && before.entities.every(({ kind }) => kind === "attribute")
        ? { ...before, isGrouped: true }
        : before;
    default:
      return { ...before, isOpen: before.isOpen || !others.has(method) };
  }
}

/** Stands for the options of which only is known that they are spread out: `options(*options)`. */
const spreadOptions: Value = unknown("options that are spread out");

/** SQLAlchemy's methods that leave all of the above as it is. */
const others: ReadonlySet<string> = new Set(
  (
    "add_columns add_entity all alias as_scalar correlate count cte delete distinct enable_eagerloads " +
    "execution_options exists first from_self having join_from label on_conflict_do_nothing one one_or_none " +
    "only_return_tuples outerjoin_from params populate_existing prefix_with returning scalar scalar_one " +
    "scalar_subquery scalars subquery tuples union union_all unique update values with_entities " +
    "with_for_update with_hint with_only_columns yield_per"
  ).split(" "),
);

/** `Model.__table__`, or what `Table(…)` makes. */
function isTable(value: Value): boolean {
  if (value.kind === "attribute") return value.attr === "__table__";
  return (
    value.kind === "call" && /^sqlalchemy\.(\w+\.)*Table$/.test(externalName(value.func) ?? "")
  );
}

function isVerb(name: string): name is "select" | "insert" | "update" | "delete" {
  return ["select", "insert", "update", "delete"].includes(name);
}

/** The class of the project that a statement is about: its first entity's, or that of the attribute. */
export function modelOf({ entities }: SqlStatement): ClassV | undefined {
  const [entity] = entities;
  return entity && classIn(entity);
}

function classIn(value: Value): ClassV | undefined {
  if (value.kind === "class") return value;
  if (value.kind === "attribute") return classIn(value.value);
  return value.kind === "call" && value.args[0] !== undefined ? classIn(value.args[0]) : undefined;
}

/** Whether it counts or adds up rows instead of giving them; a row of a model with a count beside it is given. */
export function isAggregate({ entities, isGrouped }: SqlStatement): boolean {
  const aggregates = entities.filter((entity) =>
    /\.func\.(count|sum|avg|min|max)\b/.test(functionIn(entity)),
  );
  const isOfRows = entities.some(({ kind }) => kind === "class");
  return (isGrouped && !isOfRows) || (entities.length > 0 && aggregates.length === entities.length);
}

function functionIn(value: Value): string {
  if (value.kind === "call") return externalName(value.func) ?? functionIn(value.func);
  return value.kind === "attribute" ? functionIn(value.value) : "";
}

function union(a: readonly Value[], b: readonly Value[]): readonly Value[] {
  return [...a, ...b.filter((one) => !a.includes(one))];
}
