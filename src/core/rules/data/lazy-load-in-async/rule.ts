import * as z from "zod";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { loaderFix } from "./fix";
import { lazyReads } from "./lazyReads";

/** See docs/rules/lazy-load-in-async.md. */
export const lazyLoadInAsync = defineRule({
  meta: {
    name: "lazy-load-in-async",
    summary: "Load the relationships that are read with the query of an async session",
    rationale:
      "A relationship that the query did not load is loaded when it is read. An async session cannot do that where " +
      "nothing is awaited: it raises `MissingGreenlet`, also when a response schema is what reads it.",
    area: "data",
    source: "Red flag: lazy loading in async code",
    severity: "error",
    on: "everywhere",
    fix: "unsafe",
    versions: "SQLAlchemy 1.4 and above",
    options: z.strictObject({}),
    messages: {
      read: "`{attribute}` is not loaded by the query of {model}: reading it raises MissingGreenlet; add `selectinload({model}.{attribute})`.",
      made: "`{attribute}` of a {model} that was just written is not loaded: reading it raises MissingGreenlet; name it in `refresh`.",
      schema:
        "The schema reads `{attribute}`, which is not loaded by the query of {model}: this raises MissingGreenlet; add `selectinload({model}.{attribute})`.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const read of lazyReads(func, code)) {
        const { node, relationship, source, isBySchema } = read;
        const fix = loaderFix(read, file);
        report({
          message: source.query.func.kind === "class" ? "made" : isBySchema ? "schema" : "read",
          data: { attribute: relationship.attribute, model: source.model.name },
          range: rangeOf(node),
          related: [
            {
              location: locationOf(source.query.place),
              message: source.query.func.kind === "class" ? "made here" : "the query",
            },
            { location: locationOf(relationship.place), message: "the relationship" },
          ],
          ...(fix && { fix }),
        });
      }
    }
  },
});
