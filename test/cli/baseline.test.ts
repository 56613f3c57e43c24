import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const raising = (...messages: string[]) =>
  [
    "from fastapi import HTTPException\n\n\ndef _f():",
    ...messages.map((message) => `    raise HTTPException(404, "${message}")`),
    "",
  ].join("\n");

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const file = ".backend-spec/baseline.json";

// Written down, since files that users have committed hold them: they never change.
const hashes = { gone: "relbwxd8x6-6", lost: "19xxrd15f7u-6" };

/** A project with a baseline of the one finding in each file. */
async function adopted(): Promise<string> {
  const rule = "inline-error-string";
  const findings = [
    { path: "app.py", rule, hash: hashes.gone, count: 1 },
    { path: "b/c.py", rule, hash: hashes.lost, count: 1 },
  ];
  const { folder, remove } = await workspaceOf({
    ".backend-spec.yaml": "profile: modular\nrules: { missing-future-annotations: off }\n",
    "app.py": raising("gone"),
    "b/c.py": raising("lost"),
    [file]: JSON.stringify({ version: "1", findings }),
  });
  cleanUp.push(remove);
  return folder;
}

const summary = z.object({
  summary: z.object({ findings: z.int(), baselined: z.int() }),
});

async function counts(folder: string, ...args: string[]) {
  const { code, stdout, stderr } = await runCli(folder, "lint", ...args, "--format", "json");
  const { findings, baselined } = summary.parse(JSON.parse(stdout)).summary;
  return { code, findings, baselined, stderr };
}

describe("lint with a baseline", () => {
  test("passes over what is known, and finds what is new", async () => {
    const folder = await adopted();
    expect(await counts(folder)).toEqual({ code: 0, findings: 0, baselined: 2, stderr: "" });
    expect((await runCli(folder, "lint")).stdout).toMatch(/ 2 known to the baseline/);
    await writeFile(join(folder, "app.py"), raising("new", "gone"));
    expect(await counts(folder)).toMatchObject({ code: 1, findings: 1, baselined: 2 });
    expect(await counts(folder, "app.py")).toMatchObject({ code: 1, findings: 1, baselined: 1 });
  });

  test("--fix leaves what is known as it is", async () => {
    const folder = await adopted();
    await runCli(folder, "lint", "--fix");
    expect(await readFile(join(folder, "app.py"), "utf8")).toBe(raising("gone"));
  });

  test("counts what is gone, and drops it when it is told to", async () => {
    const folder = await adopted();
    const before = await readFile(join(folder, file), "utf8");
    await writeFile(join(folder, "app.py"), "x = 1\n");
    const { stderr } = await counts(folder);
    expect(stderr).toBe("1 finding of the baseline is gone; --update-baseline drops them.\n");
    expect(await readFile(join(folder, file), "utf8")).toBe(before);
    // Neither of the rule nor of the file was anything asked.
    await runCli(folder, "lint", "--select", "long-function", "--update-baseline");
    await runCli(folder, "lint", "b", "--update-baseline");
    expect(await readFile(join(folder, file), "utf8")).toBe(before);
    await rename(join(folder, "b/c.py"), join(folder, "b/d.py"));
    expect((await counts(folder, "--update-baseline")).stderr).toBe(
      "1 finding of the baseline is gone.\n",
    );
    const entry = { path: "b/d.py", rule: "inline-error-string", hash: hashes.lost, count: 1 };
    expect(await readFile(join(folder, file), "utf8")).toBe(
      `{\n  "version": "1",\n  "findings": [\n    ${JSON.stringify(entry)}\n  ]\n}\n`,
    );
    expect(await counts(folder)).toEqual({ code: 0, findings: 0, baselined: 1, stderr: "" });
  });

  test("--baseline takes another one", async () => {
    const folder = await adopted();
    await writeFile(join(folder, "none.json"), '{ "version": "1", "findings": [] }');
    expect(await counts(folder, "--baseline", "none.json")).toMatchObject({ findings: 2 });
  });

  test.each([
    ["<<<<<<< HEAD", "is not JSON"],
    ['{ "version": "7", "entries": {} }', "is of version 7, and this Backend Spec reads version 1"],
    ['{ "version": "1", "findings": [{}] }', "is no baseline: findings.0.path"],
  ])("that does not fit exits with 2 and says why: %s", async (text, message) => {
    const folder = await adopted();
    await writeFile(join(folder, file), text);
    const { code, stdout, stderr } = await runCli(folder, "lint", "--fix");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${join(folder, file)}: the baseline ${message}`);
    expect(await readFile(join(folder, "app.py"), "utf8")).toBe(raising("gone"));
  });

  test("that is not there exits with 2 where it was named", async () => {
    const folder = await adopted();
    const { code, stderr } = await runCli(folder, "lint", "--baseline", "nowhere.json");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("nowhere.json: the baseline cannot be read: no such file or folder"),
    ]);
  });

  // Root may write everywhere, so that the bit alone proves nothing for root.
  test.skipIf(process.getuid?.() === 0)("that is read-only is named", async () => {
    const folder = await adopted();
    await writeFile(join(folder, "app.py"), "x = 1\n");
    await chmod(join(folder, file), 0o400);
    const { code, stderr } = await runCli(folder, "lint", "--update-baseline");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining(`${file}: cannot be written, permission denied`),
    ]);
  });
});
