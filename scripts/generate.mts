import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configJsonSchema } from "../src/core/config/jsonSchema";
import { rulePages } from "./generate/rulePages";

/**
 * Writes what is generated from one source and checked in: the JSON Schema of the configuration and the rules' pages.
 * `--check` writes nothing and exits with 1 when something is stale.
 */
const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");

const files = new Map<string, string>([
  ["schemas/backend-spec.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`],
  ...(await rulePages(root)),
]);

const stale: string[] = [];
for (const [path, content] of files) {
  const before = await readFile(join(root, path), "utf8").catch(() => undefined);
  if (before === content) continue;
  stale.push(path);
  if (check) continue;
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), content);
}
for (const name of await readdir(join(root, "docs/rules")).catch(() => [])) {
  if (files.has(`docs/rules/${name}`)) continue;
  stale.push(`docs/rules/${name}`);
  if (!check) await rm(join(root, "docs/rules", name));
}
for (const path of stale) console.log(check ? `stale: ${path}` : `written: ${path}`);
if (check && stale.length > 0) {
  console.error("Run `npm run generate` and commit what it writes.");
  process.exitCode = 1;
}
