import { basename, join } from "node:path";
import { root } from "../../scripts/run";
import { count, type Figure, megabytes, milliseconds, ratio } from "../figures";
import { median } from "../statistics";
import { installRuff, RUFF } from "../tools/ruff";
import { type Command, outputOf, peakMemoryOf, timeOf } from "./program";

/** Pairs of runs, ours and Ruff's by turns, so that both meet the same weather. */
const PAIRS = 7;

/**
 * The time and memory of a cold lint of a folder as a whole process, beside Ruff with its default rules, whatever the
 * folder configures for it. Both print a line a finding.
 */
export async function measureLint(folder: string): Promise<Figure[]> {
  const program = join(root, "dist", "cli.js");
  const rules = ["--select", "inline-error-string", "--exit-zero"];
  const ours: Command = [process.execPath, program, "lint", folder, "--no-cache", ...rules];
  const check = [await installRuff(), "check", folder, "--isolated", "--no-cache"] as const;
  const theirs: Command = [...check, "--exit-zero", "--output-format", "concise"];

  // These runs also warm the machine up.
  const { files, lines } = await countsOf([...ours, "--format", "json"]);
  if (files === 0) throw new Error(`No Python file is linted in ${folder}`);
  // It lists pyproject.toml, too.
  const listed = (await outputOf([...check, "--show-files"])).match(/\.pyi?$/gm) ?? [];
  const memory = { ours: await peakMemoryOf(ours), theirs: await peakMemoryOf(theirs) };

  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let pair = 0; pair < PAIRS; pair += 1) {
    times.ours.push(await timeOf(ours));
    times.theirs.push(await timeOf(theirs));
  }
  const name = `lint ${basename(folder)}`;
  const ruff = `Ruff ${RUFF}`;
  return [
    count(`${name}: lines`, lines, "lines"),
    count(`${name}: files`, files, "files"),
    count(`${name}: files of ${ruff}`, listed.length, "files"),
    milliseconds(`${name}: cold, median of ${PAIRS}`, median(times.ours)),
    milliseconds(`${name}: ${ruff}, median of ${PAIRS}`, median(times.theirs)),
    ratio(`${name}: time to ${ruff}`, median(times.ours), median(times.theirs)),
    megabytes(`${name}: peak memory`, memory.ours),
    megabytes(`${name}: peak memory of ${ruff}`, memory.theirs),
    ratio(`${name}: memory to ${ruff}`, memory.ours, memory.theirs),
  ];
}

async function countsOf(command: Command): Promise<{ files: number; lines: number }> {
  const report = JSON.parse(await outputOf(command)) as {
    readonly summary: { readonly files: number; readonly lines: number };
  };
  return report.summary;
}
