import type { Figure } from "./figures";

/** The figures as a Markdown table whose columns line up in a terminal, too. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ["figure", "value", "unit", "aim"],
    ...figures.map(({ name, value, unit, aim = "" }) => [name, shown(value), unit, aim]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) => {
    const cells = row.map((cell, column) =>
      column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
    return `| ${cells.join(" | ")} |`;
  };
  const rule = widths.map((width, column) =>
    column === 1 ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  return [line(rows[0] ?? []), line(rule), ...rows.slice(1).map(line)].join("\n");
}

/** Three digits that matter are more than a busy machine gives. */
function shown(value: number): string {
  if (Number.isInteger(value) || value >= 100) return Math.round(value).toString();
  return value.toFixed(value < 10 ? 2 : 1);
}
