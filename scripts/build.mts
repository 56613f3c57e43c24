import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, context, type Plugin } from "esbuild";
import { drawingFrame } from "./build/drawingFrame";
import { mermaidParser } from "./build/mermaidParser";
import { bundleTemplates } from "./build/templates";

/**
 * Builds everything that runs into dist/. `--watch` builds again on every change; `--production` leaves the source
 * maps out.
 */
const root = join(import.meta.dirname, "..");
const watch = process.argv.includes("--watch");
const production = process.argv.includes("--production");

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  logLevel: "info",
  minify: true,
  sourcemap: production ? false : "linked",
  target: "es2022",
};
const resolve = createRequire(join(root, "package.json")).resolve;
const node: BuildOptions = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
  // Its module form asks for `import.meta.url`, which a CommonJS bundle does not have.
  alias: { "web-tree-sitter": resolve("web-tree-sitter") },
};
const worker: BuildOptions = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
};

/** The command line starts the server's own bundle. */
const serverBeside: Plugin = {
  name: "server beside the command line",
  setup(build) {
    build.onResolve({ filter: /\/server\/node\/main$/ }, () => ({
      path: "./server/node.js",
      external: true,
    }));
  },
};

const contexts: Readonly<Record<string, BuildOptions>> = {
  "entry for the desktop": {
    ...node,
    entryPoints: ["src/extension/node/main.ts"],
    outfile: "dist/extension/node.js",
    external: ["vscode", "./extension"],
    // `import()` becomes a `require` of the file beside it.
    supported: { "dynamic-import": false },
  },
  "extension proper for the desktop": {
    ...node,
    entryPoints: ["src/extension/node/extension.ts"],
    outfile: "dist/extension/extension.js",
    external: ["vscode"],
  },
  "extension for the web": {
    ...worker,
    format: "cjs",
    entryPoints: ["src/extension/browser/main.ts"],
    outfile: "dist/extension/browser.js",
    external: ["vscode"],
  },
  "server for Node": {
    ...node,
    entryPoints: ["src/server/node/main.ts"],
    outfile: "dist/server/node.js",
  },
  // Beside the command line and the server, which both start it.
  "thread that reads files": {
    ...node,
    entryPoints: ["src/node/workers/main.ts"],
    outfile: "dist/worker.js",
  },
  "server for a Worker": {
    ...worker,
    // Some packages bring a form for pages, with a DOM, and one for workers.
    conditions: ["worker"],
    format: "iife",
    entryPoints: ["src/server/browser/main.ts"],
    outfile: "dist/server/browser.js",
  },
  "command line": {
    ...node,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js",
    plugins: [serverBeside],
    // `import()` becomes a `require` of the file beside it.
    supported: { "dynamic-import": false },
    banner: { js: "#!/usr/bin/env node" },
  },
  // Beside the command line and the servers, which load it when they meet the first diagram: one file for all runtimes.
  "parser of diagrams": {
    ...worker,
    format: "iife",
    globalName: "backendSpecMermaid",
    footer: { js: 'if (typeof module === "object") module.exports = backendSpecMermaid;' },
    entryPoints: ["src/mermaid/main.ts"],
    inject: [join(root, "src/mermaid/window.ts")],
    plugins: [mermaidParser(root)],
    outfile: "dist/mermaid.js",
  },
  // What draws is a part of its own, which loads beside the page.
  "preview page": {
    ...common,
    platform: "browser",
    format: "esm",
    splitting: true,
    entryPoints: [
      { in: "webview/main.ts", out: "main" },
      { in: "webview/main.css", out: "main" },
    ],
    outdir: "dist/webview",
    chunkNames: "chunks/[name]-[hash]",
    plugins: [drawingFrame(root)],
  },
  // The page in which the command line has pictures drawn.
  "picture page": {
    ...common,
    platform: "browser",
    format: "iife",
    entryPoints: ["src/mermaid/picture.ts"],
    outfile: "dist/picture.js",
  },
};

const wasm = [
  resolve("web-tree-sitter/web-tree-sitter.wasm"),
  resolve("tree-sitter-python/tree-sitter-python.wasm"),
];

await rm(join(root, "dist"), { recursive: true, force: true });
await mkdir(join(root, "dist"), { recursive: true });
for (const file of wasm) await cp(file, join(root, "dist", file.split("/").at(-1) ?? ""));
await writeFile(join(root, "dist", "templates.json"), JSON.stringify(await bundleTemplates()));
for (const options of Object.values(contexts)) {
  const built = await context(options);
  await built.rebuild();
  if (watch) await built.watch();
  else await built.dispose();
}
