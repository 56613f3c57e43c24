import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const example = join(import.meta.dirname, "../../examples/bookshop");
const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
const modular = { ".backend-spec.yaml": "profile: modular\n" };

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  return folder;
}

// The shape that `cli.md` fixes, key for key.
const finding = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
  rule: z.string(),
  severity: z.enum(["error", "warning", "info", "hint"]),
  message: z.string(),
  fix: z.enum(["safe", "unsafe"]).nullable(),
  related: z.array(
    z.strictObject({ path: z.string(), line: z.int(), column: z.int(), message: z.string() }),
  ),
});
const lintOutput = z.strictObject({
  version: z.literal("1"),
  root: z.string(),
  findings: z.array(finding),
  summary: z.strictObject({
    files: z.int(),
    lines: z.int(),
    findings: z.int(),
    suppressed: z.int(),
    baselined: z.int(),
    milliseconds: z.int(),
  }),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
});

/** The rows of the example's list of violations for one rule, as `path:line`. */
async function knownViolations(rule: string): Promise<string[]> {
  const text = await readFile(join(example, "VIOLATIONS.md"), "utf8");
  const rows = text.matchAll(/^\| `([\w-]+)` \| `([^`]+)` \| (\d+) \|/gm);
  return [...rows].filter(([, name]) => name === rule).map(([, , path, line]) => `${path}:${line}`);
}

describe("lint", () => {
  test("finds in the example what its list of violations names, and nothing else", async () => {
    const { code, stdout, stderr } = await runCli(example, "lint", ".", "--format", "json");
    const output = lintOutput.parse(JSON.parse(stdout));
    const found = output.findings.map(({ path, line }) => `${path}:${line}`);
    const rules = z
      .array(z.object({ name: z.string() }))
      .parse(JSON.parse((await runCli(example, "rule", "--format", "json")).stdout));
    const known = await Promise.all(rules.map(({ name }) => knownViolations(name)));
    expect(found.sort()).toEqual(known.flat().sort());
    expect(code).toBe(1);
    expect(stderr).toBe("");
    expect(output.root).toBe(example);
    expect(output.summary.findings).toBe(output.findings.length);
  });

  test("finds the same whether a folder, a file or the whole project is given", async () => {
    const parse = (stdout: string) => lintOutput.parse(JSON.parse(stdout)).findings;
    const whole = parse((await runCli(example, "lint", "--format", "json")).stdout);
    const file = "bookshop/modules/books/service.py";
    const part = parse((await runCli(example, "lint", file, "--format", "json")).stdout);
    expect(part.map(({ line }) => line)).toEqual(
      whole.filter(({ path }) => path === file).map(({ line }) => line),
    );
    expect(part[0]?.path).toBe("service.py");
  });

  test("without a configuration house style is silent, and --select speaks all the same", async () => {
    const folder = await folderOf({ "app.py": inline });
    const silent = await runCli(folder, "lint");
    expect([silent.code, silent.stdout]).toEqual([
      0,
      expect.stringMatching(/^No findings in 1 file /),
    ]);
    const selected = await runCli(folder, "lint", "--select", "inline-error-string");
    expect(selected.code).toBe(1);
    expect(selected.stdout).toMatch(
      /^app\.py:5:30: warning: .* \(inline-error-string\) \[fixable\]\n/,
    );
  });

  test("--fix mends and --fail-on, --min-severity, --exit-zero decide what counts", async () => {
    const folder = await folderOf({ ...modular, "app.py": inline, "b.py": inline });
    expect((await runCli(folder, "lint", "--fail-on", "error")).code).toBe(0);
    expect((await runCli(folder, "lint", "--exit-zero")).code).toBe(0);
    const shown = await runCli(folder, "lint", "--min-severity", "error");
    expect([shown.code, shown.stdout]).toEqual([1, expect.stringMatching(/^No findings/)]);
    expect((await runCli(folder, "lint", "app.py", "--fix")).code).toBe(0);
    expect(await readFile(join(folder, "app.py"), "utf8")).toBe(
      'from fastapi import HTTPException\n\nERROR_GONE = "gone"\n\n\ndef _f():\n    raise HTTPException(404, ERROR_GONE)\n',
    );
    expect(await readFile(join(folder, "b.py"), "utf8")).toBe(inline);
  });

  test("names what it cannot read and judges the rest", async () => {
    const folder = await folderOf({
      ...modular,
      "app.py": inline,
      "big.py": "x = 1\n".repeat(900_000),
    });
    await writeFile(join(folder, "latin.py"), Uint8Array.from([0x23, 0xe9, 0x0a]));
    const { code, stdout } = await runCli(folder, "lint", "--format", "json");
    const output = lintOutput.parse(JSON.parse(stdout));
    expect(code).toBe(1);
    expect(output.findings).toHaveLength(1);
    expect(output.errors).toEqual([
      { path: "big.py", message: "not analysed: larger than 2 MB (5.1 MB)" },
      { path: "latin.py", message: "not UTF-8" },
    ]);
  });

  test("paths that the project leaves out are judged when they are asked for by name", async () => {
    const folder = await folderOf({
      ".backend-spec.yaml": "",
      ".gitignore": "/versions/\n",
      "versions/3/app.py": inline,
    });
    const given = ["lint", "versions/3", "--select", "inline-error-string"];
    expect((await runCli(folder, ...given)).stdout).toMatch(/^app\.py:5:30/);
    const none = await runCli(folder, "lint", ".gitignore");
    expect([none.code, none.stderr]).toEqual([
      0,
      expect.stringMatching(/^There is no Python file in /),
    ]);
  });

  test("names with blanks and letters of any script are found", async () => {
    const folder = await folderOf({ ...modular, "мой код/a b%20#.py": inline });
    const { stdout } = await runCli(folder, "lint", "мой код", "--format", "json");
    const [first] = lintOutput.parse(JSON.parse(stdout)).findings;
    expect(first?.path).toBe("a b%20#.py");
  });

  test("columns count UTF-16 units from 1", async () => {
    const text = inline.replace("    raise", '    "🙂"; raise');
    const folder = await folderOf({ ...modular, "app.py": text });
    const { stdout } = await runCli(folder, "lint", "--format", "json");
    const [first] = lintOutput.parse(JSON.parse(stdout)).findings;
    expect([first?.line, first?.column, first?.endColumn]).toEqual([5, 36, 42]);
  });

  test.each([
    [["lint", "nowhere"], "nowhere: no such file or folder"],
    [["lint", "--select", "no-such-rule"], 'There is no rule "no-such-rule"'],
    [["lint", "--ignore", "inline-eror-string"], 'Did you mean "inline-error-string"?'],
    [["lint", "--format", "xml"], "Allowed choices are text, json, sarif, github"],
    [["lint", "--statistics", "--format", "json"], "--statistics goes with --format text"],
    [["lint", "--diff", "--format", "json"], "--diff goes with --format text"],
    [["lint", ".", "--stdin-filename", "a.py"], "leave the paths out"],
    [["lint", "--fix", "--stdin-filename", "a.py"], "take --diff"],
    [["lint", "--stdin-filename", "nowhere/a.py"], "nowhere: no such folder"],
    [["lint", "--config", "nowhere.yaml"], "the configuration file cannot be read"],
    [["frobnicate"], "unknown command 'frobnicate'"],
  ])("wrong usage exits with 2 and says why: %j", async (args, message) => {
    const folder = await folderOf({});
    const { code, stdout, stderr } = await runCli(folder, ...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });

  test("a wrong configuration exits with 2, at its place", async () => {
    const folder = await folderOf({ ".backend-spec.yaml": "profle: modular\n", "app.py": inline });
    const { code, stdout } = await runCli(folder, "lint");
    expect(code).toBe(2);
    expect(stdout).toContain(
      '.backend-spec.yaml:1:1: error: Unknown key "profle". (invalid-config)',
    );
  });
});

test("a wrong configuration exits with 2 whatever part of the project is asked for", async () => {
  const folder = await folderOf({
    ".backend-spec.yaml": "profile: modullar\n",
    "app/a.py": inline,
    "bad.yaml": "profle: x\n",
    "good.yaml": "profile: modular\n",
  });
  expect((await runCli(folder, "lint", "app")).code).toBe(2);
  expect((await runCli(folder, "lint", "app/a.py")).code).toBe(2);
  const bad = await runCli(folder, "lint", "--config", "bad.yaml");
  expect([bad.code, bad.stderr]).toEqual([
    2,
    expect.stringContaining('bad.yaml:1:1: Unknown key "profle".'),
  ]);
  const good = await runCli(folder, "lint", "app", "--config", "good.yaml");
  expect([good.code, good.stderr]).toEqual([1, ""]);
});

test("--fix names a file that it cannot edit, and mends the others", async () => {
  const folder = await folderOf({ ...modular, "app.py": inline });
  const latin = `# -*- coding: latin-1 -*-\n${inline.replace("gone", "caf\u00e9")}`;
  await writeFile(
    join(folder, "a.py"),
    Uint8Array.from(latin, (letter) => letter.charCodeAt(0)),
  );
  const { code, stderr } = await runCli(folder, "lint", "--fix");
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/a\.py: is not UTF-8 and is not edited/),
  ]);
  expect(await readFile(join(folder, "app.py"), "utf8")).toContain("ERROR_GONE");
});

