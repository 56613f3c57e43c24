/**
 * A document as data before it is Markdown. Text is plain here; rendering escapes it. What a user said goes in as
 * it is, and cannot become a heading, a cell or a link.
 */

/** A piece of a line: plain text, or text with a meaning of its own. */
export type Span =
  | string
  | { readonly code: string }
  | { readonly strong: string }
  /** Code that stands at a place of the project; the line counts from 1. */
  | { readonly link: string; readonly path: string; readonly line: number }
  /** A value that nobody decided. */
  | { readonly proposed: string }
  /** What is still to be written here. */
  | { readonly todo: string };

/** One line of text, in pieces. */
export type Line = Span | readonly Span[];

export type ContentBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: Line }
  | { readonly kind: "list"; readonly ordered?: boolean; readonly items: readonly Line[] }
  | TableBlock
  | { readonly kind: "fence"; readonly language: string; readonly content: string }
  | { readonly kind: "todo"; readonly text: string };

export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Line[])[];
}

/** A paragraph of pieces. */
export function paragraph(...spans: Span[]): ContentBlock {
  return { kind: "paragraph", text: spans };
}

/** A bulleted list. */
export function bullets(...items: Line[]): ContentBlock {
  return { kind: "list", items };
}

/** A numbered list. */
export function steps(...items: Line[]): ContentBlock {
  return { kind: "list", ordered: true, items };
}

/** A code fence. @param lines its content, joined by line breaks. */
export function fence(language: string, ...lines: string[]): ContentBlock {
  return { kind: "fence", language, content: lines.join("\n") };
}

/** A line that says what is still to be written. */
export function todo(text: string): ContentBlock {
  return { kind: "todo", text };
}
