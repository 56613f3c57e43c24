import type { TextEdit } from "../../edits/plan";
import type { MarkdownDocument, Table, TableRow } from "../../markdown/document";
import { range } from "../../text/range";

/** Edits that make the columns of a table even; cells stay as they are written, ragged rows too. */
export function formatTable(table: Table, { lines }: MarkdownDocument): TextEdit[] {
  const { header, delimiterLine, rows } = table;
  const column = header.range.start.character;
  const marks = delimiters(lines.line(delimiterLine).slice(column));
  const widths = header.cells.map((_, index) =>
    Math.max(3, ...[header, ...rows].map(({ cells }) => width(cells[index]?.source ?? ""))),
  );
  const written = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const padded = ({ cells }: TableRow): string =>
    written(cells.map(({ source }, index) => pad(source, widths[index] ?? 0, marks[index] ?? "")));
  const dashes = widths.map((size, index) => delimiter(size, marks[index] ?? ""));
  const wanted = new Map([
    [header.range.start.line, padded(header)],
    [delimiterLine, written(dashes)],
    ...rows.map((row) => [row.range.start.line, padded(row)] as const),
  ]);
  return [...wanted].flatMap(([line, text]): TextEdit[] => {
    const old = lines.line(line);
    const prefix = old.slice(0, column);
    return old === prefix + text
      ? []
      : [{ range: range(line, column, line, old.length), newText: text }];
  });
}

/** The marks of the line of dashes: `:--` is left, `--:` right, `:-:` in the middle. */
function delimiters(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|");
  return cells.map((cell) => cell.trim().replace(/-+/, "-"));
}

function delimiter(size: number, mark: string): string {
  const left = mark.startsWith(":") ? ":" : "";
  const right = mark.endsWith(":") && mark.length > 1 ? ":" : "";
  return left + "-".repeat(size - left.length - right.length) + right;
}

function pad(source: string, size: number, mark: string): string {
  const free = Math.max(0, size - width(source));
  const isRight = mark.endsWith(":");
  const before = isRight ? (mark.startsWith(":") ? free >> 1 : free) : 0;
  return " ".repeat(before) + source + " ".repeat(free - before);
}

function width(text: string): number {
  return [...text].length;
}
