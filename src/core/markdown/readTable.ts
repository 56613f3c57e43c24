import type { Table, TableCell, TableRow } from "./document";
import type { LineIndex } from "./lineIndex";
import { plainText } from "./plainText";
import type { NodeOf } from "./syntaxTree";

type TableNode = NodeOf<"table">;
type RowNode = TableNode["children"][number];
type CellNode = RowNode["children"][number];

/** Offsets of a node in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads a GFM table. @param spanOf gives a node's offsets. */
export function readTable(
  node: TableNode,
  text: string,
  lines: LineIndex,
  spanOf: (node: TableNode | RowNode | CellNode) => Span,
  path: readonly string[],
): Table {
  const rows = node.children.map((row): TableRow => {
    const { start, end } = spanOf(row);
    const cells = row.children.map((cell) => readCell(cell, text, lines, spanOf(cell)));
    return { range: lines.rangeOf(start, end), cells };
  });
  const { start, end } = spanOf(node);
  const range = lines.rangeOf(start, end);
  const [header = { range, cells: [] }, ...body] = rows;
  const delimiterLine = header.range.start.line + 1;
  return { kind: "table", range, path, header, delimiterLine, rows: body };
}

/** A cell's node reaches from the bar before it, the last one's to the bar behind it, too. */
function readCell(node: CellNode, text: string, lines: LineIndex, span: Span): TableCell {
  let { start, end } = span;
  if (text[start] === "|") start++;
  if (end > start && text[end - 1] === "|" && !isEscaped(text, end - 1)) end--;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  if (start === end) start = end = Math.min(span.start + 2, span.end);
  const source = text.slice(start, end);
  return { text: plainText(node), source, range: lines.rangeOf(start, end) };
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isEscaped(text: string, offset: number): boolean {
  let slashes = 0;
  while (text[offset - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
