import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createWorkerPool } from "./pool";

let place = "";
/** A pool whose threads run a program; `parentPort` is at hand in it. */
async function poolOf(program: string, size = 2) {
  place = await mkdtemp(join(tmpdir(), "backend-spec-pool-"));
  const script = join(place, "thread.js");
  await writeFile(script, `const { parentPort } = require("node:worker_threads");\n${program}`);
  return createWorkerPool(script, size);
}
afterEach(() => rm(place, { recursive: true, force: true }));

/** Answers with the length of each file. */
const lengths = `parentPort.on("message", ({ id, files }) =>
  parentPort.postMessage({ id, analyses: files.map(({ length }) => ({ error: String(length) })) }));`;
const files = (count: number) => Array.from({ length: count }, (_, at) => new Uint8Array(at));

test.each([0, 1, 2, 7])("%i files are answered in their order", async (count) => {
  const pool = await poolOf(lengths, 3);
  const expected = files(count).map(({ length }) => ({ error: String(length) }));
  expect(await pool.analyse(files(count))).toEqual(expected);
});

test("requests at the same time do not mix", async () => {
  const pool = await poolOf(lengths);
  const answers = await Promise.all([5, 3, 9].map((count) => pool.analyse(files(count))));
  expect(answers.map(({ length }) => length)).toEqual([5, 3, 9]);
});

test.each([
  ["throws", `parentPort.on("message", () => { throw new Error("broken"); });`],
  ["ends", `parentPort.on("message", () => process.exit(3));`],
  ["ends as if all were well", `parentPort.on("message", () => process.exit(0));`],
  ["cannot be started", "syntax error"],
])("a thread that %s is told of rather than waited for, each time", async (_, program) => {
  const pool = await poolOf(program);
  await expect(pool.analyse(files(3))).rejects.toThrow();
  await expect(pool.analyse(files(3))).rejects.toThrow();
});
