import type { LineInsertion } from "../../edits/fixEdits";
import type { Range } from "../../text/range";
import { expected } from "../content/expected";
import { renderBlocks } from "../content/render";
import type { SpecDocument } from "../document/specDocument";
import type { SpecPart } from "../document/specPart";
import type { SectionFormat } from "../formats/format";
import { fillHeading } from "../formats/heading";

/** A section that a document has not. */
export interface AbsentSection {
  readonly section: SectionFormat;
  /** The section that it belongs to; `undefined` for one right below the title. */
  readonly parent: SpecPart | undefined;
}

/** The sections that are absent; of one that is, its parts are not told, too. */
export function absentSections(spec: SpecDocument): AbsentSection[] {
  const within = (
    formats: readonly SectionFormat[],
    parts: readonly SpecPart[],
    parent: SpecPart | undefined,
  ): AbsentSection[] =>
    formats.flatMap((section): AbsentSection[] => {
      const found = parts.filter(({ format }) => format === section);
      const [first] = found;
      if (first === undefined) return [{ section, parent }];
      if (section.repeats) {
        return found.flatMap((part) => within(section.parts ?? [], part.parts, part));
      }
      // What stands twice has its parts in either place.
      const all = found.flatMap((part) => part.parts);
      return within(section.parts ?? [], all, first);
    });
  return within(spec.format.sections, spec.parts, undefined);
}

/** Whether a document without a section is incomplete. */
export function isRequired({ required, when }: SectionFormat): boolean {
  return required && when === undefined;
}

/** The heading as it is written where nothing is known. */
export function shownHeading({ heading }: SectionFormat): string {
  return fillHeading(heading, { queue: "Celery" });
}

/** Adds the section with what the format wants in it, behind the one that comes before it in the format. */
export function sectionInsertion(
  { section, parent }: AbsentSection,
  spec: SpecDocument,
): LineInsertion {
  const siblings = parent?.parts ?? spec.parts;
  const formats = parent?.format.parts ?? spec.format.sections;
  const before = formats.slice(0, formats.indexOf(section));
  const previous = siblings.findLast(({ format }) => before.includes(format));
  const line = previous
    ? endOf(previous.section.range, spec)
    : parent
      ? endOf(parent.section.ownRange, spec)
      : spec.title
        ? endOf(spec.title.ownRange, spec)
        : lastLine(spec);
  return {
    at: { line, character: spec.markdown.lines.line(line).length },
    lines: `\n${sectionSource({ section, parent }, spec)}`,
    lead: "\n",
    trail: "",
  };
}

/** The section's Markdown, with what the format wants in it. */
export function sectionSource({ section, parent }: AbsentSection, spec: SpecDocument): string {
  const deeper = levelShift(parent, parent?.parts ?? spec.parts, spec);
  return renderBlocks(blocksOf(section, deeper)).trimEnd();
}

function blocksOf(section: SectionFormat, deeper: number): Parameters<typeof renderBlocks>[0] {
  const level = Math.min(6, section.level + deeper);
  const parts = (section.parts ?? []).filter(isRequired);
  return [
    { kind: "heading", level, text: shownHeading(section) },
    ...expected(section),
    ...parts.flatMap((part) => blocksOf(part, deeper)),
  ];
}

/** How much deeper than in the format the document's headings are. */
function levelShift(
  parent: SpecPart | undefined,
  siblings: readonly SpecPart[],
  { title, format }: SpecDocument,
): number {
  const [sibling] = siblings;
  const known = sibling ?? parent;
  if (known !== undefined) return known.section.heading.level - known.format.level;
  return title === undefined ? 0 : title.heading.level - format.titleLevel;
}

/** The last line of a document without a title that is not empty; front matter stays whole. */
function lastLine({ markdown: { lines, frontMatter } }: SpecDocument): number {
  let last = lines.count - 1;
  while (last > (frontMatter?.range.end.line ?? 0) && lines.line(last).trim() === "") last--;
  return last;
}

/** The last line of a stretch that is not empty. */
function endOf({ start, end }: Range, { markdown: { lines } }: SpecDocument): number {
  let last = Math.min(end.character > 0 ? end.line : end.line - 1, lines.count - 1);
  while (last > start.line && lines.line(last).trim() === "") last--;
  // A rule between two sections belongs to neither.
  if (last > start.line && /^\s*-{3,}\s*$/.test(lines.line(last))) last--;
  while (last > start.line && lines.line(last).trim() === "") last--;
  return Math.max(last, start.line);
}
