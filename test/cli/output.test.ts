import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { workspaceOf } from "../server/client";
import { runCli, runCliWith } from "./run";

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

async function folderOf(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf({
    ".backend-spec.yaml": "profile: modular\nrules: { missing-future-annotations: off }\n",
    ...files,
  });
  cleanUp.push(remove);
  return folder;
}

describe("text", () => {
  test("shows each finding in its code, and in colour only where it is seen", async () => {
    const folder = await folderOf({ "app.py": raising("gone") });
    const plain = await runCli(folder, "lint");
    expect(plain.stdout.split("\n").slice(1, 5)).toEqual([
      "  |",
      '5 |     raise HTTPException(404, "gone")',
      "  |                              ^^^^^^",
      "",
    ]);
    expect(plain.stdout).not.toContain("\x1b");
    const forced = await runCliWith({ cwd: folder, env: { FORCE_COLOR: "1" } }, "lint");
    expect(forced.stdout).toContain("\x1b[33mwarning\x1b[39m");
    const refused = await runCliWith({ cwd: folder, env: { NO_COLOR: "1" } }, "lint");
    expect(refused.stdout).not.toContain("\x1b");
  });

  test("underlines what is written with tabs and letters of any width, and prints no escapes", async () => {
    const text = raising("gone").replace("    raise", '    "漢\t\x1b[31m"; raise');
    const { stdout } = await runCli(await folderOf({ "app.py": text }), "lint");
    const [, code = "", marks] = stdout.split("\n").slice(1);
    expect(stdout).not.toContain("\x1b");
    // The wide letter takes a column more than it has characters.
    expect(marks?.indexOf("^")).toBe(code.indexOf('"gone"') + 1);
  });

  test("cuts a long line around the finding", async () => {
    const text = raising("gone").replace("    raise", `    x = "${"y".repeat(500)}"; raise`);
    const { stdout } = await runCli(await folderOf({ "app.py": text }), "lint");
    const [, code = "", marks = ""] = stdout.split("\n").slice(1);
    expect(code.length).toBeLessThan(140);
    expect(code.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe('"gone"');
  });

  test("--statistics counts the findings of each rule", async () => {
    const folder = await folderOf({ "app.py": raising("a", "b") });
    const { code, stdout } = await runCli(folder, "lint", "--statistics");
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(
        /^2 {2}inline-error-string \[2 fixable\]\n2 findings in 1 file, 2 fixable with --fix \(\d+ ms\)\.\n$/,
      ),
    ]);
  });
});

describe("sarif", () => {
  // Named by what the validator does not know: nothing else of that draft is used.
  const {
    $schema: _,
    id: __,
    ...schema
  } = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, "sarif-schema-2.1.0.json"), "utf8")));
  const log = z.object({
    runs: z.tuple([
      z.object({
        tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
        originalUriBaseIds: z.object({ ROOT: z.object({ uri: z.string() }) }),
        invocations: z.tuple([z.object({ toolExecutionNotifications: z.array(z.unknown()) })]),
        results: z.array(
          z.object({
            ruleId: z.string(),
            ruleIndex: z.int(),
            level: z.string(),
            locations: z.array(
              z.object({
                physicalLocation: z.object({
                  artifactLocation: z.object({ uri: z.string() }),
                  region: z.object({ startLine: z.int(), startColumn: z.int() }),
                }),
              }),
            ),
            suppressions: z.array(z.object({ kind: z.string() })).optional(),
          }),
        ),
      }),
    ]),
  });

  test("is a log by its official schema, with what is silenced marked as such", async () => {
    const folder = await folderOf({
      "мой код/a b%.py": raising("gone"),
      "big.py": "x = 1\n".repeat(900_000),
      "quiet.py": raising("gone").replace(
        /\n$/,
        "  # backend-spec: ignore[inline-error-string] old\n",
      ),
    });
    const { code, stdout } = await runCli(folder, "lint", "--format", "sarif");
    expect(code).toBe(1);
    // The schema knows formats that only describe.
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const value: unknown = JSON.parse(stdout);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
    const [run] = log.parse(value).runs;
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
    const places = run.results.map(({ ruleId, ruleIndex, locations: [place], suppressions }) => [
      run.tool.driver.rules[ruleIndex]?.id === ruleId,
      decodeURIComponent(place?.physicalLocation.artifactLocation.uri ?? ""),
      place?.physicalLocation.region.startLine,
      suppressions?.map(({ kind }) => kind),
    ]);
    expect(places).toEqual([
      [true, "quiet.py", 5, ["inSource"]],
      [true, "мой код/a b%.py", 5, undefined],
    ]);
    const [place] = run.results.at(-1)?.locations ?? [];
    const uri = place?.physicalLocation.artifactLocation.uri ?? "";
    const found = new URL(uri, run.originalUriBaseIds.ROOT.uri);
    expect(await readFile(found, "utf8").catch(() => "not there")).toBe(raising("gone"));
  });
});

describe("github", () => {
  const many = raising(...Array.from({ length: 12 }, (_, index) => `gone ${index}`));

  test("annotates ten of a kind, worst first, and puts the rest into the step's summary", async () => {
    const folder = await folderOf({
      "app/a.py": many,
      "app/b.py": raising("100%, gone: now"),
      ".backend-spec.yaml":
        "profile: modular\nrules: { missing-future-annotations: off }\noverrides: [{ paths: ['app/b.py'], rules: { inline-error-string: error } }]\n",
    });
    const env = { GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: join(folder, "summary.md") };
    const { code, stdout } = await runCliWith(
      { cwd: folder, env },
      "lint",
      "app",
      "--format",
      "github",
    );
    expect(code).toBe(1);
    const lines = stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("::warning "))).toHaveLength(10);
    expect(lines[0]).toMatch(
      /^::error file=app\/b\.py,line=5,endLine=5,col=30,endColumn=47,title=inline-error-string::/,
    );
    expect(lines.filter((line) => line.startsWith("app/a.py:1"))).toHaveLength(2);
    const summary = await readFile(join(folder, "summary.md"), "utf8");
    expect(summary).toMatch(/^### Backend Spec\n\n13 findings in 2 files/);
    expect(
      summary.match(/^\| `app\/a\.py:\d+` \| warning \| `inline-error-string` \|/gm),
    ).toHaveLength(2);
  });
});

test("--stdin-filename judges standard input in place of the file", async () => {
  const folder = await folderOf({ "app.py": "", "other.py": raising("gone") });
  const given = ["lint", "--stdin-filename", "app.py"];
  const piped = await runCliWith({ cwd: folder, input: raising("gone") }, ...given);
  expect([piped.code, piped.stdout]).toEqual([1, expect.stringMatching(/^app\.py:5:30: /)]);
  const unsaved = await runCliWith(
    { cwd: folder, input: raising("gone") },
    ...["lint", "--stdin-filename", "new.py"],
  );
  expect([unsaved.code, unsaved.stdout]).toEqual([1, expect.stringMatching(/^new\.py:5:30: /)]);
  expect((await runCliWith({ cwd: folder, input: "x = 1\n" }, ...given)).code).toBe(0);
  const bytes = await runCliWith({ cwd: folder, input: "\0" }, ...given);
  expect([bytes.code, bytes.stderr]).toEqual([
    2,
    expect.stringContaining("standard input: not a text file"),
  ]);
});
