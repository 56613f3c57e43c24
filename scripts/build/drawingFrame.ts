import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { quickConfig } from "./mermaidConfig";

/** What `webview/frame/libraries.ts` brings. */
const library = /^(?:@mermaid-js\/parser|cytoscape|cytoscape-cose-bilkent|cytoscape-fcose|katex)$/;

/**
 * Gives the page the programs of the frame that draws as text, since the frame has no origin and can load no file: all of
 * Mermaid, and apart from it the libraries that only some types of diagram need. @param root the repository's folder
 */
export function drawingFrame(root: string): Plugin {
  const program = async (entry: string, plugins: Plugin[]) => {
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      write: false,
      metafile: true,
      plugins,
    });
    const watchFiles = Object.keys(metafile.inputs)
      .filter((path) => !path.includes(":"))
      .map((path) => join(root, path));
    return { contents: outputFiles[0]?.text ?? "", loader: "text" as const, watchFiles };
  };
  return {
    name: "the frame that draws",
    setup(outer) {
      outer.onResolve({ filter: /^drawing-frame(?:\/libraries)?$/ }, ({ path }) => {
        return { path, namespace: "frame" };
      });
      outer.onLoad({ filter: /^drawing-frame$/, namespace: "frame" }, () =>
        program("webview/frame/main.ts", [quickConfig, librariesLater(root)]),
      );
      outer.onLoad({ filter: /libraries$/, namespace: "frame" }, () =>
        program("webview/frame/libraries.ts", []),
      );
    },
  };
}

/** Modules that wait until the libraries are there: so those that import them do, all of which are loaded when needed. */
const librariesLater = (root: string): Plugin => ({
  name: "libraries that come later",
  setup(inner) {
    inner.onResolve({ filter: library }, ({ path }) => ({ path, namespace: "later" }));
    inner.onLoad({ filter: /.*/, namespace: "later" }, async ({ path }) => {
      const given = `(await window.libraries())[${JSON.stringify(path)}]`;
      if (path !== "@mermaid-js/parser") return { contents: `export default ${given};` };
      const names = await exportsOf(path, root);
      return { contents: `export const { ${names.join(", ")} } = ${given};` };
    });
  },
});

/** The names that a package exports. */
async function exportsOf(name: string, root: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: `export * from ${JSON.stringify(name)}`, resolveDir: root },
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0]?.exports ?? [];
}
