import { proposedMark, todoMark } from "../places";
import type { ContentBlock, Line, Span, TableBlock } from "./blocks";
import { escapeText, inlineCode } from "./escape";

/** Blocks as Markdown, with one empty line between them and a line break at the end. */
export function renderBlocks(blocks: readonly ContentBlock[]): string {
  return `${blocks.map(renderBlock).join("\n\n")}\n`;
}

function renderBlock(block: ContentBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeText(block.text)}`;
    case "paragraph":
      return renderLine(block.text);
    case "list":
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : "-"} ${renderLine(item)}`)
        .join("\n");
    case "table":
      return renderTable(block);
    case "fence":
      return renderFence(block.language, block.content);
    case "todo":
      return todoMark(block.text);
  }
}

/** A line as Markdown. */
export function renderLine(line: Line): string {
  const spans: readonly Span[] = isSpan(line) ? [line] : line;
  return spans.map(renderSpan).join("");
}

function isSpan(line: Line): line is Span {
  return typeof line === "string" || !Array.isArray(line);
}

function renderSpan(span: Span): string {
  if (typeof span === "string") return escapeText(span);
  if ("code" in span) return inlineCode(span.code);
  if ("strong" in span) return `**${escapeText(span.strong)}**`;
  if ("proposed" in span) return `${escapeText(span.proposed)} ${proposedMark}`;
  return todoMark(span.todo);
}

/** A GFM table; each column as wide as its widest cell. Rows get as many cells as there are columns. */
function renderTable({ columns, rows }: TableBlock): string {
  const cells = [
    columns.map(escapeText),
    ...rows.map((row) => columns.map((_, index) => renderCell(row[index] ?? ""))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(3, ...cells.map((row) => [...(row[index] ?? "")].length)),
  );
  const lines = cells.map((row) =>
    row.map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - [...cell].length)),
  );
  const dashes = widths.map((width) => "-".repeat(width));
  const [header = [], ...body] = lines;
  return [header, dashes, ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** A bar ends a cell even within inline code. */
function renderCell(line: Line): string {
  return renderLine(line).replace(/(?<!\\)\|/g, "\\|");
}

function renderFence(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = "`".repeat(longest + 1);
  return [marks + language, ...(content === "" ? [] : [content]), marks].join("\n");
}
