import * as z from "zod";
import type { ImportFrom } from "../../../python/ast/nodes";
import { forEachStatement } from "../../../python/ast/statementsIn";
import { rangeOf } from "../../../python/ast/visit";
import { importedModule } from "../../../python/scopes/imports";
import { defineRule, type RuleContext } from "../../rule";
import { absoluteTarget } from "./absoluteTarget";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "relative" | "unknown">;

/** See docs/rules/relative-import.md. */
export const relativeImport = defineRule({
  meta: {
    name: "relative-import",
    summary: "Import by the full name of the module",
    rationale:
      "Dots say where a module is from here, so that every line changes when the file moves, and a search for the " +
      "module's name misses its users. The full name is the same everywhere.",
    area: "layers",
    source: "Anti-pattern 8: always absolute imports from the package, no relative imports",
    severity: "warning",
    on: { modular: "warning" },
    fix: "safe",
    options,
    messages: {
      relative: "Relative import of {module}; import it by its full name.",
      unknown: "Relative import; import the module by its full name.",
    },
  },
  check(context) {
    for (const statement of context.file.parsed.module.body) {
      forEachStatement(statement, (inner) => {
        if (inner.nodeType === "ImportFrom" && inner.level > 0) reportImport(inner, context);
      });
    }
  },
});

function reportImport(statement: ImportFrom, context: Context): void {
  const { file } = context;
  const module = importedModule(statement, file.moduleName, file.isPackage);
  const target = absoluteTarget(statement, module, context);
  context.report({
    message: module === "" || module === statement.module ? "unknown" : "relative",
    data: { module },
    range: rangeOf(statement),
    ...(target && {
      fix: {
        title: `Import from ${module}`,
        safety: target.isImportedSo ? "safe" : "unsafe",
        edits: { replacements: [{ range: target.range, newText: target.newText }], insertions: [] },
      },
    }),
  });
}
