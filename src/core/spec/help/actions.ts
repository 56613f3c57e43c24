import type { TextEdit } from "../../edits/plan";
import type { Section } from "../../markdown/document";
import { type Range, rangeContains } from "../../text/range";
import { addRow, confirmProposals, lineBreakOf } from "../document/edit";
import type { SpecDocument } from "../document/specDocument";
import { formatTable } from "./formatTable";
import { absentSections, isRequired, sectionInsertion, shownHeading } from "./missingSection";
import { openRow } from "./openRow";

/** Something that can be done to a document at a place. */
export interface SpecAction {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * What can be done at a place, beside the fixes of findings.
 * @param elsewhere the IDs that code and tests speak of: they are not given again
 */
export function specActions(
  spec: SpecDocument,
  place: Range,
  elsewhere: Iterable<string> = [],
): SpecAction[] {
  const section = sectionAt(spec, place);
  return [
    ...(section === undefined ? [] : confirm(spec, section)),
    ...rows(spec, place, section, elsewhere),
    ...tables(spec, place),
    ...sections(spec, place),
  ];
}

/** The innermost section around a place, known to the format or not. */
function sectionAt({ markdown }: SpecDocument, place: Range): Section | undefined {
  const within = (sections: readonly Section[]): Section | undefined => {
    const found = sections.find(({ range }) => holds(range, place));
    return found && (within(found.sections) ?? found);
  };
  return within(markdown.sections);
}

function confirm(spec: SpecDocument, section: Section): SpecAction[] {
  const edits = confirmProposals(spec, section);
  if (edits.length === 0) return [];
  const { text } = section.heading;
  const what = edits.length === 1 ? "the proposal" : `all ${edits.length} proposals`;
  return [{ title: `Confirm ${what} of “${text}”`, edits }];
}

function rows(
  spec: SpecDocument,
  place: Range,
  section: Section | undefined,
  elsewhere: Iterable<string>,
): SpecAction[] {
  const found =
    spec.tables.find(({ table }) => holds(table.range, place)) ??
    spec.tables.find(({ part }) => part.section === section);
  if (found === undefined) return [];
  const edit = addRow(found.table, openRow(found, spec, elsewhere), spec.markdown);
  return [{ title: `Add a row to “${found.part.section.heading.text}”`, edits: [edit] }];
}

function tables({ markdown }: SpecDocument, place: Range): SpecAction[] {
  const table = markdown.tables.find(({ range }) => holds(range, place));
  const edits = table ? formatTable(table, markdown) : [];
  return edits.length === 0 ? [] : [{ title: "Format the table", edits }];
}

/** On a heading: what may stand below it and does not. What has to, a finding offers. */
function sections(spec: SpecDocument, place: Range): SpecAction[] {
  const isOn = (section: Section | undefined): boolean =>
    section !== undefined && holds(section.heading.range, place);
  const lineBreak = lineBreakOf(spec.markdown.text);
  return absentSections(spec)
    .filter(({ section }) => !isRequired(section) && !section.repeats)
    .filter(({ parent }) => isOn(parent === undefined ? spec.title : parent.section))
    .map((absent) => {
      const { at, lines, lead } = sectionInsertion(absent, spec);
      const newText = `${lead}${lines}`.replaceAll("\n", lineBreak);
      const title = `Add the section “${shownHeading(absent.section)}”`;
      return { title, edits: [{ range: { start: at, end: at }, newText }] };
    });
}

function holds(range: Range, { start }: Range): boolean {
  return rangeContains(range, { start, end: start });
}
