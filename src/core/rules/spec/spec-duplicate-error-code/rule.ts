import * as z from "zod";
import { isOpen } from "../../../spec/document/cells";
import { defineSpecRule } from "../specRule";

export const specDuplicateErrorCode = defineSpecRule({
  meta: {
    name: "spec-duplicate-error-code",
    summary: "Give each error a code of its own, in upper snake case",
    rationale:
      "Clients tell errors apart by their code. Two errors with one code cannot be told apart, and a code in another " +
      "spelling is a code that somebody compares wrongly.",
    area: "spec",
    source: "the format of a service's specification: Error Classification",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      duplicate: "The code {code} stands for {other} already.",
      spelling: "The code {code} is not in upper snake case, such as ORDER_NOT_FOUND.",
    },
  },
  check({ spec, report }) {
    for (const { rows } of spec.tables) {
      const seen = new Map<string, string>();
      for (const row of rows) {
        const cell = row.cell("Error Code");
        if (cell === undefined || isOpen(cell) || /^(?:N\/A|-|—)$/i.test(cell.text)) continue;
        const code = cell.text;
        const other = seen.get(code.toUpperCase());
        if (other !== undefined) {
          report({ message: "duplicate", data: { code, other }, range: cell.range });
        } else if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(code)) {
          report({ message: "spelling", data: { code }, range: cell.range });
        }
        seen.set(code.toUpperCase(), row.row.cells[0]?.text || "another error");
      }
    }
  },
});
