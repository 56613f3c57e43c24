import * as z from "zod";
import { isTestPath } from "../../../project/testPaths";
import type { Name, Statement } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { errorConstantUses } from "./errorConstantUses";

const options = z.strictObject({});

/** See docs/rules/error-constant-name.md. */
export const errorConstantName = defineRule({
  meta: {
    name: "error-constant-name",
    summary: "Begin the names of error message constants with the prefix",
    rationale:
      "With one prefix for all of them, `ERROR_` unless the configuration names another, the messages that clients " +
      "see are found by a search, and an error constant is not mistaken for another text.",
    area: "errors",
    source: "Code style: error messages are module-level constants with the prefix ERROR_",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: { prefix: "{name} holds an error message, but does not begin with {prefix}." },
  },
  check({ file, code, config, report }) {
    if (isTestPath(file.path)) return;
    const prefix = config.errorConstantPrefix;
    const constants = file.parsed.module.body.flatMap((statement) => textConstant(statement) ?? []);
    const badly = constants.filter(({ id }) => !id.replace(/^_+/, "").startsWith(prefix));
    if (badly.length === 0) return;
    const uses = errorConstantUses(code);
    for (const target of badly) {
      if (!uses.has(`${file.path}:${target.id}`)) continue;
      report({ message: "prefix", data: { name: target.id, prefix }, range: rangeOf(target) });
    }
  },
});

/** The name of a constant that holds a text: in upper case, at the top level, given a literal. */
function textConstant(statement: Statement): Name | undefined {
  if (statement.nodeType !== "Assign" && statement.nodeType !== "AnnAssign") return undefined;
  const target = statement.nodeType === "AnnAssign" ? statement.target : onlyOne(statement.targets);
  const { value } = statement;
  if (target?.nodeType !== "Name" || !/^_*[A-Z][A-Z0-9_]*$/.test(target.id)) return undefined;
  return value?.nodeType === "Constant" && typeof value.value === "string" ? target : undefined;
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
