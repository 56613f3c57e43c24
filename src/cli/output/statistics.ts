import type { LintResult } from "./lintResult";
import { type Paint, printable } from "./paint";
import { summaryLine } from "./summary";

/** `lint --statistics`: how many findings each rule has, most first, and how many a safe fix mends. */
export function statistics(result: LintResult, paint: Paint): string {
  const rules = new Map<string, { found: number; fixable: number }>();
  for (const { rule, fix } of result.files.flatMap(({ findings }) => findings)) {
    const { found, fixable } = rules.get(rule) ?? { found: 0, fixable: 0 };
    rules.set(rule, { found: found + 1, fixable: fixable + (fix?.safety === "safe" ? 1 : 0) });
  }
  const rows = [...rules].sort(([a, one], [b, two]) => two.found - one.found || (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([, { found }]) => String(found).length), 0);
  const lines = rows.map(([rule, { found, fixable }]) => {
    const mendable = fixable === 0 ? "" : paint("dim", ` [${fixable} fixable]`);
    return `${paint("bold", String(found).padStart(width))}  ${printable(rule)}${mendable}`;
  });
  return `${[...lines, summaryLine(result)].join("\n")}\n`;
}
