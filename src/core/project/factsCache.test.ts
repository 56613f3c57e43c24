import { describe, expect, test } from "vitest";
import type { CacheStore, Logger } from "../ports";
import { testParser } from "../python/testing";
import { contentHash } from "../text/contentHash";
import { analyseSource } from "./analyseSource";
import { FactsCache } from "./factsCache";

const parser = await testParser();
const sources = ["import os\n", "class A(B):\n    x: int = 1  # y\n", "", "def f(:\n"];

function memoryStore(bytes?: Uint8Array): CacheStore & { bytes: Uint8Array | undefined } {
  return {
    bytes,
    async read() {
      return this.bytes;
    },
    async write(parts) {
      this.bytes = Buffer.concat([...parts]);
    },
  };
}

function logger(): Logger & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return {
    warnings,
    info: () => undefined,
    warn: (message) => warnings.push(message),
    error: (message) => warnings.push(message),
  };
}

const entries = sources.map((text) => {
  const bytes = new TextEncoder().encode(text);
  const analysis = analyseSource(parser, bytes);
  if ("error" in analysis) throw new Error(analysis.error);
  return { key: contentHash(bytes), stored: analysis.stored };
});

/** The bytes of a cache that has all sources. */
async function written(): Promise<Uint8Array> {
  const store = memoryStore();
  const cache = await FactsCache.open(store, logger());
  for (const { key, stored } of entries) cache.put(key, stored);
  await cache.save();
  return store.bytes ?? new Uint8Array();
}

async function known(bytes: Uint8Array): Promise<number> {
  const log = logger();
  const cache = await FactsCache.open(memoryStore(bytes), log);
  expect(log.warnings).toEqual([]);
  const intact = await FactsCache.open(memoryStore(await written()), log);
  let count = 0;
  for (const { key } of entries) {
    const facts = cache.get(key);
    if (facts === undefined) continue;
    count++;
    expect(facts).toEqual(intact.get(key));
  }
  return count;
}

describe("the cache of facts", () => {
  test("gives back what was put into it", async () => {
    expect(await known(await written())).toBe(sources.length);
  });

  test("of another version is as if it were not there", async () => {
    const bytes = await written();
    const text = Buffer.from(bytes).toString("latin1");
    const other = text.replace(/^(backend-spec facts \d+ )[\d.]+/, (_, head) => `${head}9.9.9`);
    expect(other).not.toBe(text);
    expect(await known(Buffer.from(other, "latin1"))).toBe(0);
  });

  test("cut short anywhere keeps what is whole, and is written anew", async () => {
    const bytes = await written();
    for (let length = 0; length < bytes.length; length += 7) {
      expect(await known(bytes.slice(0, length))).toBeLessThan(sources.length);
    }
    const store = memoryStore(bytes.slice(0, bytes.length - 1));
    const cache = await FactsCache.open(store, logger());
    for (const { key, stored } of entries) if (!cache.get(key)) cache.put(key, stored);
    await cache.save();
    expect(await known(store.bytes ?? new Uint8Array())).toBe(sources.length);
  });

  test("with a byte that was flipped never gives other facts", async () => {
    const bytes = await written();
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      await known(damaged);
    }
  });

  test("forgets what no file has any more, and is not written when nothing changed", async () => {
    const store = memoryStore(await written());
    const cache = await FactsCache.open(store, logger());
    for (const { key } of entries.slice(1)) cache.get(key);
    await cache.save();
    expect(await known(store.bytes ?? new Uint8Array())).toBe(sources.length - 1);
    const again = await FactsCache.open(store, logger());
    for (const { key } of entries.slice(1)) again.get(key);
    store.write = () => Promise.reject(new Error("it was written"));
    await again.save();
  });

  test.each([
    ["read", { read: denied, write: denied }],
    ["written", { read: async () => undefined, write: denied }],
  ])("that cannot be %s is worth one word", async (what, store) => {
    const log = logger();
    const cache = await FactsCache.open(store, log);
    for (const { key, stored } of entries) cache.put(key, stored);
    await cache.save();
    await cache.save();
    expect(log.warnings).toEqual([
      `The cache cannot be ${what}, so it is not used: permission denied`,
    ]);
  });
});

function denied(): Promise<never> {
  return Promise.reject(new Error("permission denied"));
}
