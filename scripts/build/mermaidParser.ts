import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "esbuild";

/** Packages that Mermaid draws with; its parsers do without them. */
const forDrawing =
  /^(?:d3|d3-sankey|cytoscape(?:-[\w-]+)?|katex|dagre-d3-es|roughjs|elkjs|@iconify\/utils|@upsetjs\/venn\.js|marked|stylis)(?:\/.*)?$/;
/** Layouts, which are files of Mermaid's own. */
const layouts = /[\\/](?:swimlanes|dagre|cose-bilkent)-\w+\.mjs$/;
const diagrams = /mermaid[\\/]dist[\\/]chunks[\\/]mermaid\.core[\\/].*\.mjs$/;

/** Leaves out of Mermaid what only drawing needs. @param root the repository's folder */
export function mermaidParser(root: string): Plugin {
  const folder = join(root, "src/mermaid");
  return {
    name: "mermaid's parser",
    setup(build) {
      build.onResolve({ filter: forDrawing }, () => ({ path: join(folder, "notDrawn.cjs") }));
      build.onResolve({ filter: layouts }, () => ({ path: join(folder, "notDrawn.cjs") }));
      build.onResolve({ filter: /^dompurify$/ }, () => ({ path: join(folder, "passThrough.ts") }));
      build.onLoad({ filter: diagrams }, async ({ path }) => ({
        contents: withoutRenderer(await readFile(path, "utf8")),
        loader: "js",
      }));
    },
  };
}

/** A diagram type without its renderer and styles, so that the code behind them is shaken off. */
function withoutRenderer(code: string): string {
  return code.replace(/^var diagram\d* = \{[\s\S]*?^\};$/m, (definition) =>
    definition.replace(/^ {2}(renderer|styles)(?:: [\w$]+)?(,?)$/gm, "  $1: {}$2"),
  );
}
