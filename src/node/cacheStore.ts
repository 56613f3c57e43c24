import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CacheStore } from "../core/ports";
import { makeFolder } from "./makeFolder";

const fileName = "facts.bin";

/** A cache in a folder, which keeps itself out of Git. */
export function cacheStoreIn(folder: string): CacheStore {
  return {
    async read() {
      return await readFile(join(folder, fileName)).catch((error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      });
    },
    async write(parts) {
      await makeFolder(folder);
      await writeFile(join(folder, ".gitignore"), "*\n");
      // Beside it under a name of its own, then in its place: two processes never write into one file, and none reads
      // half of one.
      const draft = join(folder, `${fileName}.${randomUUID()}`);
      try {
        const file = await open(draft, "wx");
        try {
          for (const chunk of chunked(parts)) await file.write(chunk);
        } finally {
          await file.close();
        }
        await rename(draft, join(folder, fileName));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}

/** Bytes that are written at once. */
const chunkSize = 1 << 20;

function* chunked(parts: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    waiting.push(part);
    size += part.length;
    if (size < chunkSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
