import type { SectionFormat } from "./format";

const hole = /<([a-z]\w*)>/gi;

/** A heading with its holes filled; a hole without a value keeps its word. */
export function fillHeading(heading: string, values: Readonly<Record<string, string>>): string {
  const filled = new Map(Object.entries(values));
  return heading.replace(hole, (whole, word: string) => filled.get(word) ?? whole);
}

/**
 * What the holes of a heading hold in a text; `undefined` where the text is no such heading. Case and runs of
 * blanks do not count.
 */
export function matchHeading(heading: string, text: string): Map<string, string> | undefined {
  // At odd places stand the words of holes.
  const parts = heading.split(hole);
  const pattern = parts.map((part, index) => (index % 2 === 1 ? "(.+)" : literal(part))).join("");
  const found = new RegExp(`^${pattern}$`, "iu").exec(text.trim());
  if (!found) return undefined;
  const words = parts.filter((_, index) => index % 2 === 1);
  return new Map(words.map((word, index) => [word, found[index + 1] ?? ""]));
}

function literal(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");
}

/** Whether a text is the heading of a section of a format, by any of its names. */
export function isHeadingOf(section: SectionFormat, text: string): boolean {
  return [section.heading, ...section.aliases].some((name) => matchHeading(name, text));
}
