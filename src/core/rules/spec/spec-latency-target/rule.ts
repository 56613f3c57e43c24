import * as z from "zod";
import { isOpen } from "../../../spec/document/cells";
import type { SpecDocument } from "../../../spec/document/specDocument";
import type { SpecRow } from "../../../spec/document/specTable";
import { defineSpecRule } from "../specRule";

/** From the fastest up: none may be below the one before it. */
const columns = ["P50", "P95", "P99", "Timeout"] as const;

export const specLatencyTarget = defineSpecRule({
  meta: {
    name: "spec-latency-target",
    summary: "Give each operation latency targets that rise from P50 to the timeout",
    rationale:
      "An operation without a target is slow without anybody noticing. A P95 below the P50, or a timeout below the P99, " +
      "cannot be kept by any program.",
    area: "spec",
    source: "the guidelines of the format: performance requirements with SLOs",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      order: "The {upper} of {operation} is below its {lower}.",
      missing: "{operation} has no row in Latency Targets.",
    },
  },
  check({ spec, report }) {
    const targets = spec.table("latency");
    if (targets === undefined) return;
    for (const row of targets.rows) {
      for (const [upper, lower] of outOfOrder(row)) {
        const range = row.cell(upper)?.range ?? row.row.range;
        report({
          message: "order",
          data: { operation: row.text("Operation"), upper, lower },
          range,
        });
      }
    }
    if (targets.rows.length === 0) return;
    const operations = targets.rows.map((row) => row.text("Operation"));
    for (const { name, row } of methods(spec)) {
      if (operations.some((operation) => isAbout(operation, name))) continue;
      const range = row.cell("Method")?.range ?? row.row.range;
      report({ message: "missing", data: { operation: name }, range });
    }
  },
});

function methods(spec: SpecDocument): { readonly name: string; readonly row: SpecRow }[] {
  return (spec.table("methods")?.rows ?? []).flatMap((row) => {
    const cell = row.cell("Method");
    const [name] = /^\w+/.exec(cell?.text ?? "") ?? [];
    return cell === undefined || isOpen(cell) || name === undefined ? [] : [{ name, row }];
  });
}

/** Neighbours of which the upper is below the lower. */
function outOfOrder(row: SpecRow): [string, string][] {
  const known = columns.flatMap((column) => {
    const value = milliseconds(row.text(column));
    return value === undefined ? [] : [{ column, value }];
  });
  return known.flatMap(({ column, value }, index): [string, string][] => {
    const before = known[index - 1];
    return before !== undefined && value < before.value ? [[column, before.column]] : [];
  });
}

function milliseconds(text: string): number | undefined {
  const [, number, unit] = /^[<≤~\s]*(\d+(?:\.\d+)?)\s*(ms|s|m|min)\b/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === "ms" ? 1 : unit === "s" ? 1000 : 60_000);
}

/** Whether a row speaks of a method: by its name, or by the verb that it begins with (`GET by ID`, `CREATE`). */
function isAbout(operation: string, method: string): boolean {
  const words = operation.toLowerCase().split(/\W+/);
  if (words.includes(method.toLowerCase())) return true;
  const [verb = ""] = method.toLowerCase().split("_");
  const [word = ""] = /[A-Za-z]+/.exec(operation) ?? [];
  return word === word.toUpperCase() && word.toLowerCase() === verb;
}
