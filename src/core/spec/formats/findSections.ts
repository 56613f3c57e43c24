import type { MarkdownDocument, Section } from "../../markdown/document";
import type { Format, SectionFormat } from "./format";
import { isHeadingOf, matchHeading } from "./heading";

/** A section of a document with what it is in its format. */
export interface FoundSection {
  readonly format: SectionFormat;
  readonly section: Section;
}

/** The heading that makes a document one of a format, where it has it. */
export function findTitle(document: MarkdownDocument, format: Format): Section | undefined {
  const [first] = document.sections;
  return first && matchHeading(format.title, first.heading.text) ? first : undefined;
}

/**
 * The sections of a document that its format knows, in the document's order. A part is looked for within its
 * section; fixed headings win over those with holes. The level does not count, so that a document whose headings
 * are all one level deeper is understood, too.
 */
export function findSections(document: MarkdownDocument, format: Format): FoundSection[] {
  const title = findTitle(document, format);
  const top = title ? [...title.sections, ...document.sections.slice(1)] : document.sections;
  return find(top, format.sections);
}

function find(sections: readonly Section[], formats: readonly SectionFormat[]): FoundSection[] {
  const fixedFirst = [...formats].sort((a, b) => holes(a) - holes(b));
  return sections.flatMap((section) => {
    const format = fixedFirst.find((entry) => isHeadingOf(entry, section.heading.text));
    if (format === undefined) return [];
    return [{ format, section }, ...find(section.sections, format.parts ?? [])];
  });
}

function holes(section: SectionFormat): number {
  return section.heading.split("<").length - 1;
}
