import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { root, run } from "./run";

/** Builds for release and packs `backend-spec.vsix`. */
await run("tsx", ["scripts/build.mts", "--production"]);
const packagePath = join(root, "backend-spec.vsix");
await createVSIX({
  cwd: root,
  packagePath,
  // Everything is bundled into dist/.
  dependencies: false,
  // The pictures of the README are in the package.
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
});
