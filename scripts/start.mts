import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root, run } from "./run";
import { startDesktop } from "./start/desktop";
import { startServed } from "./start/served";

/**
 * Installs what is missing, builds, and opens the example backend in VS Code with the extension: a desktop VS Code
 * where there is one, else the served one. `--served` takes the served one anyway; `--check` drives the main job
 * without a display and leaves pictures behind.
 */
const { values } = parseArgs({
  options: { check: { type: "boolean" }, served: { type: "boolean" } },
});
await run("tsx", ["scripts/package.mts"]);
const vsix = join(root, "backend-spec.vsix");
if (values.check) {
  const pictures = join(root, "out", "check");
  await mkdir(pictures, { recursive: true });
  await run("tsx", ["test/host/journeys/run.ts", "--vsix", vsix, "--pictures", pictures]);
  console.log(`Pictures: ${pictures}`);
} else if (values.served || !(await startDesktop())) {
  await startServed(vsix);
}
