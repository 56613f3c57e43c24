import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { exitOnSignals } from "../scripts/vscode/process";
import { EXAMPLE } from "../test/host/launchers/paths";
import { measureActivation } from "./activation/activation";
import { measureDiagrams } from "./diagrams/diagrams";
import { measureDrift } from "./drift/drift";
import type { Figure } from "./figures";
import { measureIndex } from "./index/measureIndex";
import { measureKeystrokes } from "./keystroke/keystroke";
import { measureLint } from "./lint/lint";
import { machine } from "./machine";
import { packageExtension } from "./package";
import { measurePreview } from "./preview/preview";
import { measureRules } from "./rules/measureRules";
import { measureSince } from "./since/since";
import { measureSize } from "./size/size";
import { measureSpec } from "./spec/spec";
import { table } from "./table";

/**
 * Measures what a user waits for, and prints one table. It asserts nothing: a figure beyond its aim is printed like any
 * other.
 *
 *     npm run bench [-- FOLDER] [-- --part NAME]
 *
 * FOLDER is what is linted, the example unless told; the parts `drift`, `index`, `rules` and `since` run only when they
 * are asked for; `drift` makes copies of the example, the others take a million lines of it or 300,000. `--part` runs
 * one part (may repeat).
 */
const { values, positionals } = parseArgs({
  // A second `--` does no harm.
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: { part: { type: "string", multiple: true } },
  allowPositionals: true,
});
// npm runs scripts in the folder of the package, and says here where it was called.
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? EXAMPLE);

const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  keystroke: measureKeystrokes,
  spec: measureSpec,
  lint: () => measureLint(folder),
  activation: measureActivation,
  size: measureSize,
  diagrams: measureDiagrams,
  preview: measurePreview,
  drift: measureDrift,
  index: () => measureIndex(folder),
  rules: () => measureRules(folder),
  since: () => measureSince(folder),
};
/** Parts that build what they measure themselves, or need more code than is at hand. */
const apart = ["index", "rules", "since"];
const onDemand = [...apart, "drift"];

exitOnSignals();
const wanted = values.part ?? Object.keys(parts).filter((name) => !onDemand.includes(name));
for (const name of wanted) {
  if (parts[name]) continue;
  console.error(`There is no part "${name}": ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
const where = machine();
const figures: Figure[] = [];
if (wanted.some((name) => !apart.includes(name))) await attempt(packageExtension);
// What was built before says nothing about the sources of now.
if (process.exitCode === undefined) {
  for (const name of wanted) {
    console.error(`Measuring ${name} …`);
    await attempt(async () => figures.push(...((await parts[name]?.()) ?? [])));
  }
}
if (figures.length > 0) console.log(`\n${where}\n\n${table(figures)}`);

/** Does a step, or says why it cannot be done. */
async function attempt(step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
