import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "./run";

/**
 * What can be known without running anything: format and lint with the borders between folders, the types of each
 * runtime (the projects that the root's tsconfig.json refers to), and whether generated files are as they should be.
 */
await run("biome", ["check", "--error-on-warnings", "."]);
const config = JSON.parse(await readFile(join(root, "tsconfig.json"), "utf8")) as {
  references: { path: string }[];
};
for (const { path } of config.references) await run("tsc", ["-p", path]);
await run("tsx", ["scripts/generate.mts", "--check"]);
