import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/run";

/**
 * Bundles the programs that are measured into a folder, as the command line is built for release, with the thread and
 * the grammar beside them.
 */
export async function bundleProbes(into: string): Promise<void> {
  const { resolve } = createRequire(join(root, "package.json"));
  await mkdir(into, { recursive: true });
  const probes = join(root, "bench", "index", "probes");
  await build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    alias: { "web-tree-sitter": resolve("web-tree-sitter") },
    entryPoints: {
      floor: join(probes, "floor.ts"),
      rules: join(probes, "rules.ts"),
      scan: join(probes, "scan.ts"),
      typing: join(probes, "typing.ts"),
      worker: join(root, "src", "node", "workers", "main.ts"),
    },
    outdir: into,
  });
  for (const file of [
    resolve("web-tree-sitter/web-tree-sitter.wasm"),
    resolve("tree-sitter-python/tree-sitter-python.wasm"),
  ]) {
    await cp(file, join(into, basename(file)));
  }
}
