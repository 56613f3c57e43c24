import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
      build.onLoad({ filter: diagrams }, async ({ path }) => {
        const code = await readFile(path, "utf8");
        const contents = onlyDraws(code) ? nothingOf(code, folder) : withoutRenderer(code);
        return { contents, loader: "js", resolveDir: dirname(path) };
      });
    },
  };
}

/** Whether a part of Mermaid is made to draw; each of its files is named by a comment, and helpers stand among them. */
function onlyDraws(code: string): boolean {
  const files = [...code.matchAll(/^\/\/ src\/(\S+)/gm)].map(([, file = ""]) => file);
  const drawing = files.filter((file) => file.startsWith("rendering-util/"));
  return drawing.length > 0 && drawing.length >= files.length * 0.8;
}

/** A part with the same exports, each of which is nothing. */
function nothingOf(code: string, folder: string): string {
  const [, exported = ""] = /^export \{([^}]*)\}/m.exec(code) ?? [];
  const names = exported.split(",").flatMap(
    (one) =>
      one
        .trim()
        .split(/\s+as\s+/)
        .at(-1) || [],
  );
  const from = JSON.stringify(join(folder, "notDrawn.cjs"));
  return `import nothing from ${from};\nexport { ${names.map((name) => `nothing as ${name}`).join(", ")} };\n`;
}

/** A diagram type without its renderer and styles, so that the code behind them is shaken off. */
function withoutRenderer(code: string): string {
  return code.replace(/^var diagram\d* = \{[\s\S]*?^\};$/m, (definition) =>
    definition.replace(/^ {2}(renderer|styles)(?:: [\w$]+)?(,?)$/gm, "  $1: {}$2"),
  );
}
