import * as z from "zod";
import { saysNothing } from "../../../spec/document/cells";
import { defineSpecRule } from "../specRule";

/** The columns that bound a dependency. */
const bounds = ["Timeout", "Fallback"] as const;

export const specDependencyBounds = defineSpecRule({
  meta: {
    name: "spec-dependency-bounds",
    summary: "Say of each dependency how long it is waited for and what happens without it",
    rationale:
      "A call without a timeout waits as long as the other side likes, and takes the caller with it. What is external fails " +
      "now and then, so a spec says how often it is asked again.",
    area: "spec",
    source:
      "the guidelines of the format: retry strategies and circuit breakers for external dependencies",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      bound: "{dependency} has no {what}.",
      retry:
        "{dependency} is external, and no row of Retry Strategy says how often it is asked again.",
    },
  },
  check({ spec, report }) {
    const retries = spec.table("retries")?.rows.map((row) => row.text("Scenario").toLowerCase());
    for (const { rows, holding } of spec.tables) {
      if (!holding.columns.includes("Dependency")) continue;
      for (const row of rows) {
        const name = row.cell("Dependency");
        if (name === undefined || name.text === "") continue;
        for (const column of bounds) {
          const cell = row.cell(column);
          if (!holding.columns.includes(column) || cell === undefined || !saysNothing(cell))
            continue;
          const data = { dependency: name.text, what: column.toLowerCase() };
          report({ message: "bound", data, range: cell.source === "" ? name.range : cell.range });
        }
        if (!spec.knows("retries") || !/\bexternal\b/i.test(row.text("Type"))) continue;
        const others = rows.map((one) => one.text("Dependency")).filter((one) => one !== name.text);
        if (retries?.some((scenario) => isAbout(scenario, name.text, row.text("Type"), others))) {
          continue;
        }
        report({ message: "retry", data: { dependency: name.text }, range: name.range });
      }
    }
  },
});

/** Whether a scenario is about a dependency: by its name, or by its kind where it names no other. */
function isAbout(scenario: string, name: string, type: string, others: readonly string[]): boolean {
  const has = (words: string): boolean => words !== "" && scenario.includes(words.toLowerCase());
  // What is called after its kind is that kind.
  const isOther = others.some((other) => has(other) && !has(name) && !/external/i.test(other));
  return has(name) || (!isOther && (has(type) || has("external")));
}
