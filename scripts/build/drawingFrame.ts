import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { quickConfig } from "./mermaidConfig";

/**
 * Gives the page the program of the frame that draws as text, all of Mermaid in it: the frame has no origin and can load no
 * file. @param root the repository's folder
 */
export function drawingFrame(root: string): Plugin {
  return {
    name: "the frame that draws",
    setup(outer) {
      outer.onResolve({ filter: /^drawing-frame$/ }, ({ path }) => ({ path, namespace: "frame" }));
      outer.onLoad({ filter: /.*/, namespace: "frame" }, async () => {
        const { outputFiles, metafile } = await build({
          absWorkingDir: root,
          entryPoints: ["webview/frame/main.ts"],
          bundle: true,
          minify: true,
          format: "iife",
          platform: "browser",
          target: "es2022",
          write: false,
          metafile: true,
          plugins: [quickConfig],
        });
        const watchFiles = Object.keys(metafile.inputs).map((path) => join(root, path));
        return { contents: outputFiles[0]?.text ?? "", loader: "text", watchFiles };
      });
    },
  };
}
