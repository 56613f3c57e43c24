import { describe, expect, test } from "vitest";
import type { Logger, WorkerPool } from "../ports";
import { testParser } from "../python/testing";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { analyseSource } from "./analyseSource";
import { FactsCache } from "./factsCache";
import { type FileFacts, type Readers, readFiles } from "./readFiles";

const parser = await testParser();
const quiet: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function readersOf(
  files: Readonly<Record<string, string>>,
  workers?: WorkerPool,
): Promise<Readers & { readonly fileSystem: MemoryFileSystem }> {
  const fileSystem = new MemoryFileSystem(files);
  const cache = await FactsCache.open(undefined, quiet);
  return { root: "file:///project", fileSystem, parser, cache, workers };
}

/** Enough files of enough text that threads are asked for them. */
const many = Object.fromEntries(
  Array.from({ length: 150 }, (_, at) => [`m${at}.py`, `x${at} = 1 #${" ".repeat(4000)}\n`]),
);

async function all(found: AsyncIterable<FileFacts>): Promise<readonly FileFacts[]> {
  const result: FileFacts[] = [];
  for await (const one of found) result.push(one);
  return result;
}

describe("reading files", () => {
  test("one that vanished since it was listed is named, and the others are read", async () => {
    const readers = await readersOf({ "a.py": "a = 1\n", "b.py": "b = 1\n" });
    readers.fileSystem.delete("a.py");
    const found = await all(readFiles(["a.py", "b.py"], readers));
    expect(found.map((one) => ("error" in one ? one.error : one.facts.lines))).toEqual([
      "no such file or folder",
      2,
    ]);
  });

  test("threads give what is found without them, in the same order", async () => {
    const asked: number[] = [];
    const workers: WorkerPool = {
      analyse: async (files) => {
        asked.push(files.length);
        return files.map((bytes) => analyseSource(parser, bytes));
      },
    };
    const paths = Object.keys(many);
    const alone = await all(readFiles(paths, await readersOf(many)));
    expect(await all(readFiles(paths, await readersOf(many, workers)))).toEqual(alone);
    expect(asked.length).toBeGreaterThan(1);
  });

  test("threads that break down leave the files to the calling one", async () => {
    const workers: WorkerPool = { analyse: () => Promise.reject(new Error("broken")) };
    const paths = Object.keys(many);
    const found = await all(readFiles(paths, await readersOf(many, workers)));
    expect(found.filter((one) => "facts" in one)).toHaveLength(paths.length);
  });

  test("it ends when it is cancelled on the way", async () => {
    const abort = new AbortController();
    let taken = 0;
    const reading = async () => {
      const readers = await readersOf(many);
      for await (const _ of readFiles(Object.keys(many), readers, abort.signal)) {
        if (++taken === 20) abort.abort();
      }
    };
    await expect(reading()).rejects.toThrow();
    expect(taken).toBeLessThan(40);
  });
});
