import { frontMatterText } from "../markdown/frontMatter";
import { replaced } from "../spec/document/fixEdits";
import type { SpecDocument } from "../spec/document/specDocument";
import { type Status, statusOf } from "../spec/document/status";
import { comparePositions, type Range, rangeContains } from "../text/range";
import type { Difference } from "./difference";

const inPython = /\s*#\s*(planned|implemented|deprecated)\b[^\n]*$/;

/** How far what a spec says at a place has come: a row, an item, or a line of Python. All of a spec can be planned. */
export function statusAt(range: Range, { markdown }: SpecDocument): Status {
  const said = statusOf(range, markdown);
  if (said !== "implemented") return said;
  const [, word] = inPython.exec(markdown.lines.line(range.start.line)) ?? [];
  if (word === "planned" || word === "deprecated") return word;
  const isPlanned =
    word === undefined && frontMatterText(markdown.frontMatter, "status") === "planned";
  return isPlanned ? "planned" : "implemented";
}

/**
 * What is to be said of something that both sides have by its status: that it need not be waited for any more, or that it is
 * still there. `undefined` where its parts are to be compared.
 */
export function ofStatus(
  at: Pick<Difference, "kind" | "about" | "range" | "place">,
  whole: Range,
  spec: SpecDocument,
): Difference | undefined {
  const status = statusAt(whole, spec);
  if (status === "implemented") return undefined;
  return {
    ...at,
    sides: status,
    edits: status === "planned" ? withoutMark(whole, spec) : undefined,
  };
}

function withoutMark(range: Range, { markdown }: SpecDocument): Difference["edits"] {
  const { lines } = markdown;
  const comment = markdown.comments.find(
    ({ text, range: at }) => text === "planned" && rangeContains(range, at),
  );
  if (comment !== undefined) {
    const { start, end } = comment.range;
    const before = lines.line(start.line).slice(0, start.character);
    const from = { line: start.line, character: before.trimEnd().length };
    // A cell keeps a blank before its bar.
    const isAtBar = lines.line(end.line)[end.character] === "|";
    const kept = isAtBar && comparePositions(from, start) < 0 ? start : from;
    return replaced({ start: kept, end }, "");
  }
  const { line } = range.start;
  const found = inPython.exec(lines.line(line));
  if (found?.[1] !== "planned") return undefined;
  const end = { line, character: lines.line(line).length };
  return replaced({ start: { line, character: found.index }, end }, "");
}
