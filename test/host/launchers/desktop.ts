/**
 * Runs the host suite in a desktop VS Code, which `@vscode/test-electron` downloads into `.vscode-test/` where it is not
 * there yet:
 *
 *     tsx test/host/launchers/desktop.ts [--version stable|insiders|1.96.0] [--grep TITLE] [--timeout MS]
 *                                        [--extension DIR] [--workspace DIR]
 *
 * `VSCODE_EXECUTABLE` names an installed one to use instead. On Linux without a display, run it under `xvfb-run -a`.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { scratch } from "../../../scripts/vscode/scratch";
import { bundleSuite } from "./bundle";
import { readOptions } from "./options";
import { copyOf, OUT, ROOT } from "./paths";
import { stage } from "./stage";

async function main(): Promise<void> {
  const { extension, workspace, suite, version } = readOptions(process.argv.slice(2));
  const out = join(OUT, "desktop");
  await mkdir(out, { recursive: true });
  const tests = join(out, "suite.js");
  await bundleSuite("node", tests, { ...suite, mark: "" });

  const place = await scratch("desktop");
  const folder = await copyOf(workspace, place.path);
  const executable = process.env.VSCODE_EXECUTABLE;
  try {
    await runTests({
      ...(executable ? { vscodeExecutablePath: executable } : { version }),
      cachePath: join(ROOT, ".vscode-test"),
      extensionDevelopmentPath: await stage(extension, "node"),
      extensionTestsPath: tests,
      launchArgs: [
        folder,
        "--disable-extensions",
        "--disable-workspace-trust",
        "--disable-telemetry",
        `--user-data-dir=${join(place.path, "user")}`,
      ],
    });
  } finally {
    await place.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
