import { chmod, mkdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

/** A project large enough that threads are asked for it. */
async function project(): Promise<string> {
  const code =
    'from fastapi import HTTPException\ndef f():\n    raise HTTPException(404, "gone")\n';
  const files = Object.fromEntries(
    Array.from({ length: 70 }, (_, at) => [`m${at}.py`, code + `x${at} = 1\n`.repeat(600)]),
  );
  const { folder, remove } = await workspaceOf({ ".backend-spec.yaml": "", ...files });
  cleanUp.push(remove);
  return folder;
}

const rule = ["--select", "inline-error-string", "--exit-zero"];

async function findings(folder: string, ...args: string[]): Promise<string> {
  const { stdout, stderr, code } = await runCli(
    folder,
    "lint",
    ...rule,
    "--format",
    "json",
    ...args,
  );
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.stringify((JSON.parse(stdout) as { findings: unknown }).findings);
}

describe("the cache at the command line", () => {
  test("two processes at once share one, and both are right", async () => {
    const folder = await project();
    const cache = ["--cache-dir", join(folder, "cache")];
    const expected = await findings(folder, "--no-cache");
    const both = [findings(folder, ...cache), findings(folder, ...cache)];
    expect(await Promise.all(both)).toEqual([expected, expected]);
    expect(await findings(folder, ...cache)).toBe(expected);
  });

  test("damaged, it is built anew", async () => {
    const folder = await project();
    const cache = ["--cache-dir", join(folder, "cache")];
    const expected = await findings(folder, ...cache);
    const file = join(folder, "cache", "facts.bin");
    const whole = await readFile(file);
    await truncate(file, Math.floor(whole.length / 2));
    expect(await findings(folder, ...cache)).toBe(expected);
    expect((await readFile(file)).length).toBe(whole.length);
    await writeFile(file, "something else");
    expect(await findings(folder, ...cache)).toBe(expected);
    expect((await readFile(file)).length).toBe(whole.length);
  });

  test.each([
    ["a file", async (place: string) => writeFile(place, "a file")],
    ["read-only", async (place: string) => symlink("/sys", place)],
    ["in a folder that lets nobody make one", async (place: string) => symlink("/proc", place)],
  ])("a place that is %s is worth one line and nothing more", async (_, make) => {
    const folder = await project();
    const place = join(folder, "taken");
    await make(place);
    const cache = ["--cache-dir", join(place, "cache")];
    const { code, stdout, stderr } = await runCli(folder, "lint", ...rule, ...cache);
    expect([code, stdout.includes("inline-error-string")]).toEqual([0, true]);
    expect(stderr).toMatch(/^The cache cannot be (read|written), so it is not used: .*\n$/);
  });

  test("one thread and several find the same", async () => {
    const folder = await project();
    const alone = await findings(folder, "--no-cache", "--jobs", "1");
    expect(await findings(folder, "--no-cache", "--jobs", "3")).toBe(alone);
  });
});

test("links in a circle, and folders that cannot be read, are passed over", async () => {
  const folder = await project();
  await symlink(folder, join(folder, "again"));
  await mkdir(join(folder, "closed"));
  await chmod(join(folder, "closed"), 0);
  cleanUp.unshift(() => chmod(join(folder, "closed"), 0o700));
  const { code, stdout } = await runCli(folder, "lint", ...rule, "--no-cache", "--format", "json");
  const { summary } = JSON.parse(stdout) as { summary: { files: number } };
  expect([code, summary.files]).toEqual([0, 70]);
});
