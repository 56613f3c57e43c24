import { frontMatterText } from "../../markdown/frontMatter";
import type { Range } from "../../text/range";
import { oncePerDocument } from "./once";

/** A path that a document names. */
export interface SpecLink {
  /** As it is written, without a fragment. */
  readonly path: string;
  /** What it may be relative to: the project's folder, the document's, or either. */
  readonly base: "project" | "document" | "either";
  readonly range: Range;
}

const markdownLink = /(?<!\\)\[(?:\\.|[^[\]\\])*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const field = /^(\*\*(?:Module|Spec Reference)\*\*:\s*)(`?)([^`\s<][^`<]*?)\2\s*$/;

/** The files and folders that a document names: in its front matter, below its title, and as links. */
export const linksIn = oncePerDocument(({ markdown, title }): readonly SpecLink[] => {
  const links: SpecLink[] = [];
  for (const key of ["module", "upstream"]) {
    const path = frontMatterText(markdown.frontMatter, key);
    const range = markdown.frontMatter?.entries.find((entry) => entry.key === key)?.valueRange;
    if (path && range) links.push({ path, base: "either", range });
  }
  const { lines } = markdown;
  const fenced = new Set<number>();
  for (const { line, endLine } of markdown.fences) {
    for (let at = line; at <= endLine; at++) fenced.add(at);
  }
  const beforeFirst = title?.sections[0]?.range.start.line ?? lines.count;
  for (let line = (markdown.frontMatter?.range.end.line ?? -1) + 1; line < lines.count; line++) {
    if (fenced.has(line)) continue;
    const text = lines.line(line);
    const [, lead = "", tick = "", path = ""] = (line < beforeFirst && field.exec(text)) || [];
    if (path !== "") {
      links.push({ path, base: "either", range: rangeOf(line, lead.length + tick.length, path) });
    }
    for (const found of text
      .replace(/(`+)[^`](?:.*?[^`])??\1(?!`)/g, blank)
      .matchAll(markdownLink)) {
      const target = found[1] ?? "";
      if (/^(?:[a-z][\w+.-]*:|#|\/\/|<)/i.test(target)) continue;
      const at = found.index + found[0].lastIndexOf(target);
      links.push({ path: target, base: "document", range: rangeOf(line, at, target) });
    }
  }
  return links.flatMap((link): SpecLink[] => {
    const path = decoded(link.path.replace(/[#?].*$/, ""));
    return path === "" ? [] : [{ ...link, path }];
  });
});

function rangeOf(line: number, start: number, { length }: string): Range {
  return { start: { line, character: start }, end: { line, character: start + length } };
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
