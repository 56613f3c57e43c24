import type { TextEdit } from "../../edits/plan";
import type { MarkdownDocument, Section, Table, TableCell } from "../../markdown/document";
import { type Position, range } from "../../text/range";
import { findPlaces } from "../places";
import type { SpecDocument } from "./specDocument";

/** The line break that a text has. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** Writes a cell. @param source Markdown; a bar in it is escaped */
export function setCell(cell: TableCell, source: string): TextEdit {
  return { range: cell.range, newText: source.replace(/(?<!\\)\|/g, "\\|") };
}

/** A row as it is written. @param cells Markdown; bars in them are escaped */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
}

/** Adds a row below those of a table. */
export function addRow(
  table: Table,
  cells: readonly string[],
  document: MarkdownDocument,
): TextEdit {
  const { lines } = document;
  const last = table.rows.at(-1)?.range.end.line ?? table.delimiterLine;
  const prefix = lines
    .line(table.header.range.start.line)
    .slice(0, table.header.range.start.character);
  return insertBelow(last, `${prefix}${tableRow(cells)}`, document);
}

/** Adds a line below another one. */
export function insertBelow(line: number, text: string, document: MarkdownDocument): TextEdit {
  const end = document.lines.line(line).length;
  const lineBreak = lineBreakOf(document.text);
  const newText = `\n${text}`.replaceAll("\n", lineBreak);
  return { range: range(line, end, line, end), newText };
}

/** Adds Markdown behind a section's own text and all within it, with an empty line around it. */
export function addBehind(section: Section, source: string, document: MarkdownDocument): TextEdit {
  const { lines } = document;
  let last = lastLine(section, document);
  while (last > section.heading.range.end.line && lines.line(last).trim() === "") last--;
  return insertBelow(last, `\n${source.trimEnd()}`, document);
}

function lastLine({ range: { end } }: Section, { lines }: MarkdownDocument): number {
  const reaches = end.character > 0 || end.line >= lines.count;
  return Math.min(reaches ? end.line : end.line - 1, lines.count - 1);
}

/** Takes away a stretch of a line. */
export function remove(start: Position, end: Position): TextEdit {
  return { range: { start, end }, newText: "" };
}

/** Confirms what was proposed in a section: the figures stay, their marks go. */
export function confirmProposals(document: SpecDocument, section: Section): TextEdit[] {
  const { lines } = document.markdown;
  return findPlaces(document.markdown)
    .filter(
      ({ kind, range: { start } }) =>
        kind === "proposed" &&
        start.line >= section.range.start.line &&
        start.line <= lastLine(section, document.markdown),
    )
    .map(({ range: { start, end } }) => {
      const before = lines.line(start.line).slice(0, start.character);
      return remove({ ...start, character: before.trimEnd().length }, end);
    });
}
