import * as z from "zod";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isMigration } from "../../syntax/files";
import { operatorFix } from "./fix";
import { methodFor } from "./methods";
import { pythonOperators } from "./operators";

/** See docs/rules/python-operator-in-filter.md. */
export const pythonOperatorInFilter = defineRule({
  meta: {
    name: "python-operator-in-filter",
    summary: "Write the conditions of a query with operators that SQLAlchemy sees",
    rationale:
      "`and`, `or`, `not`, `is` and `in` cannot be given another meaning: Python decides them while the query is built. " +
      "A condition is lost, or the whole filter is a constant, and rows are shown or changed that were not meant.",
    area: "data",
    source: "Queries: conditions are SQL expressions",
    severity: "error",
    on: "everywhere",
    fix: "safe",
    versions: "all versions of SQLAlchemy and SQLModel",
    options: z.strictObject({}),
    messages: {
      and: "Python decides this `and` while the query is built, and one of its sides is lost; use `&`, or two arguments.",
      or: "Python decides this `or` while the query is built, and one of its sides is lost; use `|`.",
      not: "Python decides this `not` while the query is built: it is no condition on the column; use `~`.",
      is: "Python decides this `{operator}` while the query is built: it is always {truth}; use `.{method}()`.",
      in: "Python decides this `{operator}` while the query is built: it does not look at the rows; use `.{method}()`.",
      chain:
        "Python takes a comparison of three for two with `and` between them, of which one is lost; use `.between()`, or two conditions.",
    },
  },
  check({ file, code, report }) {
    if (isMigration(file)) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const found of pythonOperators(func, code)) {
        const { node, kind } = found;
        const isNegated = node.nodeType === "Compare" && /Not/.test(node.ops[0] ?? "");
        const fix = operatorFix(found, func, file, code);
        report({
          message: kind,
          data: {
            operator: kind === "in" ? (isNegated ? "not in" : "in") : isNegated ? "is not" : "is",
            truth: isNegated ? "true" : "false",
            method: node.nodeType === "Compare" ? methodFor(node, file, code) : "",
          },
          range: rangeOf(node),
          ...(fix && { fix }),
        });
      }
    }
  },
});
