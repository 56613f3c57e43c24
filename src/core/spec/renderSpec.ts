import { stringify } from "yaml";
import { queueName } from "../behaviour/outsideCalls";
import { folderOf } from "../project/paths";
import { type ContentBlock, paragraph, type Span } from "./content/blocks";
import { moduleWriters, taskWriters } from "./content/compact";
import { expected } from "./content/expected";
import { guideWriters } from "./content/guide";
import { renderBlocks } from "./content/render";
import { serviceWriters } from "./content/service";
import type { SectionWriters } from "./content/writer";
import type { Format, SectionFormat } from "./formats/format";
import { fillHeading } from "./formats/heading";
import type { SpecSubject } from "./subject";

const writers: ReadonlyMap<string, SectionWriters> = new Map([
  ["service", serviceWriters],
  ["module", moduleWriters],
  ["task", taskWriters],
  ["guide", guideWriters],
]);

/** The writers of a format by its name; a team's own has none, and says what it wants where. */
export function writersOf(name: string): SectionWriters {
  return writers.get(name) ?? { sections: {}, repeated: {} };
}

/**
 * A subject as a document of a format: front matter, title and every section in order. What the writers know
 * nothing of shows what the format wants there, with a TODO mark.
 * @param date `YYYY-MM-DD`.
 * @param path of the document, relative to the workspace folder: links lead from there
 */
export function renderSpec(
  subject: SpecSubject,
  format: Format,
  writers: SectionWriters,
  date: string,
  path = "",
): string {
  const title: ContentBlock = {
    kind: "heading",
    level: format.titleLevel,
    text: fillHeading(format.title, { name: subject.name }),
  };
  const fields = format.fields.map((field) => fieldBlock(field, subject, date));
  const sections = format.sections.flatMap((section) => sectionBlocks(subject, section, writers));
  const blocks = renderBlocks([title, ...fields, ...sections], folderOf(path));
  return `${frontMatter(subject, format, date)}\n${blocks}`;
}

/** A line such as **Date** below the title. */
function fieldBlock(field: string, subject: SpecSubject, date: string): ContentBlock {
  const values: ReadonlyMap<string, Span> = new Map<string, Span>([
    ["Module", subject.module ? { code: subject.module } : { todo: "the path of its code" }],
    ["Date", date],
    [
      "Spec Reference",
      subject.reference ?? { todo: "the feature's specification, such as specs/001-name/spec.md" },
    ],
  ]);
  return paragraph({ strong: field }, ": ", values.get(field) ?? { todo: field.toLowerCase() });
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
    { kind: "heading", level, text: fillHeading(heading, headingValues(subject)) },
    ...(written ?? expected(section)),
    ...inside(),
  ];
}

/** What the holes of headings that stand once are filled with. */
function headingValues({ code }: SpecSubject): Readonly<Record<string, string>> {
  const kind = code?.tasks[0]?.kind ?? "celery";
  return { queue: queueName(kind).replace(/ queue$/, "") };
}

/** The ids of a team's own format can be any word, `constructor` included. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function frontMatter(subject: SpecSubject, format: Format, date: string): string {
  const { name, module } = subject;
  const values: Readonly<Record<string, string | undefined>> = {
    "backend-spec": format.name,
    name,
    module,
    date,
    status: "draft",
    version: "1.0",
    last_updated: date,
    upstream: subject.reference,
  };
  const known = format.frontMatter.flatMap((key) => {
    const value = values[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n`;
}
