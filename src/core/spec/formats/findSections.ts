import type { MarkdownDocument, Section } from "../../markdown/document";
import { partsIn, topSections, withInner } from "../document/specPart";
import type { Format, SectionFormat } from "./format";
import { matchHeading } from "./heading";

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
  const top = topSections(document, findTitle(document, format));
  return partsIn(top, format.sections)
    .flatMap(withInner)
    .map((part) => ({ format: part.format, section: part.section }));
}
