import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { drawingFrame } from "../../scripts/build/drawingFrame";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the built page. */
    pageFolder: string;
  }
}

const ROOT = join(import.meta.dirname, "..", "..");

/** Builds the page as `scripts/build` does; `BACKEND_SPEC_PAGE` names a folder that is tested as it is instead. */
export default async function setup(project: TestProject): Promise<void> {
  const given = process.env.BACKEND_SPEC_PAGE;
  const folder = given ?? join(ROOT, "out", "webview");
  project.provide("pageFolder", folder);
  if (given) return;
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["webview/main.ts", "webview/main.css"],
    outdir: folder,
    bundle: true,
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "browser",
    target: "es2022",
    minify: true,
    logLevel: "warning",
    plugins: [drawingFrame(ROOT)],
  });
}
