import type { Chunk } from "./chunks";
import type { Block, Comment, Fence, Heading, List, ListItem, Table } from "./document";
import type { LineIndex } from "./lineIndex";
import { plainText } from "./plainText";
import { readFence } from "./readFence";
import { readTable, type Span } from "./readTable";
import type { BlockNode, NodeOf, SyntaxTree } from "./syntaxTree";

/** Deeper nesting of lists and quotes than this is not looked into: nobody writes it on purpose. */
const deepest = 100;

interface Point {
  readonly offset?: number | undefined;
}

interface AnyNode {
  readonly type: string;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
  readonly children?: readonly AnyNode[];
}

/** What is gathered from all blocks, nested ones included, in order. */
export class Found {
  readonly tables: Table[] = [];
  readonly lists: List[] = [];
  readonly fences: Fence[] = [];
  readonly comments: Comment[] = [];
}

/** Turns the mdast blocks of one piece of a text into the document's, and adds to what was found on its way. */
export class BlockReader {
  readonly #fenceMarks: SyntaxTree["fenceMarks"];
  readonly #shift: number;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #found: Found;

  constructor({ tree, start }: Chunk, text: string, lines: LineIndex, found: Found) {
    this.#fenceMarks = tree.fenceMarks;
    this.#shift = start;
    this.#text = text;
    this.#lines = lines;
    this.#found = found;
  }

  /** A node's offsets in the document. */
  readonly span = (node: AnyNode): Span => ({
    start: (node.position?.start.offset ?? 0) + this.#shift,
    end: (node.position?.end.offset ?? 0) + this.#shift,
  });

  /** Reads a heading, and the comments within it as part of its section. */
  heading(node: NodeOf<"heading">, path: (text: string) => readonly string[]): Heading {
    const text = plainText(node);
    this.#findComments(node, path(text));
    return { level: node.depth, text, ...this.#ranges(node) };
  }

  /** Reads one block; `undefined` for what is none (front matter). */
  block(node: BlockNode, path: readonly string[], depth = 0): Block | undefined {
    const { start, end } = this.span(node);
    const range = this.#lines.rangeOf(start, end);
    switch (node.type) {
      case "yaml":
        return undefined;
      case "paragraph":
        this.#findComments(node, path);
        return { kind: "paragraph", range, path, text: plainText(node) };
      case "table": {
        this.#findComments(node, path);
        const table = readTable(node, this.#text, this.#lines, this.span, path);
        this.#found.tables.push(table);
        return table;
      }
      case "code": {
        const marks = this.#fenceMarks.get(node);
        if (marks === undefined) return { kind: "other", range, path };
        const markLines = marks.map((mark) => this.#lines.positionAt(mark + this.#shift).line);
        const fence = readFence(node, markLines, this.#lines, start, end, path);
        this.#found.fences.push(fence);
        return fence;
      }
      case "list":
        return this.#list(node, path, depth);
      case "blockquote":
        return { kind: "quote", range, path, blocks: this.#blocks(node.children, path, depth) };
      case "html":
        this.#findComments(node, path);
        return { kind: "html", range, path, source: this.#text.slice(start, end) };
      default:
        this.#findComments(node, path);
        return { kind: "other", range, path };
    }
  }

  #list(node: NodeOf<"list">, path: readonly string[], depth: number): List {
    const { start, end } = this.span(node);
    const items: ListItem[] = [];
    const range = this.#lines.rangeOf(start, end);
    const list: List = { kind: "list", range, path, ordered: node.ordered === true, items };
    this.#found.lists.push(list);
    for (const item of node.children) {
      const own = this.span(item);
      const first = item.children.find((child) => child.type === "paragraph");
      const words = first ? this.span(first) : { start: own.end, end: own.end };
      items.push({
        range: this.#lines.rangeOf(own.start, own.end),
        text: first ? plainText(first) : "",
        textRange: this.#lines.rangeOf(words.start, words.end),
        blocks: this.#blocks(item.children, path, depth),
      });
    }
    return list;
  }

  #blocks(nodes: readonly BlockNode[], path: readonly string[], depth: number): Block[] {
    if (depth >= deepest) return [];
    return nodes.flatMap((node) => this.block(node, path, depth + 1) ?? []);
  }

  /** The ranges of a node and of its words. */
  #ranges(node: AnyNode): Pick<Heading, "range" | "textRange"> {
    const own = this.span(node);
    const children = node.children ?? [];
    const [first, last] = [children[0], children.at(-1)];
    const start = first ? this.span(first).start : own.end;
    const end = last ? this.span(last).end : own.end;
    return {
      range: this.#lines.rangeOf(own.start, own.end),
      textRange: this.#lines.rangeOf(start, end),
    };
  }

  #findComments(node: AnyNode, path: readonly string[]): void {
    if (node.type !== "html") {
      for (const child of node.children ?? []) this.#findComments(child, path);
      return;
    }
    const { start, end } = this.span(node);
    // The node's own value lacks what a list or block quote puts before its lines.
    for (const match of this.#text.slice(start, end).matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) {
      const from = start + match.index;
      this.#found.comments.push({
        text: (match[1] ?? "").trim(),
        range: this.#lines.rangeOf(from, from + match[0].length),
        path,
      });
    }
  }
}
