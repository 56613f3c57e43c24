import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";

/**
 * The columns that come first in an index or a constraint which a migration of Alembic's makes, as `table.column`;
 * `*` stands for a table whose name is computed. What a later migration drops again is among them.
 */
export function migrationIndexes(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "indexes of migrations",
    () => new Set(code.paths.flatMap((path) => [...indexesIn(path, code)])),
    isSameSet,
  );
}

function indexesIn(path: string, code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    `indexes of migration ${path}`,
    () => {
      const names = code
        .outlineOf(path)
        .flatMap(({ bindings }) => bindings.map(({ name }) => name));
      const isMigration = names.includes("revision") && names.includes("down_revision");
      const runs = isMigration ? code.functionRuns(path) : [];
      return new Set(
        runs.flatMap(({ effects }) => effects.flatMap(({ call }) => indexedColumns(call))),
      );
    },
    isSameSet,
  );
}

/**
 * What an operation of Alembic's indexes (https://alembic.sqlalchemy.org/en/latest/ops.html). It is told by its method: a
 * folder of migrations is often named as the library is. A batch operation does not name its table.
 */
function indexedColumns({ node, args, keywords }: CallV): readonly string[] {
  const method = node?.func.nodeType === "Attribute" ? node.func.attr : "";
  switch (method) {
    case "create_index":
    case "create_unique_constraint":
    case "create_primary_key": {
      const lists = [...args, keywords.get("columns")].filter((one) => one?.kind === "list");
      const table = args[1] ?? keywords.get("table_name");
      const first = lists[0]?.kind === "list" ? textOf(lists[0].items[0]) : undefined;
      return first === undefined ? [] : [`${textOf(table) ?? "*"}.${first}`];
    }
    case "create_table":
      return args.slice(1).flatMap((item) => indexedItem(item, textOf(args[0]) ?? "*"));
    case "add_column": {
      const item = args[0]?.kind === "call" ? args[0] : args[1];
      return item === undefined ? [] : indexedItem(item, textOf(args[0]) ?? "*");
    }
    case "execute":
      return indexesInSql(sqlOf(args[0]));
    default:
      return [];
  }
}

/** `sa.Column("email", …, unique=True)`, `sa.UniqueConstraint("email")` of a table. */
function indexedItem(item: Value, table: string): readonly string[] {
  if (item.kind !== "call") return [];
  const kind = externalName(item.func)?.split(".").at(-1);
  const isTrue = (key: string): boolean => {
    const value = item.keywords.get(key);
    return value?.kind === "constant" && value.value === true;
  };
  const column = textOf(item.args[kind === "Index" ? 1 : 0]);
  if (column === undefined) return [];
  if (kind === "Column") {
    const isIndexed = ["index", "unique", "primary_key"].some(isTrue);
    return isIndexed ? [`${table}.${column}`] : [];
  }
  const isIndex =
    kind === "UniqueConstraint" || kind === "PrimaryKeyConstraint" || kind === "Index";
  return isIndex ? [`${table}.${column}`] : [];
}

function sqlOf(value: Value | undefined): string {
  return textOf(value?.kind === "call" ? value.args[0] : value) ?? "";
}

function indexesInSql(sql: string): readonly string[] {
  const found = sql.matchAll(
    /create\s+(?:unique\s+)?index\b[^;]*?\bon\s+(?:only\s+)?["`]?(?:\w+["`]?\.["`]?)?(\w+)["`]?\s*(?:using\s+\w+\s*)?\(\s*(?:lower\s*\(\s*)?["`]?(\w+)/gi,
  );
  return [...found].map(([, table, column]) => `${table}.${column}`);
}
