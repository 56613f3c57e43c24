import type { Position, Range } from "../../text/range";
import { rangeContains } from "../../text/range";
import type { SpecDocument } from "../document/specDocument";
import { type SpecSymbol, symbolAt } from "./symbols";

/** Text over a place, as Markdown. */
export interface SpecHover {
  readonly markdown: string;
  readonly range: Range;
}

/** How many places a hover names; the rest is a number. */
const shownPlaces = 8;

/** What stands behind a name and where it is used; over a heading what belongs there. */
export function hoverSpec(spec: SpecDocument, position: Position): SpecHover | undefined {
  const found = symbolAt(spec, position);
  if (found !== undefined) {
    return { markdown: describe(found.symbol, spec), range: found.occurrence.range };
  }
  const at = { start: position, end: position };
  const part = spec.allParts.find(({ section }) => rangeContains(section.heading.range, at));
  if (part === undefined) return undefined;
  const { about, required, holds } = part.format;
  const columns = holds.flatMap((held) =>
    held.kind === "table" ? [held.columns.join(" · ")] : [],
  );
  const lines = [
    `**${part.section.heading.text}**: ${about}${required ? "" : " (may be left out)"}.`,
    ...columns,
  ];
  return { markdown: lines.join("\n\n"), range: part.section.heading.range };
}

function describe(symbol: SpecSymbol, spec: SpecDocument): string {
  const { name, row } = symbol;
  const rule = symbol.kind === "id" ? (row?.row.row.cells[1]?.text ?? "") : "";
  const cells =
    row?.table.table.header.cells.flatMap(({ text }) => {
      const said = row.row.text(text);
      return ["", name, rule].includes(said) ? [] : [`- ${text}: ${said}`];
    }) ?? [];
  const title = `**${name}** ${rule}`;
  const parts = [
    title.trim(),
    ...(cells.length > 0 ? [cells.join("\n")] : []),
    usesOf(symbol, spec),
  ];
  return parts.join("\n\n");
}

function usesOf({ occurrences }: SpecSymbol, spec: SpecDocument): string {
  const uses = occurrences.filter(({ isDefinition }) => !isDefinition);
  if (uses.length === 0) return "Used nowhere else in this document.";
  const isDefined = uses.length < occurrences.length;
  const sections = new Map<string, number[]>();
  for (const { range } of uses) {
    const line = range.start.line;
    const heading = headingAbove(line, spec);
    sections.set(heading, [...(sections.get(heading) ?? []), line + 1]);
  }
  const places = [...sections].map(
    ([heading, lines]) =>
      `${heading} (${lines.length === 1 ? "line" : "lines"} ${[...new Set(lines)].join(", ")})`,
  );
  const shown = places.slice(0, shownPlaces).join("; ");
  const more = places.length - shownPlaces;
  const where = `Used in ${shown}${more > 0 ? `; and ${more} more sections` : ""}.`;
  return isDefined ? where : `${where} This document does not say what it is.`;
}

function headingAbove(line: number, { markdown }: SpecDocument): string {
  const above = markdown.headings.findLast(({ range }) => range.start.line <= line);
  return above?.text ?? "the top";
}
