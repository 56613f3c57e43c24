import type { Range } from "../text/range";
import type { LineIndex } from "./lineIndex";

/**
 * A Markdown text as data. All ranges are LSP ranges into the text as it was given; lines are zero-based.
 */
export interface MarkdownDocument {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  /** What stands before the first heading. */
  readonly preamble: readonly Block[];
  /** The sections that no other section holds; the rest hangs below them. */
  readonly sections: readonly Section[];
  /** Every heading of the document's own level (none inside a list or block quote), in order. */
  readonly headings: readonly Heading[];
  /** Every table, list, code fence and HTML comment in order, nested ones included. */
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
  readonly fences: readonly Fence[];
  readonly comments: readonly Comment[];
}

/** The YAML between two lines of dashes at the top of a document. */
export interface FrontMatter {
  /** Both lines of dashes included. */
  readonly range: Range;
  /** The first line of the YAML. */
  readonly contentLine: number;
  readonly source: string;
  /** Keys of the top level in order; empty when the YAML is no mapping. */
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterEntry {
  readonly key: string;
  /** Plain data: text, number, boolean, null, list or mapping. */
  readonly value: unknown;
  readonly keyRange: Range;
  readonly valueRange: Range;
}

export interface FrontMatterProblem {
  readonly message: string;
  readonly range: Range;
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without marks and comments. */
  readonly text: string;
  /** The whole heading with its `#` or underline. */
  readonly range: Range;
  /** The words alone; empty, at the heading's end, where there are none. */
  readonly textRange: Range;
}

/** A heading with all that belongs to it. */
export interface Section {
  readonly heading: Heading;
  /** Titles from the top down to this one. */
  readonly path: readonly string[];
  /** From the heading to where the next heading of the same or a higher level starts. */
  readonly range: Range;
  /** From the heading to where the next heading of any level starts. */
  readonly ownRange: Range;
  /** What stands directly below the heading, before the first heading inside. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block = Paragraph | List | Table | Fence | Quote | Html | OtherBlock;

interface BlockBase {
  readonly range: Range;
  /** Titles of the headings it stands under, from the top down. */
  readonly path: readonly string[];
}

export interface Paragraph extends BlockBase {
  readonly kind: "paragraph";
  readonly text: string;
}

export interface List extends BlockBase {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly range: Range;
  /** Its first paragraph without marks and comments. */
  readonly text: string;
  /** Where that paragraph stands; empty, at the item's end, where there is none. */
  readonly textRange: Range;
  readonly blocks: readonly Block[];
}

export interface Table extends BlockBase {
  readonly kind: "table";
  readonly header: TableRow;
  /** The line of dashes below the header. */
  readonly delimiterLine: number;
  readonly rows: readonly TableRow[];
}

/** A row with as many cells as it was written with, be they more or fewer than the header's. */
export interface TableRow {
  readonly range: Range;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  /** Without marks and comments. */
  readonly text: string;
  /** As written, without the blanks around it. */
  readonly source: string;
  /** Where `source` stands; empty where the cell is. */
  readonly range: Range;
}

export interface Fence extends BlockBase {
  readonly kind: "fence";
  /** The first word after the opening marks; empty where there is none. */
  readonly language: string;
  /** All that stands after the opening marks. */
  readonly info: string;
  /** Its lines joined by `\n`, without what a list or block quote puts before them. */
  readonly content: string;
  /** From the start of the first line of content to the end of the last; empty where there is none. */
  readonly contentRange: Range;
  /** The line of the opening marks. */
  readonly line: number;
  /** The document's line of the content's first line. */
  readonly contentLine: number;
  /** The last line that belongs to the fence: that of the closing marks when it is closed. */
  readonly endLine: number;
  readonly closed: boolean;
  /** For each line of the content the character of the document's line at which it starts. */
  readonly columns: readonly number[];
}

export interface Quote extends BlockBase {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
}

export interface Html extends BlockBase {
  readonly kind: "html";
  readonly source: string;
}

/** Indented code, a thematic break, a definition. */
export interface OtherBlock extends BlockBase {
  readonly kind: "other";
}

/** An HTML comment, on a line of its own or within text. */
export interface Comment {
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string;
  readonly range: Range;
  readonly path: readonly string[];
}
