import type { Position } from "../text/range";
import type { Fence } from "./document";
import type { LineIndex } from "./lineIndex";
import type { NodeOf } from "./syntaxTree";

/**
 * Reads a fenced code node. @param fenceLines the lines of its opening and, when closed, its closing marks.
 * @param end offset behind the fence.
 */
export function readFence(
  node: NodeOf<"code">,
  fenceLines: readonly number[],
  lines: LineIndex,
  start: number,
  end: number,
  path: readonly string[],
): Fence {
  const range = lines.rangeOf(start, end);
  const line = fenceLines[0] ?? range.start.line;
  const closing = fenceLines[1];
  const endLine = closing ?? range.end.line;
  const contentLine = line + 1;
  const count = Math.max(0, endLine - line - (closing === undefined ? 0 : 1));
  const content = count === 0 ? [] : node.value.split(/\r\n|\n|\r/).slice(0, count);
  while (content.length < count) content.push("");
  const columns = content.map((value, index) => columnOf(value, lines.line(contentLine + index)));
  const last = contentLine + count - 1;
  return {
    kind: "fence",
    range,
    path,
    language: node.lang ?? "",
    info: [node.lang, node.meta].filter(Boolean).join(" "),
    content: content.join("\n"),
    contentRange:
      count === 0
        ? { start: range.end, end: range.end }
        : {
            start: { line: contentLine, character: columns[0] ?? 0 },
            end: { line: last, character: lines.line(last).length },
          },
    line,
    contentLine,
    endLine,
    closed: closing !== undefined,
    columns,
  };
}

/** Where a line of content starts in its line of the document. */
function columnOf(content: string, documentLine: string): number {
  if (documentLine.endsWith(content)) return documentLine.length - content.length;
  // A tab that is partly indentation of the container comes out as blanks.
  const words = content.trimStart();
  return documentLine.endsWith(words) ? documentLine.length - words.length : 0;
}

/** The place in the document of a place in the fence's content. */
export function toDocumentPosition(fence: Fence, position: Position): Position {
  const column = fence.columns[position.line] ?? 0;
  return { line: fence.contentLine + position.line, character: column + position.character };
}
