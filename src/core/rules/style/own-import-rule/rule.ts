import * as z from "zod";
import type { Config } from "../../../config/schema";
import { forEachStatement } from "../../../python/ast/statementsIn";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { type ImportedThing, importedThings } from "./importedThings";
import { layerOrPackage, type Part } from "./parts";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "forbidden" | "advised">;
type Border = NonNullable<Config["import-rules"]>[number];

/** See docs/rules/own-import-rule.md. */
export const ownImportRule = defineRule({
  meta: {
    name: "own-import-rule",
    summary: "Keep to the borders that import-rules of the configuration draw",
    rationale:
      "Which layer or package may know which is a decision of the house. Written in the configuration, under " +
      "`import-rules`, it holds: each entry names a layer or a dotted package, and what it may not import.",
    area: "style",
    source: "Request flow: router, service, repository, database",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options,
    messages: {
      forbidden: "{from} may not import {target}: {module}.",
      advised: "{from} may not import {target}: {module}. {advice}",
    },
  },
  check(context) {
    const own = { name: context.file.moduleName, path: context.file.path };
    const borders = (context.config.config["import-rules"] ?? []).flatMap((border) => {
      const from = layerOrPackage(border.from, context);
      const target = layerOrPackage(border["may-not-import"], context);
      return from.has(own) ? [{ border, target }] : [];
    });
    if (borders.length === 0) return;
    for (const statement of context.file.parsed.module.body) {
      forEachStatement(statement, (inner) => {
        if (inner.nodeType !== "Import" && inner.nodeType !== "ImportFrom") return;
        const things = importedThings(inner, context);
        for (const { border, target } of borders) reportModules(things, border, target, context);
      });
    }
  },
});

/** One finding for a module that a statement imports from, at the first name that comes from it. */
function reportModules(
  things: readonly ImportedThing[],
  border: Border,
  target: Part,
  context: Context,
): void {
  const reported = new Set<string>();
  for (const { alias, modules } of things) {
    const found = modules.find((module) => target.has(module));
    if (found === undefined || reported.has(found.name)) continue;
    reported.add(found.name);
    const advice = border.message;
    const data = { from: border.from, target: border["may-not-import"], module: found.name };
    const range = rangeOf(alias);
    if (advice === undefined) context.report({ message: "forbidden", data, range });
    else context.report({ message: "advised", data: { ...data, advice }, range });
  }
}
