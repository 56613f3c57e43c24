import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { configFolder } from "../../configFolder";
import { defineRule, type RuleContext } from "../../rule";
import { columnStatement, indexFix } from "../columnStatement";
import { type ColumnUse, columnUses } from "./columnUses";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "filters" | "orders">;

/** See docs/rules/unindexed-filter.md. */
export const unindexedFilter = defineRule({
  meta: {
    name: "unindexed-filter",
    summary: "Index the columns that repositories look rows up by",
    rationale:
      "A query by a column without an index reads the whole table, each time. That is fast while the table is small, " +
      "and nobody notices until it is not.",
    area: "data",
    source: "Models: add indexes for frequently queried fields",
    severity: "warning",
    on: { modular: "warning", layered: "hint" },
    fix: "unsafe",
    options,
    messages: {
      filters: "{function} looks rows up by `{column}`, which no index begins with.",
      orders: "{function} orders all rows by `{column}`, which no index begins with.",
    },
  },
  check(context) {
    const { file, code, report, locationOf } = context;
    const own = backend
      .tables(code)
      .tables.filter(({ columns }) => columns.some(({ place }) => place.path === file.path));
    if (own.length === 0 || isAside(file.path)) return;
    const seen = new Set<string>();
    for (const { table, column, how, call, by } of usesInRepositories(context)) {
      const { place, attribute } = column;
      const key = `${place.line}:${place.character}`;
      if (place.path !== file.path || seen.has(key)) continue;
      const statement = columnStatement(column, file);
      if (statement === undefined) continue;
      seen.add(key);
      const fix = indexFix(statement, file);
      report({
        message: how,
        data: { function: by, column: `${table.name}.${attribute}` },
        range: rangeOf(statement.target),
        related: [{ location: locationOf(call.place), message: "the query" }],
        ...(fix && { fix }),
      });
    }
  },
});

/** The columns without an index by which repositories look for rows. */
function usesInRepositories({ code, config, file }: Context): readonly ColumnUse[] {
  const folder = configFolder({ config, file });
  return code.paths
    .filter((path) => config.layers.layerOf(path.slice(folder.length)).includes("repository"))
    .flatMap((path) => columnUses(path, code));
}
