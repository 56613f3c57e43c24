import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { exitOnSignals } from "../../scripts/vscode/process";
import { type Combination, ScaffoldedProject } from "./project";
import { startServers } from "./servers";
import { ensureTools } from "./tools";

/**
 * Scaffolds each profile with each queue and proves on the real Python stack that what comes out runs. `--profile`,
 * `--queue` (may repeat) for some of them, `--examples N` for each operation of the service, `--keep` leaves the projects.
 */
const { values } = parseArgs({
  options: {
    profile: { type: "string", multiple: true, default: ["modular", "layered"] },
    queue: { type: "string", multiple: true, default: ["none", "dramatiq", "celery"] },
    examples: { type: "string", default: "20" },
    keep: { type: "boolean", default: false },
  },
});

exitOnSignals();
const started = Date.now();
const tools = await ensureTools();
const servers = await startServers();
const folder = await mkdtemp(join(tmpdir(), "backend-spec-projects-"));
let failed = 0;
try {
  for (const profile of values.profile) {
    for (const queue of values.queue) failed += (await prove({ profile, queue })) ? 0 : 1;
  }
} finally {
  servers.stop();
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}
console.log(`${failed} failed; ${Math.round((Date.now() - started) / 1000)} s`);
process.exit(failed === 0 ? 0 : 1);

/** Takes one project through all steps; a step that fails is printed, and ends them. */
async function prove(combination: Combination): Promise<boolean> {
  const name = `${combination.profile}-${combination.queue}`;
  const project = new ScaffoldedProject(join(folder, name), combination, tools, servers);
  const steps: readonly (readonly [string, () => Promise<void>])[] = [
    ["scaffold", () => project.scaffold()],
    ["install", () => project.install()],
    ["judge", () => project.judge()],
    ["test", () => project.test()],
    ["migrate", () => project.migrate()],
    ["serve", () => project.serve(Number(values.examples))],
  ];
  for (const [step, run] of steps) {
    const from = Date.now();
    try {
      await run();
      console.log(`${name} ${step}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
    } catch (error) {
      console.error(`${name} ${step} failed: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }
  return true;
}
