import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { cacheStoreIn } from "./cacheStore";

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "backend-spec-cache-"));
  folders.push(made);
  return made;
}
afterEach(async () => {
  for (const made of folders.splice(0)) {
    await chmod(made, 0o700);
    await rm(made, { recursive: true, force: true });
  }
});

test("nothing is read where nothing is", async () => {
  expect(await cacheStoreIn(join(await folder(), "none")).read()).toBeUndefined();
});

test("who reads while many write gets what one of them wrote, whole", async () => {
  const place = join(await folder(), "cache");
  const size = 3_000_000;
  const parts = (writer: number) =>
    Array.from({ length: 30 }, () => new Uint8Array(size / 30).fill(writer));
  await cacheStoreIn(place).write(parts(1));
  const writing = [2, 3, 4, 5].map((writer) => cacheStoreIn(place).write(parts(writer)));
  const reading = Array.from({ length: 10 }, async () => {
    const bytes = Buffer.from((await cacheStoreIn(place).read()) ?? []);
    expect(bytes.equals(Buffer.alloc(size, bytes[0]))).toBe(true);
  });
  await Promise.all([...writing, ...reading]);
  // No draft is left behind, and Git passes the folder over.
  expect((await readdir(place)).sort()).toEqual([".gitignore", "facts.bin"]);
  expect(await readFile(join(place, ".gitignore"), "utf8")).toBe("*\n");
});

test("a place that is no folder is refused, and what is there stays", async () => {
  const file = join(await folder(), "file");
  await writeFile(file, "mine");
  await expect(cacheStoreIn(file).write([new Uint8Array(1)])).rejects.toThrow();
  expect(await readFile(file, "utf8")).toBe("mine");
});

// Where `/proc` shows folders but lets nobody make one.
test.runIf(process.platform === "linux")("a place that can never be made is refused", async () => {
  await expect(cacheStoreIn("/proc/backend-spec/cache").write([])).rejects.toThrow("ENOENT");
});
