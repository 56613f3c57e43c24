import { relativeFrom } from "../../project/paths";
import { proposedMark, todoMark } from "../places";
import type { ContentBlock, Line, Span, TableBlock } from "./blocks";
import { escapeText, inlineCode } from "./escape";

/**
 * Blocks as Markdown, with one empty line between them and a line break at the end.
 * @param folder of the document, relative to the workspace folder as the paths of links are
 */
export function renderBlocks(blocks: readonly ContentBlock[], folder = ""): string {
  return `${blocks.map((block) => renderBlock(block, folder)).join("\n\n")}\n`;
}

function renderBlock(block: ContentBlock, folder: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeText(block.text)}`;
    case "paragraph":
      return renderLine(block.text, folder);
    case "list":
      return block.items
        .map((item, i) => `${block.ordered ? `${i + 1}.` : "-"} ${renderLine(item, folder)}`)
        .join("\n");
    case "table":
      return renderTable(block, folder);
    case "fence":
      return renderFence(block.language, block.content);
    case "todo":
      return todoMark(block.text);
  }
}

/** A line as Markdown. */
export function renderLine(line: Line, folder = ""): string {
  const spans: readonly Span[] = isSpan(line) ? [line] : line;
  return spans.map((span) => renderSpan(span, folder)).join("");
}

function isSpan(line: Line): line is Span {
  return typeof line === "string" || !Array.isArray(line);
}

function renderSpan(span: Span, folder: string): string {
  if (typeof span === "string") return escapeText(span);
  if ("code" in span) return inlineCode(span.code);
  if ("strong" in span) return `**${escapeText(span.strong)}**`;
  if ("link" in span) {
    const target = `${encodedPath(relativeFrom(folder, span.path))}#L${span.line}`;
    return `[${inlineCode(span.link)}](${target})`;
  }
  if ("proposed" in span) return `${escapeText(span.proposed)} ${proposedMark}`;
  return todoMark(span.todo);
}

/** A path as the target of a link: no blank, bracket or mark in it ends the target. */
function encodedPath(path: string): string {
  return encodeURI(path).replace(
    /[()#?]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A GFM table; each column as wide as its widest cell. Rows get as many cells as there are columns. */
function renderTable({ columns, rows }: TableBlock, folder: string): string {
  const cells = [
    columns.map(escapeText),
    ...rows.map((row) => columns.map((_, index) => renderCell(row[index] ?? "", folder))),
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
function renderCell(line: Line, folder: string): string {
  return renderLine(line, folder).replace(/(?<!\\)\|/g, "\\|");
}

function renderFence(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map((run) => run[0].length));
  const marks = "`".repeat(longest + 1);
  return [marks + language, ...(content === "" ? [] : [content]), marks].join("\n");
}
