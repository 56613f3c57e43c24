import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../scripts/run";
import { run } from "../scripts/vscode/process";

/** The packaged extension. */
export const vsix = join(root, "backend-spec.vsix");

/**
 * Builds for release, into `dist/`, and packs the extension: every part measures what users get.
 * @throws Error with the end of what the build wrote, if it fails.
 */
export async function packageExtension(): Promise<void> {
  console.error("Building and packaging …");
  const tsx = createRequire(join(root, "package.json")).resolve("tsx/cli");
  await run(process.execPath, [tsx, "scripts/package.mts"], { cwd: root });
}
