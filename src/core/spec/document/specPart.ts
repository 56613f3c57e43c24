import type { Block, Fence, MarkdownDocument, Section } from "../../markdown/document";
import type { Format, SectionFormat } from "../formats/format";
import { isHeadingOf } from "../formats/heading";

/** A section of a document that its format knows. */
export interface SpecPart {
  readonly format: SectionFormat;
  readonly section: Section;
  /** The sections within that the format knows. */
  readonly parts: readonly SpecPart[];
}

/** The known sections directly below a document's title, or below one of its sections. */
export function partsIn(
  sections: readonly Section[],
  formats: readonly SectionFormat[],
): SpecPart[] {
  const fixedFirst = [...formats].sort((a, b) => holes(a) - holes(b));
  return sections.flatMap((section): SpecPart[] => {
    const format = fixedFirst.find((entry) => isHeadingOf(entry, section.heading.text));
    if (format === undefined) return [];
    return [{ format, section, parts: partsIn(section.sections, format.parts ?? []) }];
  });
}

/** The sections that a document's own parts are looked for among: those below its title, and those beside it. */
export function topSections(document: MarkdownDocument, title: Section | undefined): Section[] {
  if (title === undefined) return [...document.sections];
  return [...title.sections, ...document.sections.filter((section) => section !== title)];
}

/** A part with all that is within it, in order. */
export function withInner(part: SpecPart): SpecPart[] {
  return [part, ...part.parts.flatMap(withInner)];
}

/** The fences below a section's headings, those in lists and in sections that the format does not know, too. */
export function fencesIn(section: Section): Fence[] {
  return [...section.blocks.flatMap(fencesOf), ...section.sections.flatMap(fencesIn)];
}

function fencesOf(block: Block): Fence[] {
  if (block.kind === "fence") return [block];
  if (block.kind === "quote") return block.blocks.flatMap(fencesOf);
  if (block.kind === "list") return block.items.flatMap((item) => item.blocks.flatMap(fencesOf));
  return [];
}

/** All sections that a format has, by their ids. */
export function sectionFormat(format: Format, id: string): SectionFormat | undefined {
  const find = (sections: readonly SectionFormat[]): SectionFormat | undefined => {
    for (const section of sections) {
      const found = section.id === id ? section : find(section.parts ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(format.sections);
}

function holes(section: SectionFormat): number {
  return section.heading.split("<").length - 1;
}
