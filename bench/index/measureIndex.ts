import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { scratch } from "../../scripts/vscode/scratch";
import { count, type Figure, megabytes, milliseconds, ratio } from "../figures";
import { percentile } from "../statistics";
import { installRuff, RUFF } from "../tools/ruff";
import { bundleProbes } from "./bundle";
import { type Corpus, copyCorpus } from "./corpus";
import { oneClass } from "./oneClass";
import { type Memory, Probes } from "./probe";
import { measureTimes, ROUNDS, type Times } from "./times";

/** Lines of code that are indexed. */
const SIZES = [300_000, 1_000_000];
/** Lines of the file that is typed into. */
const TYPED = 2000;

interface Measured {
  readonly name: string;
  readonly corpus: Corpus;
  readonly times: Times;
  readonly memory: Memory;
}

/**
 * The time and memory of knowing a whole folder: bare parsing as the floor, a cold and a warm index, a keystroke in it,
 * and Ruff beside it.
 * @param from real code of a million lines or more
 */
export async function measureIndex(from: string): Promise<Figure[]> {
  const place = await scratch("index");
  try {
    const probes = new Probes(join(place.path, "probes"));
    await bundleProbes(join(place.path, "probes"));
    const ruff = await installRuff();
    const measured: Measured[] = [];
    for (const size of SIZES) {
      const corpus = await copyCorpus(from, join(place.path, String(size), "code"), size, TYPED);
      const times = await measureTimes(corpus, probes, ruff);
      const memory = await probes.memory(corpus.folder, 1);
      measured.push({ name: `index ${size / 1000}k`, corpus, times, memory });
    }
    const figures = measured.flatMap(figuresOf);
    const [small, large] = measured;
    if (small === undefined || large === undefined) return figures;
    return [...figures, ...(await typingFigures(large, probes)), ...growth(small, large)];
  } finally {
    await place.remove();
  }
}

function figuresOf({ name, corpus, times, memory }: Measured): Figure[] {
  const { floor, cold, coldWithThreads, warm, ruff } = times;
  const of = (what: string) => `${name}: ${what}`;
  const middle = `median of ${ROUNDS}`;
  const per100k = (bytes: number) => bytes / (corpus.lines / 100_000);
  return [
    count(of("lines"), corpus.lines, "lines"),
    count(of("files"), corpus.files, "files"),
    milliseconds(of(`bare parsing, ${middle}`), floor.within),
    milliseconds(of(`cold, 1 thread, ${middle}`), cold.within),
    milliseconds(of(`cold, 2 threads, ${middle}`), coldWithThreads.within),
    milliseconds(of(`warm, ${middle}`), warm.within),
    milliseconds(of("bare parsing, whole process"), floor.whole),
    milliseconds(of("cold, 1 thread, whole process"), cold.whole),
    milliseconds(of("cold, 2 threads, whole process"), coldWithThreads.whole),
    milliseconds(of("warm, whole process"), warm.whole),
    milliseconds(of(`Ruff ${RUFF}, whole process`), ruff),
    ratio(of("cold, 1 thread, to bare parsing"), cold.within, floor.within, "≤ 3.5"),
    ratio(of("cold, 2 threads, to bare parsing"), coldWithThreads.within, floor.within, "≤ 2"),
    ratio(of("warm to cold"), warm.within, cold.within, "≤ 0.3"),
    ratio(of("cold, 1 thread, to Ruff"), cold.whole, ruff),
    ratio(of("warm to Ruff"), warm.whole, ruff),
    megabytes(of("peak memory"), memory.peak),
    megabytes(of("memory after collecting"), memory.kept),
    megabytes(of("objects after collecting, per 100,000 lines"), per100k(memory.objects)),
    megabytes(of("peak memory, per 100,000 lines"), per100k(memory.peak)),
  ];
}

async function typingFigures({ name, corpus }: Measured, probes: Probes): Promise<Figure[]> {
  const { path, lines } = corpus.nearest;
  const typed = await probes.typing(corpus.folder, path);
  const ofClass = "one_class.py";
  await writeFile(join(corpus.folder, ofClass), oneClass(TYPED));
  const hard = await probes.typing(corpus.folder, ofClass);
  const of = (what: string) => `${name}: keystroke in ${lines} lines, ${what}`;
  return [
    milliseconds(of(`to facts, p50 of ${typed.facts.length}`), percentile(typed.facts, 0.5)),
    milliseconds(of("to facts, p95"), percentile(typed.facts, 0.95), "≤ 5"),
    milliseconds(of("check after it, p50"), percentile(typed.checks, 0.5)),
    milliseconds(of("check after it, p95"), percentile(typed.checks, 0.95)),
    milliseconds(of("of one class instead, to facts, p50"), percentile(hard.facts, 0.5)),
    milliseconds(of("of one class instead, to facts, p95"), percentile(hard.facts, 0.95)),
    megabytes(of("memory after it"), typed.kept),
  ];
}

/** What a line of the larger folder costs, to a line of the smaller one: 1 where cost is linear. */
function growth(small: Measured, large: Measured): Figure[] {
  const more = large.corpus.lines / small.corpus.lines;
  const grown = (what: string, of: (measured: Measured) => number) =>
    ratio(`index: ${what} a line, large to small`, of(large) / more, of(small), "about 1");
  return [
    grown("bare parsing", ({ times }) => times.floor.within),
    grown("cold, 1 thread,", ({ times }) => times.cold.within),
    grown("cold, 2 threads,", ({ times }) => times.coldWithThreads.within),
    grown("warm", ({ times }) => times.warm.within),
    grown("memory after collecting", ({ memory }) => memory.objects),
  ];
}
