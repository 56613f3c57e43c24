import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  return folder;
}

/** The example without a configuration. */
async function exampleCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "backend-spec-example-"));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  await cp(join(import.meta.dirname, "../../examples/bookshop"), folder, { recursive: true });
  await rm(join(folder, ".backend-spec.yaml"));
  return folder;
}

describe("config init", () => {
  test("names the profile that the code looks like, and why", async () => {
    const folder = await exampleCopy();
    const { code, stdout, stderr } = await runCli(folder, "config", "init");
    expect([code, stdout]).toEqual([0, ".backend-spec.yaml\n"]);
    expect(stderr).toMatch(/^The code looks modular: 3 module folders in bookshop /);
    const text = await readFile(join(folder, ".backend-spec.yaml"), "utf8");
    expect(text).toMatch(/^# 3 module folders in bookshop .*\n(#.*\n)*profile: modular\n$/m);
    expect((await runCli(folder, "config")).stdout).toContain("Profile: modular\n");
  });

  test("takes the profile that it is told, and none where none is detected", async () => {
    const folder = await folderOf({ "app.py": inline });
    expect((await runCli(folder, "config", "init")).code).toBe(0);
    expect(await readFile(join(folder, ".backend-spec.yaml"), "utf8")).toContain("profile: none\n");
    const other = await folderOf({ "app.py": inline });
    await runCli(other, "config", "init", "--profile", "layered");
    expect(await readFile(join(other, ".backend-spec.yaml"), "utf8")).toContain(
      "profile: layered\n",
    );
  });

  test("never writes over a file", async () => {
    const folder = await folderOf({ ".backend-spec.yaml": "profile: none\n" });
    for (const given of [[], ["--adopt", "--profile", "modular"]]) {
      const { code, stdout, stderr } = await runCli(folder, "config", "init", ...given);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(".backend-spec.yaml: exists already, and is not overwritten");
    }
    expect(await readFile(join(folder, ".backend-spec.yaml"), "utf8")).toBe("profile: none\n");
  });

  test("--adopt shows what each profile finds, and leaves nothing to report", async () => {
    const folder = await exampleCopy();
    const { code, stdout } = await runCli(folder, "config", "init", "--adopt");
    expect(code).toBe(0);
    const [head, ...rows] = stdout.split("\n");
    expect(head).toMatch(/^findings +modular \* +layered +none$/);
    const row = rows.find((line) => line.startsWith("inline-error-string "));
    expect(row?.split(/ +/)).toEqual(["inline-error-string", "5", "5", "0"]);
    expect(rows.slice(-3)).toEqual([".backend-spec.yaml", ".backend-spec/baseline.json", ""]);
    const linted = await runCli(folder, "lint", "--format", "json");
    expect(linted.code).toBe(0);
    const { summary } = z
      .object({ summary: z.object({ findings: z.int(), baselined: z.int() }) })
      .parse(JSON.parse(linted.stdout));
    const all = rows.find((line) => line.startsWith("all "))?.split(/ +/)[1];
    expect(summary).toEqual({ findings: 0, baselined: Number(all) });
  });

  test("--adopt makes the baseline of a configuration that is there, once", async () => {
    const folder = await folderOf({ ".backend-spec.yaml": "profile: modular\n", "app.py": inline });
    const first = await runCli(folder, "config", "init", "--adopt");
    expect([first.code, first.stdout]).toEqual([0, ".backend-spec/baseline.json\n"]);
    expect((await runCli(folder, "lint")).code).toBe(0);
    const again = await runCli(folder, "config", "init", "--adopt");
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toContain("There is a baseline already.");
  });

  test("--adopt in a part of the project is about that part", async () => {
    const folder = await folderOf({
      ".backend-spec.yaml": "profile: modular\n",
      "one/app.py": inline,
      "two/app.py": inline,
    });
    await runCli(join(folder, "one"), "config", "init", "--adopt", "--profile", "modular");
    const { stdout } = await runCli(folder, "lint", "--format", "json");
    const { findings } = z
      .object({ findings: z.array(z.object({ path: z.string() })) })
      .parse(JSON.parse(stdout));
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(["two/app.py"]));
  });

  test("a place that cannot be written is named, and nothing is left behind", async () => {
    const folder = await folderOf({ "app.py": inline, ".backend-spec": "a file, not a folder" });
    const { code, stderr } = await runCli(
      folder,
      "config",
      "init",
      "--adopt",
      "--profile",
      "modular",
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/\.backend-spec\/baseline\.json/);
    await expect(readFile(join(folder, ".backend-spec.yaml"))).rejects.toThrow();
  });
});

describe("config migrate", () => {
  test("has nothing to do so far", async () => {
    const folder = await folderOf({ ".backend-spec.yaml": "profile: none\n" });
    const { code, stdout } = await runCli(folder, "config", "migrate");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Nothing to migrate/)]);
  });

  test("says what it cannot read", async () => {
    const folder = await folderOf({ ".backend-spec.yaml": "profle: none\n" });
    expect((await runCli(folder, "config", "migrate")).code).toBe(2);
    await writeFile(join(folder, ".backend-spec.yaml"), "baseline: b.json\n");
    await writeFile(join(folder, "b.json"), '{ "version": "0", "findings": [] }');
    const { code, stderr } = await runCli(folder, "config", "migrate");
    expect([code, stderr]).toEqual([2, expect.stringContaining("is of version 0")]);
  });
});
