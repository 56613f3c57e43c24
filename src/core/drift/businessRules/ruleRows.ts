import { isOpen } from "../../spec/document/cells";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { SpecRow, SpecTable } from "../../spec/document/specTable";
import type { Range } from "../../text/range";

/** A business rule as a spec defines it. */
export interface RuleRow {
  readonly id: string;
  /** What it says; empty where nobody has written it. */
  readonly text: string;
  readonly range: Range;
  readonly row: SpecRow;
  readonly table: SpecTable;
}

/** The tables of a spec that give rules their IDs; those of tasks to be done are none. */
export function ruleTables({ tables }: SpecDocument): readonly SpecTable[] {
  return tables.filter(
    ({ holding, part }) => holding.ids !== undefined && part.format.id !== "tasks",
  );
}

/** The business rules of a spec, each once, in the order of the text. */
export function ruleRows(spec: SpecDocument): readonly RuleRow[] {
  const found = new Map<string, RuleRow>();
  for (const table of ruleTables(spec)) {
    const pattern = new RegExp(`^${table.holding.ids ?? ""}-\\d+$`);
    for (const row of table.rows) {
      const [cell] = row.row.cells;
      if (cell === undefined || !pattern.test(cell.text) || found.has(cell.text)) continue;
      const rule = row.cell("Rule");
      const text = rule === undefined || isOpen(rule) ? "" : rule.text;
      found.set(cell.text, { id: cell.text, text, range: cell.range, row, table });
    }
  }
  return [...found.values()];
}
