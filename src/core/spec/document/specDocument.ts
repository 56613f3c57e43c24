import type { Fence, MarkdownDocument, Section } from "../../markdown/document";
import { frontMatterText } from "../../markdown/frontMatter";
import { MarkdownParser } from "../../markdown/parseMarkdown";
import type { ParsedPython } from "../../python/pythonFile";
import type { Formats } from "../formats";
import type { Format } from "../formats/format";
import { matchHeading } from "../formats/heading";
import { type PythonFence, pythonFence } from "./pythonFence";
import { formatOf, titleSection } from "./recognise";
import {
  fencesIn,
  partsIn,
  type SpecPart,
  sectionFormat,
  topSections,
  withInner,
} from "./specPart";
import { type SpecTable, tablesOf } from "./specTable";

/** Parses Python. */
export type ReadPython = (text: string) => ParsedPython;

/**
 * A spec document as data: its sections as its format knows them, its tables, its Python, each with their ranges in the
 * Markdown. What the format does not know stays in `markdown` and is nobody's business. Answers are worked out when
 * they are first asked for.
 */
export class SpecDocument {
  /** The section that the document's title opens. */
  readonly title: Section | undefined;
  /** The known sections of the highest level. */
  readonly parts: readonly SpecPart[];
  /** All known sections in order, each before those within it. */
  readonly allParts: readonly SpecPart[];
  #tables: readonly SpecTable[] | undefined;
  #python: readonly PythonFence[] | undefined;

  constructor(
    readonly markdown: MarkdownDocument,
    readonly format: Format,
    private readonly readPython: ReadPython,
  ) {
    this.title = titleSection(markdown, format);
    this.parts = partsIn(topSections(markdown, this.title), format.sections);
    this.allParts = this.parts.flatMap(withInner);
  }

  /** What the document is about: its front matter says it, or its title. */
  get name(): string | undefined {
    const heading = this.title?.heading.text;
    return (
      frontMatterText(this.markdown.frontMatter, "name") ??
      (heading === undefined ? undefined : matchHeading(this.format.title, heading)?.get("name"))
    );
  }

  /** The first section that a format calls by an id. */
  part(id: string): SpecPart | undefined {
    return this.allParts.find((part) => part.format.id === id);
  }

  /** All tables that the format knows. */
  get tables(): readonly SpecTable[] {
    this.#tables ??= this.allParts.flatMap(tablesOf);
    return this.#tables;
  }

  /** The table of a section by the section's id. */
  table(id: string): SpecTable | undefined {
    return this.tables.find((table) => table.part.format.id === id);
  }

  /** Whether the format has a section of that id at all. */
  knows(id: string): boolean {
    return sectionFormat(this.format, id) !== undefined;
  }

  /** All Python of the document, sections that the format does not know included. */
  get python(): readonly PythonFence[] {
    this.#python ??= this.markdown.fences
      .filter(isPython)
      .map((fence) => pythonFence(fence, this.readPython(fence.content)));
    return this.#python;
  }

  /** The Python within a section. */
  pythonIn(id: string): PythonFence[] {
    const part = this.part(id);
    if (part === undefined) return [];
    const inside = new Set(fencesIn(part.section));
    return this.python.filter(({ fence }) => inside.has(fence));
  }
}

/** Whether a fence says that it holds Python. */
export function isPython({ language }: Fence): boolean {
  return /^(?:python3?|py)(?![\w-])/i.test(language);
}

/** Reads one document as it is edited: what did not change since the last text is not parsed again. */
export class SpecReader {
  readonly #markdown = new MarkdownParser();
  #python = new Map<string, ParsedPython>();

  constructor(private readonly readPython: ReadPython) {}

  /** A text as a spec; `undefined` where it is none. */
  read(text: string, formats: Formats): SpecDocument | undefined {
    const markdown = this.#markdown.parse(text);
    const format = formatOf(markdown, formats);
    if (format === undefined) return undefined;
    const known = this.#python;
    const used = new Map<string, ParsedPython>();
    this.#python = used;
    return new SpecDocument(markdown, format, (source) => {
      const parsed = used.get(source) ?? known.get(source) ?? this.readPython(source);
      used.set(source, parsed);
      return parsed;
    });
  }
}
