/**
 * Runs the host suite in the served VS Code, in the node host and in the web worker host.
 *
 *     tsx test/host/launchers/served.ts [--host node|worker] [--grep TITLE] [--timeout MS]
 *                                       [--extension DIR] [--workspace DIR]
 */
import { createWriteStream } from "node:fs";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "../../../scripts/vscode/browser";
import { type InstalledVscode, install } from "../../../scripts/vscode/install";
import { exitOnSignals, tail } from "../../../scripts/vscode/process";
import { scratch } from "../../../scripts/vscode/scratch";
import { serve } from "../../../scripts/vscode/serve";
import { ensureSystem } from "../../../scripts/vscode/system";
import { bundleSuite, type Host, MARK } from "./bundle";
import { type LauncherOptions, readOptions } from "./options";
import { copyOf, OUT } from "./paths";
import { type Outcome, runInPage } from "./runInPage";
import { sourceLines } from "./sourceLines";
import { stage } from "./stage";

/** Starting the workbench and one test at its limit fit in. */
const SILENCE = 60_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  ensureSystem(["browser"], console.log);
  const vscode = await install(console.log);
  const outcomes: Outcome[] = [];
  for (const host of options.hosts) {
    console.log(`\nHost suite in the served VS Code, ${host} host`);
    const outcome = await runHost(vscode, host, options);
    if (outcome.problem) console.error(`  The ${host} host: ${outcome.problem}`);
    outcomes.push(outcome);
  }
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((n, o) => n + of(o), 0);
  const skipped = sum((outcome) => outcome.skipped);
  console.log(
    `\n${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed` +
      (skipped > 0 ? `, ${skipped} skipped` : ""),
  );
  process.exitCode = outcomes.some(({ problem }) => problem) ? 1 : 0;
}

async function runHost(
  vscode: InstalledVscode,
  host: Host,
  { extension, workspace, suite }: LauncherOptions,
): Promise<Outcome> {
  const out = join(OUT, host);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const staged = await stage(extension, host);
  // The worker host takes only tests from inside the extension.
  const tests = join(host === "worker" ? staged : out, "suite.js");
  await bundleSuite(host, tests, { ...suite, mark: MARK });

  const toSource = await sourceLines(tests, host);

  const log = createWriteStream(join(out, "vscode.log"));
  const place = await scratch(host);
  const folder = await copyOf(workspace, place.path);
  const dataDir = join(place.path, "data");
  const server = await serve(vscode, { dataDir });
  const browser = await launchBrowser();
  try {
    const page = await browser.context.newPage();
    const outcome = await runInPage(page, {
      url: server.url(folder, { extension: staged, tests }),
      silenceMs: SILENCE + suite.timeout,
      serverEnded: server.ended,
      print: (line) => {
        const mapped = toSource(line);
        if (mapped !== undefined) console.log(mapped);
      },
      log: (line) => log.write(`${line}\n`),
    });
    if (outcome.problem) {
      await page.screenshot({ path: join(out, "screen.png"), timeout: 5000 }).catch(() => {});
      await cp(join(dataDir, "user", "logs"), join(out, "logs"), { recursive: true });
      console.error(
        `Logs and a picture: ${out}\nThe server's log ends with:\n${tail(server.log())}`,
      );
    }
    return outcome;
  } finally {
    await browser.close();
    await server.stop();
    log.end();
    await place.remove();
  }
}

exitOnSignals();
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
