import { execFileSync } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli, runCliWith } from "./run";

const safe =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
// What is joined may be no text.
const unsafe = safe.replace("_f()", "_f(name)").replace('"gone"', '"gone: " + name');

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf({
    ".backend-spec.yaml": "profile: modular\nrules: { missing-future-annotations: off }\n",
    ...files,
  });
  cleanUp.push(remove);
  return folder;
}

describe("--unsafe-fixes", () => {
  test("applies with --fix what may change the program, and by itself says how to", async () => {
    const folder = await folderOf({ "app.py": unsafe });
    const shown = await runCli(folder, "lint");
    expect(shown.stdout).toMatch(/ \[fixable, unsafe\]\n/);
    expect(shown.stdout).toMatch(/, 1 fixable with --fix --unsafe-fixes /);
    expect((await runCli(folder, "lint", "--fix")).code).toBe(1);
    const alone = await runCli(folder, "lint", "--unsafe-fixes");
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining("add --fix")]);
    expect(await readFile(join(folder, "app.py"), "utf8")).toBe(unsafe);
    expect((await runCli(folder, "lint", "--fix", "--unsafe-fixes")).code).toBe(0);
    expect(await readFile(join(folder, "app.py"), "utf8")).toContain(
      "ERROR_GONE.format(name=name)",
    );
  });
});

describe("--diff", () => {
  test("prints a patch that git applies, and writes nothing", async () => {
    const crlf = safe.replaceAll("\n", "\r\n");
    const mark = "\ufeff";
    const files = {
      "a.py": safe,
      "b/c.py": crlf,
      "b/d.py": mark + safe.trimEnd(),
      "e.py": unsafe,
      "f.py": "x = 1\n",
    };
    const folder = await folderOf(files);
    const { code, stdout, stderr } = await runCli(folder, "lint", "--diff");
    expect([code, stderr]).toEqual([1, "3 files would change.\n"]);
    for (const [path, text] of Object.entries(files)) {
      expect(await readFile(join(folder, path), "utf8")).toBe(text);
    }
    expect(stdout.split("\n").slice(0, 6)).toEqual([
      "--- a/a.py",
      "+++ b/a.py",
      "@@ -1,5 +1,7 @@",
      " from fastapi import HTTPException",
      " ",
      '+ERROR_GONE = "gone"',
    ]);
    await writeFile(join(folder, "fix.patch"), stdout);
    execFileSync("git", ["apply", "--whitespace=nowarn", "fix.patch"], { cwd: folder });
    const fixed = await Promise.all(
      Object.keys(files).map((path) => readFile(join(folder, path), "utf8")),
    );
    expect((await runCli(folder, "lint", "--diff")).stdout).toBe("");
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
    await runCli(folder, "lint", "--fix");
    const written = await Promise.all(
      Object.keys(files).map((path) => readFile(join(folder, path), "utf8")),
    );
    expect(fixed).toEqual(written);
  });

  test("takes unsafe fixes too when it is told to, and exits with 0 without any", async () => {
    const folder = await folderOf({ "a.py": unsafe });
    const none = await runCli(folder, "lint", "--diff");
    expect([none.code, none.stdout, none.stderr]).toEqual([0, "", "Nothing to fix.\n"]);
    const { code, stdout } = await runCli(folder, "lint", "--diff", "--fix", "--unsafe-fixes");
    expect([code, stdout]).toEqual([1, expect.stringContaining("+ERROR_GONE = ")]);
    expect(await readFile(join(folder, "a.py"), "utf8")).toBe(unsafe);
  });

  test("of standard input", async () => {
    const folder = await folderOf({});
    const given = ["lint", "--diff", "--stdin-filename", "a.py"];
    const { code, stdout } = await runCliWith({ cwd: folder, input: safe }, ...given);
    expect([code, stdout]).toEqual([1, expect.stringContaining('+ERROR_GONE = "gone"\n')]);
  });
});

// Root may write everywhere, so that the bit alone proves nothing for root.
test.skipIf(process.getuid?.() === 0)(
  "--fix names a read-only file, and mends the others",
  async () => {
    const folder = await folderOf({ "a.py": safe, "b.py": safe });
    await chmod(join(folder, "a.py"), 0o400);
    const { code, stderr } = await runCli(folder, "lint", "--fix");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/a\.py: cannot be written, permission denied\n$/),
    ]);
    expect(await readFile(join(folder, "a.py"), "utf8")).toBe(safe);
    expect(await readFile(join(folder, "b.py"), "utf8")).toContain("ERROR_GONE");
  },
);
