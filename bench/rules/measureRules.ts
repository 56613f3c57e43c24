import { rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../scripts/run";
import { scratch } from "../../scripts/vscode/scratch";
import { count, type Figure, milliseconds, ratio } from "../figures";
import { bundleProbes } from "../index/bundle";
import { copyCorpus } from "../index/corpus";
import { Probes, type RuleTimes } from "../index/probe";
import { type Command, timeOf } from "../lint/program";
import { median, percentile } from "../statistics";
import { peers } from "./peers";

/** Lines of code that are linted, and of the file that is typed into. */
const SIZE = 300_000;
const TYPED = 2000;
const ROUNDS = 3;

/**
 * The time of all rules that are on, over a large folder: cold and warm beside other linters with the rules of theirs
 * that are nearest, a keystroke, and each rule by itself. The command line must have been built.
 * @param from real code of 300,000 lines or more
 */
export async function measureRules(from: string): Promise<Figure[]> {
  const place = await scratch("rules");
  try {
    const corpus = await copyCorpus(from, join(place.path, "code"), SIZE, TYPED);
    const probes = new Probes(join(place.path, "probes"));
    await bundleProbes(join(place.path, "probes"));
    const cache = join(place.path, "cache");
    const lint: Command = [process.execPath, join(root, "dist", "cli.js"), "lint", corpus.folder];
    const others: { readonly name: string; readonly time: number }[] = [];
    const [cold, warm]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await rm(cache, { recursive: true, force: true });
      cold.push(await timeOf([...lint, "--exit-zero", "--cache-dir", cache]));
      warm.push(await timeOf([...lint, "--exit-zero", "--cache-dir", cache]));
    }
    // Once each: the slowest takes minutes.
    for (const { name, command } of await peers()) {
      others.push({ name, time: await timeOf(command(corpus.folder)) });
    }
    const typed = await probes.typing(corpus.folder, corpus.nearest.path);
    const keys = typed.facts.map((facts, index) => facts + (typed.checks[index] ?? 0));
    const of = (what: string): string => `rules: ${what}`;
    return [
      count(of("lines"), corpus.lines, "lines"),
      milliseconds(of(`lint, cold, median of ${ROUNDS}`), median(cold)),
      milliseconds(of(`lint, warm, median of ${ROUNDS}`), median(warm)),
      ...others.flatMap(({ name, time }) => [
        milliseconds(of(name), time),
        ratio(of(`cold, to ${name}`), median(cold), time),
        ratio(of(`warm, to ${name}`), median(warm), time),
      ]),
      milliseconds(of(`keystroke in ${corpus.nearest.lines} lines, p50`), percentile(keys, 0.5)),
      milliseconds(of("keystroke to diagnostics, p95"), percentile(keys, 0.95), "≤ 16"),
      ...ruleFigures(await probes.rules(corpus.folder)),
    ];
  } finally {
    await place.remove();
  }
}

/** What each rule takes of the whole, the slowest first. */
function ruleFigures({ whole, read, analysed, byRule }: RuleTimes): Figure[] {
  const slowest = Object.entries(byRule).sort(([, a], [, b]) => b - a);
  return [
    milliseconds("rules: whole, in one process", whole),
    ratio("rules: reading, of the whole", read, whole),
    ratio("rules: what all ask together, of the whole", analysed, whole),
    ...slowest.map(([rule, time]) => ratio(`rules: ${rule}, of the whole`, time, whole, "≤ 0.1")),
  ];
}
