import * as z from "zod";
import type { LineInsertion } from "../../../edits/fixEdits";
import { expected } from "../../../spec/content/expected";
import { renderBlocks } from "../../../spec/content/render";
import type { SpecDocument } from "../../../spec/document/specDocument";
import type { SpecPart } from "../../../spec/document/specPart";
import type { SectionFormat } from "../../../spec/formats/format";
import { fillHeading } from "../../../spec/formats/heading";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";

export const specMissingSection = defineSpecRule({
  meta: {
    name: "spec-missing-section",
    summary: "Keep every section that the format asks for",
    rationale:
      "What a specification does not speak of is decided by whoever writes the code. An empty section that says so is " +
      "better than none: it is counted among what is still open.",
    area: "spec",
    source: "the formats of specifications: observability, security and deployment always included",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: { missing: "The section “{section}” is missing: {about}." },
  },
  check({ spec, report }) {
    for (const { section, parent } of missing(spec)) {
      const { heading } = section;
      report({
        message: "missing",
        data: { section: shownHeading(section), about: section.about },
        range: parent?.section.heading.textRange ?? top(spec),
        fix: { title: `Add the section “${heading}”`, edits: sectionFix(section, parent, spec) },
      });
    }
  },
});

interface Missing {
  readonly section: SectionFormat;
  /** The section that it belongs to; `undefined` for one right below the title. */
  readonly parent: SpecPart | undefined;
}

/** The required sections that are absent; of one that is, its parts are not told, too. */
function missing(spec: SpecDocument): Missing[] {
  const within = (
    formats: readonly SectionFormat[],
    parts: readonly SpecPart[],
    parent: SpecPart | undefined,
  ): Missing[] =>
    formats.flatMap((section): Missing[] => {
      const found = parts.filter(({ format }) => format === section);
      if (found.length > 0) {
        return found.flatMap((part) => within(section.parts ?? [], part.parts, part));
      }
      return section.required && section.when === undefined ? [{ section, parent }] : [];
    });
  return within(spec.format.sections, spec.parts, undefined);
}

function top({ title, markdown }: SpecDocument): Range {
  const start = { line: 0, character: 0 };
  return title?.heading.textRange ?? markdown.frontMatter?.range ?? { start, end: start };
}

function shownHeading({ heading }: SectionFormat): string {
  return fillHeading(heading, { queue: "Celery" });
}

/** The section with what the format wants in it, behind the one that comes before it in the format. */
function sectionFix(section: SectionFormat, parent: SpecPart | undefined, spec: SpecDocument) {
  const siblings = parent?.parts ?? spec.parts;
  const formats = parent?.format.parts ?? spec.format.sections;
  const before = formats.slice(0, formats.indexOf(section));
  const previous = siblings.findLast(({ format }) => before.includes(format));
  const deeper = levelShift(parent, siblings, spec);
  const source = renderBlocks(blocksOf(section, deeper)).trimEnd();
  const line = previous
    ? endOf(previous.section.range, spec)
    : parent
      ? endOf(parent.section.ownRange, spec)
      : spec.title
        ? endOf(spec.title.ownRange, spec)
        : lastLine(spec);
  const insertion: LineInsertion = {
    at: { line, character: spec.markdown.lines.line(line).length },
    lines: `\n${source}`,
    lead: "\n",
    trail: "",
  };
  return { replacements: [], insertions: [insertion] };
}

function blocksOf(section: SectionFormat, deeper: number): Parameters<typeof renderBlocks>[0] {
  const level = Math.min(6, section.level + deeper);
  const parts = (section.parts ?? []).filter((part) => part.required && part.when === undefined);
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
