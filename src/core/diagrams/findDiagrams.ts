import type { Fence, MarkdownDocument } from "../markdown/document";
import { LineIndex } from "../markdown/lineIndex";
import { parseMarkdown } from "../markdown/parseMarkdown";
import { diagramType } from "./diagramType";

/** A Mermaid diagram of a document. */
export interface Diagram {
  /**
   * Unique within the document, made of the headings it stands under and its place below them
   * (`checkout/happy-path#2`): edits elsewhere leave it as it is.
   */
  readonly id: string;
  /** Its text, lines joined by `\n`. */
  readonly source: string;
  /** Titles of the headings it stands under, from the top down. */
  readonly headings: readonly string[];
  /** The last of them; the file's name for a file that is a diagram. Empty where there is none. */
  readonly title: string;
  /** Its first keyword, such as `flowchart`; empty where there is none. */
  readonly type: string;
  /** Zero-based line of the opening marks. */
  readonly line: number;
  /** Zero-based line of its own first line. */
  readonly contentLine: number;
  /** The last line that belongs to it: that of the closing marks when there are any. */
  readonly endLine: number;
  /** For each line of `source` the character of the document's line at which it starts. */
  readonly columns: readonly number[];
}

/** All Mermaid diagrams of a Markdown text in order; those in lists and block quotes, too. */
export function findDiagrams(text: string): Diagram[] {
  return diagramsOf(parseMarkdown(text));
}

/** All Mermaid diagrams of a document that is parsed already. */
export function diagramsOf(document: MarkdownDocument): Diagram[] {
  const seen = new Map<string, number>();
  return document.fences.filter(isMermaid).map((fence) => {
    const path = fence.path.map(slug).join("/") || "document";
    const ordinal = (seen.get(path) ?? 0) + 1;
    seen.set(path, ordinal);
    const { content: source, line, contentLine, endLine, columns } = fence;
    return {
      id: `${path}#${ordinal}`,
      source,
      headings: fence.path,
      title: fence.path.at(-1) ?? "",
      type: diagramType(source),
      line,
      contentLine,
      endLine,
      columns,
    };
  });
}

/**
 * All diagrams of a file: a `.mmd` or `.mermaid` file is one diagram itself, every other is read as Markdown.
 * @param uri the file's, of which only the name counts.
 */
export function findDiagramsIn(uri: string, text: string): Diagram[] {
  const name = /([^/\\]*)\.(?:mmd|mermaid)$/i.exec(uri.replace(/[?#].*$/, ""))?.[1];
  if (name === undefined) return findDiagrams(text);
  const lines = new LineIndex(text);
  const all = Array.from({ length: lines.count }, (_, line) => lines.line(line));
  const bom = text.startsWith("\ufeff") ? 1 : 0;
  const source = all.join("\n").slice(bom);
  return [
    {
      id: "document#1",
      source,
      headings: [],
      title: decoded(name),
      type: diagramType(source),
      line: 0,
      contentLine: 0,
      endLine: lines.count - 1,
      columns: all.map((_, line) => (line === 0 ? bom : 0)),
    },
  ];
}

/** Whether a fence says that it holds Mermaid, with or without attributes behind the word. */
function isMermaid(fence: Fence): boolean {
  return /^mermaid(?![\w-])/i.test(fence.language);
}

/** A title as part of an id: letters and digits of any script, the rest one dash. */
function slug(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return words.replace(/^-|-$/g, "") || "-";
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
