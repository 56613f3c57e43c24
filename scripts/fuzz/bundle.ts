import { cp } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { root } from "../run";

/** Bundles the thread, with the grammar beside it. @returns the path of the bundle */
export async function bundleThread(into: string): Promise<string> {
  const { resolve } = createRequire(join(root, "package.json"));
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: { "web-tree-sitter": resolve("web-tree-sitter") },
    sourcemap: "inline",
    logLevel: "error",
    entryPoints: ["scripts/fuzz/thread.ts"],
    outdir: into,
  });
  for (const file of [
    resolve("web-tree-sitter/web-tree-sitter.wasm"),
    resolve("tree-sitter-python/tree-sitter-python.wasm"),
  ]) {
    await cp(file, join(into, basename(file)));
  }
  return join(into, "thread.js");
}
