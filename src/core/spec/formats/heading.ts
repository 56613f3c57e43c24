import type { SectionFormat } from "./format";

const hole = /<(\w+)>/g;

/** A heading with its holes filled; a hole without a value keeps its word. */
export function fillHeading(heading: string, values: Readonly<Record<string, string>>): string {
  return heading.replace(hole, (whole, word: string) => values[word] ?? whole);
}

/**
 * What the holes of a heading hold in a text; `undefined` where the text is no such heading. Case and runs of
 * blanks do not count.
 */
export function matchHeading(heading: string, text: string): Record<string, string> | undefined {
  const pattern = heading
    .split(hole)
    .map((part, index) =>
      index % 2 === 1
        ? `(?<${part}>.+)`
        : part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+"),
    )
    .join("");
  const found = new RegExp(`^${pattern}$`, "iu").exec(text.trim());
  return found ? { ...found.groups } : undefined;
}

/** Whether a text is the heading of a section of a format, by any of its names. */
export function isHeadingOf(section: SectionFormat, text: string): boolean {
  return [section.heading, ...section.aliases].some((name) => matchHeading(name, text));
}
