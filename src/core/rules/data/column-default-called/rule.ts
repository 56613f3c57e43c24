import * as z from "zod";
import { isChanging } from "../../../frameworks/changingResults";
import type { Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { callableFix } from "./fix";
import { writtenDefaults } from "./writtenDefaults";

/** See docs/rules/column-default-called.md. */
export const columnDefaultCalled = defineRule({
  meta: {
    name: "column-default-called",
    summary:
      "Give a column or field the function that makes its default, not the function's result",
    rationale:
      "A default that is called where the class is written is called once, when the module is imported: every row gets " +
      "the time at which the process started, or the same id. A list written there is one list, which all rows share.",
    area: "data",
    source: "Models: defaults are made when a row is made",
    severity: "error",
    on: "everywhere",
    fix: "safe",
    versions: "all versions of SQLAlchemy, SQLModel and Pydantic",
    options: z.strictObject({}),
    messages: {
      column:
        "This runs once, when the module is imported: all rows get the same value; pass the function.",
      field:
        "This runs once, when the module is imported: all objects get the same value; use `default_factory`.",
      mutable:
        "All rows that are written without a value share this one {what}; pass a function that makes one.",
    },
  },
  check(context) {
    const { file, code, report } = context;
    if (isAsideFile(file)) return;
    const seen = new Set<Expression>();
    for (const written of writtenDefaults(context)) {
      const { value, of, isCopied } = written;
      if (seen.has(value)) continue;
      const what = isCopied ? undefined : mutable(value);
      if (what === undefined && !isChanging(value, file.path, code)) continue;
      seen.add(value);
      const fix = callableFix(written, context);
      report({
        message: what === undefined ? of : "mutable",
        data: { what: what ?? "" },
        range: rangeOf(value),
        ...(what !== undefined && { severity: "warning" }),
        ...(fix && { fix }),
      });
    }
  },
});

/** What a literal makes that can be changed in place. */
function mutable({ nodeType }: Expression): string | undefined {
  switch (nodeType) {
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    default:
      return undefined;
  }
}
