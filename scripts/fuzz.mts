import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { standardLibrary } from "./checkAst/files";
import { bundleThread } from "./fuzz/bundle";
import { inputOf } from "./fuzz/input";
import type { Task } from "./fuzz/messages";
import { minimised } from "./fuzz/minimise";
import { shownInput } from "./fuzz/show";
import { sourcesOf } from "./fuzz/sources";
import { Tester } from "./fuzz/tester";
import { exitOnSignals } from "./vscode/process";
import { scratch } from "./vscode/scratch";

/**
 * Puts spoilt code through everything that reads code: what throws, hangs, needs more memory than there is or comes out
 * differently on a second way is printed in a small form. Exits with 1 when there is any.
 *
 *     npm run fuzz [-- FOLDER…] [-- --seed N] [--inputs N] [--from N] [--minutes N] [--threads N]
 *
 * Inputs are made of the Python files of the folders, or of the standard library and the example unless told. The same
 * seed gives the same inputs; `--from` begins at a later one.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    seed: { type: "string", default: "1" },
    inputs: { type: "string", default: "100000" },
    from: { type: "string", default: "0" },
    minutes: { type: "string", default: "Infinity" },
    threads: { type: "string", default: "2" },
  },
  allowPositionals: true,
});
const seed = Number(values.seed);
const first = Number(values.from);
const last = first + Number(values.inputs);
const deadline = performance.now() + Number(values.minutes) * 60_000;
const called = process.env.INIT_CWD ?? process.cwd();
const given = positionals.map((folder) => resolve(called, folder));
const example = resolve(import.meta.dirname, "../examples");
const folders = given.length > 0 ? given : [standardLibrary(), example];

exitOnSignals();
const place = await scratch("fuzz");
const script = await bundleThread(place.path);
const sources = sourcesOf(folders);
/** Numbers of inputs by what is wrong with them. */
const findings = new Map<string, number[]>();
let next = first;
let done = 0;

await Promise.all(Array.from({ length: Number(values.threads) }, work));
for (const [problem, numbers] of findings) {
  await show(problem, numbers);
}
await place.remove();
const total = [...findings.values()].flat().length;
console.log(`${done} inputs of seed ${seed}, from ${first}: ${total} findings`);
process.exitCode = total > 0 ? 1 : 0;

async function work(): Promise<void> {
  const tester = new Tester(script, { seed, folders });
  while (next < last && performance.now() < deadline) {
    const number = next++;
    const problem = await confirmed(tester, { number });
    if (problem !== undefined) {
      console.error(`input ${number}: ${problem}`);
      const kind = problem.split("\n").slice(0, 2).join("\n");
      findings.set(kind, [...(findings.get(kind) ?? []), number]);
    }
    if (++done % 1000 === 0) console.error(`${done} inputs, ${findings.size} kinds of finding`);
  }
  await tester.stop();
}

/** What is wrong with an input; one that took too long on a busy machine is given more time once. */
async function confirmed(tester: Tester, task: Task): Promise<string | undefined> {
  const problem = await tester.try(task);
  return problem === "hangs" ? await tester.try(task, 2) : problem;
}

async function show(problem: string, numbers: readonly number[]): Promise<void> {
  const tester = new Tester(script, { seed, folders });
  const head = problem.split("\n")[0];
  const input = inputOf(seed, numbers[0] ?? 0, sources);
  const small = await minimised(
    input,
    async (candidate) => (await tester.try({ input: candidate }))?.split("\n")[0] === head,
    // Each that hangs takes seconds.
    head === "hangs" ? 30 : 400,
  );
  await tester.stop();
  console.log(`\n${problem}\n${numbers.length} inputs: ${numbers.slice(0, 10).join(", ")}`);
  console.log(shownInput(small));
}
