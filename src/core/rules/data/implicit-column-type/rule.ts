import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { columnStatement } from "../columnStatement";

/** See docs/rules/implicit-column-type.md. */
export const implicitColumnType = defineRule({
  meta: {
    name: "implicit-column-type",
    summary: "State the type of every column",
    rationale:
      "What SQLAlchemy infers is the widest type: a string without a length, a number without precision, a time " +
      "without zone. What the table looks like should be decided where the column is written.",
    area: "data",
    source: "Models: use explicit column types, no implicit type inference",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options: z.strictObject({}),
    messages: {
      annotation:
        "The type of `{column}` is left to its annotation; state it in `mapped_column(…)`.",
      key: "The type of `{column}` is left to its foreign key; state it in `mapped_column(…)`.",
    },
  },
  check({ file, code, report }) {
    if (isAside(file.path)) return;
    const seen = new Set<string>();
    for (const { columns } of backend.tables(code).tables) {
      for (const column of columns) {
        const { attribute, inferredFrom, place } = column;
        // A mixin's column is one of each of its tables.
        const key = `${place.line}:${place.character}`;
        if (inferredFrom === undefined || place.path !== file.path || seen.has(key)) continue;
        const statement = columnStatement(column, file);
        if (statement === undefined) continue;
        seen.add(key);
        report({
          message: inferredFrom === "annotation" ? "annotation" : "key",
          data: { column: attribute },
          range: rangeOf(statement.target),
        });
      }
    }
  },
});
