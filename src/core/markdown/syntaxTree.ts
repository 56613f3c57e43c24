import { type CompileContext, type Extension, fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmTable } from "micromark-extension-gfm-table";

/** mdast's nodes, named through the parser so that the core depends on nothing else for them. */
export type RootNode = ReturnType<typeof fromMarkdown>;
export type BlockNode = RootNode["children"][number];
export type NodeOf<Type extends BlockNode["type"]> = Extract<BlockNode, { type: Type }>;

const syntax = [gfmTable(), frontmatter(["yaml"])];
const nodes = [gfmTableFromMarkdown(), frontmatterFromMarkdown(["yaml"])];

/** A Markdown text as mdast. */
export interface SyntaxTree {
  readonly root: RootNode;
  /** For each fenced code node the offsets of its opening and, when closed, its closing marks. */
  readonly fenceMarks: ReadonlyMap<object, readonly number[]>;
}

/**
 * Parses CommonMark with GFM tables and YAML front matter. Positions are offsets into `text`, which must not
 * start with a byte order mark.
 */
export function parseSyntaxTree(text: string): SyntaxTree {
  const fenceMarks = new Map<object, number[]>();
  // Both marks of a fence pass here; mdast itself does not say whether the closing ones were there.
  const fences: Extension = {
    enter: {
      codeFencedFence(this: CompileContext, token): undefined {
        // Above the node may lie the fragment that its content is gathered in.
        const node = this.stack.findLast((entry) => entry.type === "code");
        if (node === undefined) return;
        const marks = fenceMarks.get(node) ?? [];
        marks.push(token.start.offset);
        fenceMarks.set(node, marks);
      },
    },
  };
  const root = fromMarkdown(text, {
    extensions: syntax,
    mdastExtensions: [...nodes, fences],
  });
  return { root, fenceMarks };
}
