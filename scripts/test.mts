import { parseArgs } from "node:util";
import { run } from "./run";

/**
 * Every test, in the order in which failures are cheapest to find. `--part NAME` runs one part (may repeat).
 */
const vsix = "backend-spec.vsix";
const parts: Readonly<Record<string, () => Promise<void>>> = {
  check: () => run("npm", ["run", "check"]),
  unit: () => run("npm", ["run", "test:unit"]),
  surface: async () => {
    await run("tsx", ["scripts/build.mts"]);
    await run("vitest", ["run", "-c", "test/vitest.config.mts"]);
    await run("vitest", ["run", "-c", "test/webview/vitest.config.ts"]);
  },
  example: () => run("tsx", ["scripts/example.mts"]),
  host: async () => {
    await run("tsx", ["scripts/package.mts"]);
    await run("tsx", ["test/host/launchers/served.ts"]);
    await run("tsx", ["test/host/journeys/run.ts", "--vsix", vsix]);
  },
};

const { values } = parseArgs({ options: { part: { type: "string", multiple: true } } });
const wanted = values.part ?? Object.keys(parts);
for (const name of wanted) {
  const part = parts[name];
  if (part === undefined) throw new Error(`There is no part "${name}": ${Object.keys(parts)}`);
  console.log(`\n== ${name}`);
  await part();
}
