import { cp } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "./run";

/** Takes the README's pictures anew: they come out of the journeys. */
const wanted = {
  "findings/light-bulb": "findings",
  "generate/document": "generate",
  "preview/dark": "preview",
  "codeDiagrams/models-column": "code-diagrams",
};
await run("tsx", ["scripts/package.mts"]);
await run("tsx", ["test/host/journeys/run.ts", "--vsix", "backend-spec.vsix"]);
for (const [from, to] of Object.entries(wanted)) {
  await cp(join(root, `out/host/journeys/${from}.png`), join(root, `docs/pictures/${to}.png`));
}
