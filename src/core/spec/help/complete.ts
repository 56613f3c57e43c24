import type { Fence } from "../../markdown/document";
import { type Position, rangeContains } from "../../text/range";
import { idPrefixes } from "../document/references";
import type { SpecDocument } from "../document/specDocument";
import { completeDiagram } from "./completeDiagram";
import { completeTable } from "./completeTable";
import { type SpecCompletion, wordBefore } from "./completion";
import { type AbsentSection, absentSections, sectionSource } from "./missingSection";
import { stateNames } from "./states";
import { symbolsIn } from "./symbols";

/**
 * What can be written at a place of a document.
 * @param elsewhere the IDs that code and tests speak of: they are not given again
 */
export function completeSpec(
  spec: SpecDocument,
  position: Position,
  elsewhere: Iterable<string> = [],
): SpecCompletion[] {
  const before = spec.markdown.lines.line(position.line).slice(0, position.character);
  const fence = fenceAt(spec, position);
  if (fence !== undefined) {
    const isDiagram = /^mermaid\b/i.test(fence.language);
    const own = isDiagram ? completeDiagram(spec, fence, position, before) : undefined;
    return own ?? [...words(spec, position, before), ...states(spec, position, before)];
  }
  if (/^#{1,6}(?:\s|$)/.test(before)) return headings(spec, position, before);
  return completeTable(spec, position, before, elsewhere) ?? words(spec, position, before);
}

function fenceAt({ markdown }: SpecDocument, { line }: Position): Fence | undefined {
  return markdown.fences.find(
    (fence) => line > fence.line && (fence.closed ? line < fence.endLine : line <= fence.endLine),
  );
}

/** The names that the document defines; IDs where one is begun, or nothing is. */
function words(spec: SpecDocument, position: Position, before: string): SpecCompletion[] {
  const range = wordBefore(position, before);
  const word = before.slice(range.start.character);
  const begun = [...idPrefixes(spec)].find((prefix) => word.startsWith(`${prefix}-`));
  return symbolsIn(spec)
    .filter(({ kind, name }) => kind !== "state" && (begun === undefined || name.startsWith(begun)))
    .filter(({ occurrences }) => occurrences.some(({ isDefinition }) => isDefinition))
    .map(({ name, kind, row }) => ({
      label: name,
      kind: "reference",
      detail: row?.row.row.cells[kind === "id" ? 1 : 0]?.text ?? "",
      range,
      text: name,
    }));
}

/** States, within quotes. */
function states(spec: SpecDocument, position: Position, before: string): SpecCompletion[] {
  if (!/["'][^"']*$/.test(before)) return [];
  const range = wordBefore(position, before);
  return [...stateNames(spec).values()].map((name) => ({
    label: name,
    kind: "value",
    detail: "state",
    range,
    text: name,
  }));
}

/** Sections that the document has not, with what belongs there. */
function headings(spec: SpecDocument, position: Position, before: string): SpecCompletion[] {
  const range = { start: { ...position, character: 0 }, end: position };
  const [level = ""] = /^#+\s?/.exec(before) ?? [];
  const isHere = ({ section, parent }: AbsentSection): boolean =>
    !section.repeats && (parent === undefined || rangeContains(parent.section.range, range));
  return absentSections(spec)
    .filter(isHere)
    .flatMap((absent): SpecCompletion[] => {
      const text = sectionSource(absent, spec);
      const [label = ""] = text.split("\n");
      if (!text.startsWith(level)) return [];
      return [{ label, kind: "section", detail: absent.section.about, range, text }];
    });
}
