import type { MarkdownDocument, Section } from "../../markdown/document";
import { frontMatterText } from "../../markdown/frontMatter";
import type { Formats } from "../formats";
import { findTitle } from "../formats/findSections";
import type { Format } from "../formats/format";

/** The key of the front matter that makes a document a spec. */
export const formatKey = "backend-spec";

/**
 * The format that a document is written in: its front matter names it, or, where it has none, its first heading is the
 * format's title. Anything else is no spec, whatever it is called and wherever it lies.
 */
export function formatOf(document: MarkdownDocument, formats: Formats): Format | undefined {
  if (document.frontMatter !== undefined) {
    return formats.get(frontMatterText(document.frontMatter, formatKey) ?? "");
  }
  return [...formats.values()].find((format) => findTitle(document, format) !== undefined);
}

/** The section that a document's title opens: the format's, or the only one, if it is as high as a title. */
export function titleSection(document: MarkdownDocument, format: Format): Section | undefined {
  const [first, second] = document.sections;
  const known = findTitle(document, format);
  if (known !== undefined || second !== undefined) return known;
  return first !== undefined && first.heading.level <= format.titleLevel ? first : undefined;
}