describe("rule", () => {
  test("lists rules as the fixed JSON", async () => {
    const { stdout } = await runCli(example, "rule", "--format", "json");
    const rule = z.strictObject({
      name: z.string(),
      summary: z.string(),
      severity: z.string(),
      profiles: z.array(z.string()),
      fix: z.enum(["safe", "unsafe"]).nullable(),
    });
    expect(z.array(rule).parse(JSON.parse(stdout))).toContainEqual({
      name: "inline-error-string",
      summary: "Keep error messages in module-level constants",
      severity: "warning",
      profiles: ["modular", "layered"],
      fix: "safe",
    });
  });

  test("explains one, and refuses an unknown one", async () => {
    expect((await runCli(example, "rule", "inline-error-string")).stdout).toMatch(
      /^inline-error-string: Keep/,
    );
    expect((await runCli(example, "rule", "nope")).code).toBe(2);
  });
});

test("config shows what is in force", async () => {
  const { code, stdout } = await runCli(example, "config", "--format", "json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    profile: "modular",
    config: { package: "bookshop" },
    rules: expect.arrayContaining([
      {
        rule: "inline-error-string",
        severity: "warning",
        reason: "the profile modular asks for it",
      },
    ]),
  });
});

test("config shows where each key comes from, and what is detected", async () => {
  const { code, stdout } = await runCli(example, "config", "--format", "json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    keys: {
      package: { value: "bookshop", from: "file", reasons: [] },
      "names.schemas": { value: ["Create", "Update", "Read"], from: "profile" },
      "database.session": {
        value: "bookshop.db.session.get_db",
        from: "detected",
        reasons: [expect.stringContaining("bookshop/db/session.py")],
      },
    },
    layers: { router: { from: "profile", files: 3 }, tasks: { from: "detected", files: 0 } },
    detected: [{ package: "bookshop", answers: { profile: { value: "modular" } } }],
  });
});

