import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { root, run } from "./run";

/** Builds for release and packs `backend-spec.vsix`. */
await run("tsx", ["scripts/build.mts", "--production"]);
const packagePath = join(root, "backend-spec.vsix");
await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true });
