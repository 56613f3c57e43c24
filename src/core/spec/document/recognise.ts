import type { MarkdownDocument, Section } from "../../markdown/document";
import { frontMatterText } from "../../markdown/frontMatter";
import { nearestName } from "../../text/nearestName";
import type { Range } from "../../text/range";
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

/** What is wrong with the format that a front matter names; `undefined` where there is such a format, or it names none. */
export function unknownFormat(
  { frontMatter }: MarkdownDocument,
  formats: Formats,
): { readonly message: string; readonly range: Range } | undefined {
  const entry = frontMatter?.entries.find(({ key }) => key === formatKey);
  if (entry === undefined) return undefined;
  const { value, keyRange, valueRange } = entry;
  if (typeof value === "string" && formats.has(value)) return undefined;
  const all = `Choose one of: ${[...formats.keys()].join(", ")}.`;
  if (value === null) return { message: `No format is named. ${all}`, range: keyRange };
  const name = typeof value === "string" ? value : JSON.stringify(value);
  const nearest = nearestName(name, formats.keys());
  const help = nearest === undefined ? all : `Is it ${nearest}?`;
  return { message: `There is no format “${name}”. ${help}`, range: valueRange };
}

/** The section that a document's title opens: the format's, or the only one, if it is as high as a title. */
export function titleSection(document: MarkdownDocument, format: Format): Section | undefined {
  const [first, second] = document.sections;
  const known = findTitle(document, format);
  if (known !== undefined || second !== undefined) return known;
  return first !== undefined && first.heading.level <= format.titleLevel ? first : undefined;
}