test("config says in words what is detected, and why", async () => {
  const { code, stdout } = await runCli(example, "config");
  expect(stdout).toContain(`File:    ${join(example, ".backend-spec.yaml")}\n`);
  expect(code).toBe(0);
  expect(stdout).toContain("Profile: modular\n");
  expect(stdout).toMatch(/^ {2}database\.base: "bookshop\.db\.base\.Base" \(detected; /m);
  expect(stdout).toMatch(/^ {2}soft delete: is_deleted \(it is a column of 3 of 3 tables; /m);
});

describe("spec", () => {
  const line = "ScoringService — compute evaluation metrics for submissions";

  test("writes the document under the next free number and prints its path", async () => {
    const folder = await folderOf({ "specs/004-x/spec.md": "" });
    const { code, stdout } = await runCli(folder, "spec", line);
    expect([code, stdout]).toEqual([0, "specs/005-scoring-service/backend-spec.md\n"]);
    expect(await readFile(join(folder, stdout.trim()), "utf8")).toContain(
      "# Backend Spec: ScoringService\n",
    );
  });

  test("--stdout prints the document and writes nothing", async () => {
    const folder = await folderOf({});
    const { stdout } = await runCli(folder, "spec", line, "--stdout");
    expect(stdout).toMatch(/^---\nbackend-spec: service\n/);
    expect(existsSync(join(folder, "specs"))).toBe(false);
  });

  const answers = `line: ${line}
entities: [{ name: Score, fields: ["metric:str(64)"] }]
operations: [create]
`;

  test.each([
    ["service", "specs/001-scoring-service/backend-spec.md"],
    ["module", "specs/001-scoring-service/module-scoring-service.md"],
    ["task", "specs/001-scoring-service/task-scoring-service.md"],
    ["guide", "specs/001-scoring-service/backend-guide.md"],
  ])("--format %s is made from answers, and lint finds only open places", async (format, path) => {
    const folder = await folderOf({ "answers.yaml": answers });
    const made = await runCli(folder, "spec", "--format", format, "--answers", "answers.yaml");
    expect([made.code, made.stdout]).toEqual([0, `${path}\n`]);
    expect(await readFile(join(folder, path), "utf8")).toContain("create_score");
    const { code, stdout } = await runCli(folder, "lint", "--format", "json");
    const { findings, summary } = JSON.parse(stdout);
    expect([code, summary.files]).toEqual([0, 1]);
    expect(new Set(findings.map(({ rule }: { rule: string }) => rule))).toEqual(
      new Set(["spec-placeholder"]),
    );
  });

  test.each([
    ["--format", "sonnet", /no format “sonnet”. Choose one of: service, module, task, guide/],
    ["--answers", "gone.yaml", /gone\.yaml: .*no such file/],
    ["--answers", "wrong.yaml", /wrong\.yaml:1:34: There is no type “strr”. Is it str\?/],
  ])("%s %s is refused with what is wrong", async (option, value, message) => {
    const wrong = 'entities: [{name: A, fields: ["a:strr"]}]\n';
    const folder = await folderOf({ "wrong.yaml": wrong });
    const { code, stderr } = await runCli(folder, "spec", line, option, value);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync(join(folder, "specs"))).toBe(false);
  });

  test("answers come as options, too", async () => {
    const folder = await folderOf({});
    const said = [
      "--entity",
      "Score value:float",
      "--dependency",
      "Stripe=external-api,timeout=8s",
    ];
    const more = ["--operation", "compute(score_id: UUID) -> Score", "--rule", "Empty is 0.0"];
    const { code, stdout } = await runCli(folder, "spec", line, ...said, ...more, "--stdout");
    expect(code).toBe(0);
    expect(stdout).toContain("    value: float\n");
    expect(stdout).toMatch(/^\| Stripe +\| External API \|.*\| 8s +\|/m);
    expect(stdout).toContain("async def compute(score_id: UUID) -> Score:");
    expect(stdout).toMatch(/^\| BR-001 +\| Empty is 0\.0 /m);
    const wrong = await runCli(folder, "spec", line, "--dependency", "mysql");
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('--dependency "mysql": '),
    ]);
  });

  test("--from takes the folder it runs in, whatever that is called", async () => {
    const folder = await folderOf({
      "my+app (1)/service.py": "class UserService:\n    def get(self) -> int:\n        return 1\n",
    });
    const { code, stdout } = await runCli(
      join(folder, "my+app (1)"),
      "spec",
      "--from",
      ".",
      "--stdout",
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining("class UserService:")]);
  });

  test("a spec outside of any repository finds the code that it names", async () => {
    const folder = await folderOf({
      "app/users/service.py": "class UserService:\n    def get(self) -> int:\n        return 1\n",
    });
    const made = await runCli(folder, "spec", "--from", "app/users");
    expect(made.stdout).toBe("specs/001-user-service/module-user-service.md\n");
    const { code, stdout } = await runCli(folder, "lint", "specs", "--ignore", "spec-placeholder");
    expect([code, stdout]).toEqual([0, expect.not.stringContaining("There is no")]);
  });

  test("lint fixes a spec that was edited wrongly", async () => {
    const folder = await folderOf({});
    const { stdout: path } = await runCli(folder, "spec", line);
    const file = join(folder, path.trim());
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/## Security[\s\S]*(?=## Performance)/, ""));
    expect((await runCli(folder, "lint")).stdout).toContain("spec-missing-section");
    expect((await runCli(folder, "lint", "--fix")).code).toBe(0);
    expect(await readFile(file, "utf8")).toContain("### Sensitive Data Handling\n");
  });

  test("--into takes a feature folder, and never writes over a file", async () => {
    const folder = await folderOf({ "specs/004-x/spec.md": "" });
    expect((await runCli(folder, "spec", line, "--into", "specs/004-x")).code).toBe(0);
    const again = await runCli(folder, "spec", line, "--into", "specs/004-x");
    expect([again.code, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toMatch(/specs\/004-x\/backend-spec\.md/);
  });

  test("--from fills it from a module's code, with links from where it lands", async () => {
    const folder = await folderOf({
      "app/users/service.py":
        'class UserService:\n    """Knows users."""\n\n    def get(self, user_id: int) -> str:\n        """Return one."""\n',
    });
    const { code, stdout } = await runCli(folder, "spec", "--from", "app/users/service.py");
    expect([code, stdout]).toEqual([0, "specs/001-user-service/module-user-service.md\n"]);
    const text = await readFile(join(folder, stdout.trim()), "utf8");
    expect(text).toContain("module: app/users/service.py\n");
    expect(text).toContain("[`UserService.get()`](../../app/users/service.py#L4)");
    const named = await runCli(folder, "spec", "Users — who", "--from", "app/users", "--stdout");
    expect(named.stdout).toContain("# Backend Service Specification: Users\n");
  });

  test.each([
    ["app/nothing", /no such file or folder/],
    ["app/empty.py", /There is no service, endpoint, task or model in “app\/empty\.py”/],
    ["docs", /There is no Python file/],
  ])("--from %s says what is wrong", async (from, message) => {
    const folder = await folderOf({ "app/empty.py": "x = 1\n", "docs/a.md": "" });
    const { code, stderr } = await runCli(folder, "spec", "--from", from);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test.each([[[]], [[""]], [["—"]], [["?!"]]])("without a name it says so: %j", async (words) => {
    const folder = await folderOf({});
    const { code, stderr } = await runCli(folder, "spec", ...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/\w/);
  });

  test("a folder that cannot be written is named, and nothing is left behind", async () => {
    const folder = await folderOf({ specs: "a file, not a folder" });
    const { code, stderr } = await runCli(folder, "spec", line);
    expect(code).toBe(2);
    expect(stderr).toMatch(/“specs” is a file/);
  });

  // Root may write everywhere, so that the bit alone proves nothing for root.
  test.skipIf(process.getuid?.() === 0)("nor is a read-only folder written", async () => {
    const folder = await folderOf({});
    await mkdir(join(folder, "specs"));
    await chmod(join(folder, "specs"), 0o500);
    expect((await runCli(folder, "spec", line)).stderr).toMatch(/permission denied/);
    await chmod(join(folder, "specs"), 0o700);
  });
});

test("what stands in package.json as the program can be run", () => {
  const program = join(import.meta.dirname, "../../dist/cli.js");
  expect(execFileSync(process.execPath, [program, "--version"], { encoding: "utf8" })).toMatch(
    /^\d+\.\d+\.\d+\n$/,
  );
});
