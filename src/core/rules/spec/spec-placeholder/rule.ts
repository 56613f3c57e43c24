import * as z from "zod";
import type { Block, Section } from "../../../markdown/document";
import type { SpecDocument } from "../../../spec/document/specDocument";
import { findPlaces } from "../../../spec/places";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";

export const specPlaceholder = defineSpecRule({
  meta: {
    name: "spec-placeholder",
    summary: "Fill in what is still open",
    rationale:
      "A document with open places is a draft. They are listed, so that nobody takes it for decided, and so that the last " +
      "one is found.",
    area: "spec",
    source: "the formats of specifications: bracketed text stands for what is to be written",
    severity: "info",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      todo: "Still to be written: {what}.",
      bracket: "“{text}” stands for something that is still to be written.",
      section: "The section “{section}” is empty.",
      table: "This table has no rows yet.",
    },
  },
  check({ spec, report }) {
    for (const { kind, text, range } of findPlaces(spec.markdown)) {
      if (kind === "todo") report({ message: "todo", data: { what: text || "see here" }, range });
    }
    for (const { text, range } of brackets(spec)) {
      report({ message: "bracket", data: { text }, range });
    }
    for (const { section } of spec.allParts) {
      if (section.blocks.length + section.sections.length > 0) continue;
      const { text, textRange } = section.heading;
      report({ message: "section", data: { section: text }, range: textRange });
    }
    for (const { part, table } of spec.tables) {
      // A table without rows says below it what is to be written; that is told already.
      const isMarked = part.section.blocks.some((block) => isTodo(block));
      if (table.rows.length === 0 && !isMarked) {
        report({ message: "table", range: table.header.range });
      }
    }
  },
});

function isTodo(block: Block): boolean {
  return block.kind === "html" && /<!--\s*TODO\b/.test(block.source);
}

/** `[Text]` that is no link: in the title and in the sections that the format knows. */
function brackets(spec: SpecDocument): { readonly text: string; readonly range: Range }[] {
  const { markdown, title } = spec;
  const { lines } = markdown;
  const wanted = new Set<number>();
  if (title !== undefined) wanted.add(title.heading.range.start.line);
  for (const { section } of spec.allParts) {
    for (let line = section.ownRange.start.line; line <= lastLine(section); line++) {
      wanted.add(line);
    }
  }
  for (const { line, endLine } of markdown.fences) {
    for (let at = line; at <= endLine; at++) wanted.delete(at);
  }
  return [...wanted]
    .sort((a, b) => a - b)
    .flatMap((line) => {
      const text = lines
        .line(line)
        .replace(/<!--.*?-->/g, blank)
        .replace(/(`+)[^`].*?\1/g, blank);
      const found = text.matchAll(/(?<![\\\]!\p{L}\p{N}])\[(\p{L}[^[\]]+)\](?![(:[])/gu);
      return [...found].map(({ 0: whole, index }) => ({
        text: whole,
        range: {
          start: { line, character: index },
          end: { line, character: index + whole.length },
        },
      }));
    });
}

function lastLine({ ownRange: { end } }: Section): number {
  return end.character > 0 ? end.line : end.line - 1;
}

function blank(text: string): string {
  return " ".repeat(text.length);
}
