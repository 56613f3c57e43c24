import { type Chunk, parseChunks } from "./chunks";
import type { Block, MarkdownDocument, Section } from "./document";
import { readFrontMatter } from "./frontMatter";
import { LineIndex } from "./lineIndex";
import { Outline } from "./outline";
import { BlockReader, Found } from "./readBlocks";
import type { SyntaxTree } from "./syntaxTree";

/**
 * Reads a Markdown text: CommonMark with GFM tables and YAML front matter. Never throws; a text that is half
 * written gives what of it can be understood. Headings inside lists and block quotes open no section.
 */
export function parseMarkdown(text: string): MarkdownDocument {
  return new MarkdownParser().parse(text);
}

/** Reads the texts of one document as it is edited: what did not change since the last one is not parsed again. */
export class MarkdownParser {
  #known: ReadonlyMap<string, SyntaxTree> = new Map();

  /** As `parseMarkdown`. */
  parse(text: string): MarkdownDocument {
    const lines = new LineIndex(text);
    const used = new Map<string, SyntaxTree>();
    const chunks = parseChunks(text, lines, this.#known, used);
    this.#known = used;
    return build(chunks, text, lines);
  }
}

function build(chunks: readonly Chunk[], text: string, lines: LineIndex): MarkdownDocument {
  const found = new Found();
  const preamble: Block[] = [];
  const outline = new Outline(lines.positionAt(text.length));
  let frontMatter: MarkdownDocument["frontMatter"];
  for (const chunk of chunks) {
    const reader = new BlockReader(chunk, text, lines, found);
    for (const node of chunk.tree.root.children) {
      if (node.type === "yaml") {
        const { start, end } = reader.span(node);
        frontMatter = readFrontMatter(text, lines, start, end);
      } else if (node.type === "heading") {
        outline.open(reader.heading(node, (title) => outline.pathOf(title, node.depth)));
      } else {
        const block = reader.block(node, outline.last?.path ?? []);
        if (block) (outline.last?.blocks ?? preamble).push(block);
      }
    }
  }
  const { sections, headings } = outline;
  return { text, lines, frontMatter, preamble, sections, headings, ...found };
}

/** All sections of a document in order, those within others included. */
export function allSections(document: MarkdownDocument): Section[] {
  const walk = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...walk(section.sections)]);
  return walk(document.sections);
}
