/**
 * Runs every `*.journey.ts` of this folder in the served VS Code with the packaged extension, each in a fresh window.
 *
 *     tsx test/host/journeys/run.ts --vsix FILE [--workspace DIR] [--pictures DIR] [--only NAME]
 */
import { readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { install } from "../../../scripts/vscode/install";
import { exitOnSignals } from "../../../scripts/vscode/process";
import { ensureSystem } from "../../../scripts/vscode/system";
import { EXAMPLE, OUT } from "../launchers/paths";
import type { Journey } from "./journey";
import { openSession, type SessionOptions } from "./session";

/** A journey that takes longer than this hangs. */
const LIMIT = 120_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      vsix: { type: "string" },
      workspace: { type: "string", default: EXAMPLE },
      pictures: { type: "string", default: join(OUT, "journeys") },
      only: { type: "string", default: "" },
    },
  });
  if (!values.vsix) throw new Error("--vsix FILE is missing: the packaged extension.");
  ensureSystem(["browser"], console.log);
  const options = {
    vscode: await install(console.log),
    vsix: resolve(values.vsix),
    workspace: resolve(values.workspace),
  };
  const names = (await readdir(import.meta.dirname))
    .filter((name) => name.endsWith(".journey.ts") && name.includes(values.only))
    .sort();
  let failed = 0;
  console.log("\nJourneys in the served VS Code");
  for (const file of names) {
    const name = file.slice(0, -".journey.ts".length);
    const pictures = join(resolve(values.pictures), name);
    await rm(pictures, { recursive: true, force: true });
    if (!(await passes(file, { ...options, pictures }))) failed += 1;
  }
  console.log(`\n${names.length - failed} passed, ${failed} failed`);
  if (names.length === 0) throw new Error("No journey was run.");
  process.exitCode = failed > 0 ? 1 : 0;
}

async function passes(file: string, options: SessionOptions): Promise<boolean> {
  const started = Date.now();
  let title = file;
  try {
    const journey = await load(file);
    title = journey.title;
    await travel(journey, { ...options, ...journey.session });
    console.log(`  ✔ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`  ✖ ${title}\n${what.replace(/^/gm, "      ")}`);
    return false;
  }
}

async function load(file: string): Promise<Journey> {
  const module: { default: Journey | { default: Journey } } = await import(
    pathToFileURL(join(import.meta.dirname, file)).href
  );
  // A CommonJS package wraps a default export once more.
  return "default" in module.default ? module.default.default : module.default;
}

async function travel(journey: Journey, options: SessionOptions): Promise<void> {
  const session = await openSession(options);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`cut off after ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    await Promise.race([journey.run(session.workbench), limit]);
    const refused = session.violations();
    if (refused.length > 0) throw new Error(`A policy has refused:\n${refused.join("\n")}`);
  } catch (error) {
    const picture = await session.workbench.screenshot("failure").catch(() => "no picture");
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(`${what}\nPicture: ${picture}\n${session.log()}`, { cause: error });
  } finally {
    clearTimeout(timer);
    await session.close();
  }
}

exitOnSignals();
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
