import * as z from "zod";
import { replaced } from "../../../spec/document/fixEdits";
import { idsIn, nextId } from "../../../spec/document/references";
import { isColumn } from "../../../spec/document/specTable";
import { defineSpecRule } from "../specRule";

export const specRuleId = defineSpecRule({
  meta: {
    name: "spec-rule-id",
    summary: "Give each rule an ID of its own",
    rationale:
      "Code and tests name a rule by its ID. A rule without one cannot be traced, and two with the same cannot be told " +
      "apart. An ID that is gone stays gone, so gaps are right.",
    area: "spec",
    source: "the guidelines of the format: business rules have IDs for traceability",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: {
      missing: "This row has no ID such as {example}.",
      duplicate: "{id} stands for another row already.",
    },
  },
  check({ spec, report }) {
    const taken = new Set(idsIn(spec).map(({ id }) => id));
    for (const { holding, table } of spec.tables) {
      const { ids, columns } = holding;
      const [first] = table.header.cells;
      if (ids === undefined || !first || !isColumn(columns[0] ?? "", first.text)) continue;
      const seen = new Set<string>();
      for (const { cells, range } of table.rows) {
        const [cell] = cells;
        if (cell === undefined || cells.every(({ source }) => source === "")) continue;
        const [id] = new RegExp(`^${ids}-\\d+$`).exec(cell.text) ?? [];
        if (id !== undefined && !seen.has(id)) {
          seen.add(id);
          continue;
        }
        const free = nextId(ids, taken);
        taken.add(free);
        report({
          message: id === undefined ? "missing" : "duplicate",
          data: { example: `${ids}-001`, id: id ?? "" },
          range: cell.source === "" ? range : cell.range,
          fix: { title: `Write ${free}`, edits: replaced(cell.range, free) },
        });
      }
    }
  },
});
