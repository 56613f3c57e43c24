import { stringify } from "yaml";
import type { ContentBlock } from "./content/blocks";
import { expected } from "./content/expected";
import { renderBlocks } from "./content/render";
import { serviceWriters } from "./content/service";
import type { SectionWriters } from "./content/writer";
import type { FormatName } from "./formats";
import type { Format, SectionFormat } from "./formats/format";
import { fillHeading } from "./formats/heading";
import type { SpecSubject } from "./subject";

const writers: Readonly<Record<FormatName, SectionWriters>> = { service: serviceWriters };

/** The writers of one of the product's own formats. */
export function writersOf(name: FormatName): SectionWriters {
  return writers[name];
}

/**
 * A subject as a document of a format: front matter, title and every section in order. What the writers know
 * nothing of shows what the format wants there, with a TODO mark.
 * @param date `YYYY-MM-DD`.
 */
export function renderSpec(
  subject: SpecSubject,
  format: Format,
  writers: SectionWriters,
  date: string,
): string {
  const title: ContentBlock = {
    kind: "heading",
    level: format.titleLevel,
    text: fillHeading(format.title, { name: subject.name }),
  };
  const sections = format.sections.flatMap((section) => sectionBlocks(subject, section, writers));
  return `${frontMatter(subject, format, date)}\n${renderBlocks([title, ...sections])}`;
}

/** The blocks of a section with its parts; none where nothing calls for it. */
function sectionBlocks(
  subject: SpecSubject,
  section: SectionFormat,
  writers: SectionWriters,
): ContentBlock[] {
  const { level, heading, repeats, required, when, parts = [] } = section;
  const inside = () => parts.flatMap((part) => sectionBlocks(subject, part, writers));
  if (repeats) {
    const repetitions = own(writers.repeated, section.id)?.(subject, section) ?? [];
    if (repetitions.length > 0 || !required) {
      return repetitions.flatMap(({ values, blocks }) => [
        { kind: "heading", level, text: fillHeading(heading, values) },
        ...blocks,
        ...inside(),
      ]);
    }
  }
  const written = own(writers.sections, section.id)?.(subject, section);
  if (when !== undefined && written === undefined) return [];
  return [
    { kind: "heading", level, text: heading },
    ...(written ?? expected(section)),
    ...inside(),
  ];
}

/** The ids of a team's own format can be any word, `constructor` included. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function frontMatter({ name, module }: SpecSubject, format: Format, date: string): string {
  const values: Readonly<Record<string, string | undefined>> = {
    "backend-spec": format.name,
    name,
    module,
    date,
    status: "draft",
  };
  const known = format.frontMatter.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`;
}
