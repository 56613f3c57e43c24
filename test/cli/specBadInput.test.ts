import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Client, uriOf, workspaceOf } from "../server/client";
import { runCli } from "./run";

/** What goes wrong with a spec, at the terminal and over LSP alike: a clear word, and nothing is lost. */

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function workspace(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf({ ".backend-spec.yaml": "", ...files });
  cleanUp.push(remove);
  return folder;
}

/** Runs the same over LSP. */
async function generate(folder: string, argument: object): Promise<Record<string, unknown>> {
  const client = await Client.start([folder], {});
  cleanUp.push(() => client.stop());
  return await client.connection.sendRequest("workspace/executeCommand", {
    command: "backend-spec.generateSpec",
    arguments: [argument],
  });
}

const broken = `class PayService:
    async def pay(self, amount: int) -> bool:
        """Pay an amount."""
        if amount < 0
            raise ValueError("no")
        return True

    async def last(self) -> int:
        return 1
`;

test.each([
  ["Scoring", "specs/001-scoring/backend-spec.md", "Scoring"],
  ["my scoring service", "specs/001-my-scoring-service/backend-spec.md", "MyScoringService"],
  ["Сервис оценок — считает", "specs/001-servis-otsenok/backend-spec.md", "СервисОценок"],
])("a name alone, with blanks, in Cyrillic: %s", async (line, path, name) => {
  const folder = await workspace({});
  expect((await generate(folder, { line })).files).toEqual([uriOf(join(folder, path))]);
  const { code, stdout } = await runCli(folder, "spec", line);
  expect([code, stdout]).toEqual([0, `${path}\n`]);
  const printed = await runCli(folder, "spec", line, "--into", "specs", "--stdout");
  expect(printed.stdout).toContain(`# Backend Spec: ${name}\n`);
});

test("a document that is there already is in the way of a file, not of a print", async () => {
  const path = "specs/001-scoring/backend-spec.md";
  const folder = await workspace({ [path]: "mine\n" });
  const { code, stderr } = await runCli(folder, "spec", "Scoring");
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${path} is there already.`)]);
  const printed = await runCli(folder, "spec", "Scoring", "--stdout");
  expect([printed.code, printed.stderr]).toEqual([0, ""]);
  expect(printed.stdout).toContain("# Backend Spec: Scoring\n");
  expect(await readFile(join(folder, path), "utf8")).toBe("mine\n");
});

test("fields of an unknown type, and the same entity twice", async () => {
  const answers = 'entities:\n  - name: A\n    fields: ["a:strr"]\n  - name: a\n';
  const folder = await workspace({ "a.yaml": answers });
  const { code, stdout, stderr } = await runCli(folder, "spec", "X", "--answers", "a.yaml");
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("a.yaml:3:17: There is no type “strr”. Is it str?");
  expect(stderr).toContain("a.yaml:4:11: There is an entity “A” already.");
  const twice = { entities: [{ name: "A" }, { name: "a" }] };
  expect(await generate(folder, { line: "X", answers: twice })).toMatchObject({
    problem: "entities.1.name: There is an entity “A” already.",
  });
  expect(await readdir(folder)).not.toContain("specs");
});

test("answers that are not there", async () => {
  const { code, stderr } = await runCli(await workspace({}), "spec", "X", "--answers", "no.yaml");
  expect([code, stderr]).toEqual([2, expect.stringContaining("no.yaml: no such file\n")]);
});

test("a module without a service, and one that is not there", async () => {
  const folder = await workspace({ "app/users/__init__.py": "x = 1\n" });
  for (const [from, message] of [
    ["app/users", "There is no service, endpoint, task or model in “app/users”."],
    ["app/users/__init__.py:Users", "There is no class “Users” in app/users/__init__.py."],
    ["app/orders", ""],
  ] as const) {
    const { code, stderr } = await runCli(folder, "spec", "--from", from);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect((await generate(folder, { from })).problem).toContain(message);
  }
});

test("code with errors: what can be read of it is there", async () => {
  const folder = await workspace({ "app/pay/service.py": broken });
  const { code, stdout } = await runCli(folder, "spec", "--from", "app/pay", "--stdout");
  expect(code).toBe(0);
  expect(stdout).toContain("async def pay(self, amount: int) -> bool:");
  expect(stdout).toContain("async def last(self) -> int:");
  expect(JSON.stringify((await generate(folder, { from: "app/pay" })).edit)).toContain("def last");
});

test("a format file that is wrong is named with its place", async () => {
  const folder = await workspace({ ".backend-spec/formats/x.yaml": "name: run book\n" });
  const place = ".backend-spec/formats/x.yaml:1:7: Expected a lower-case word.";
  const { code, stderr } = await runCli(folder, "spec", "X", "--format", "runbook");
  expect([code, stderr]).toEqual([2, expect.stringContaining(place)]);
  expect(await generate(folder, { line: "X", format: "runbook" })).toEqual({ problem: place });
});

test("a place that cannot be written", async () => {
  const folder = await workspace({ specs: "a file" });
  const { code, stderr } = await runCli(folder, "spec", "X");
  expect([code, stderr]).toEqual([2, expect.stringContaining("“specs” is a file")]);
  expect((await generate(folder, { line: "X" })).problem).toContain("“specs” is a file");
});

test("two specs of one number: the next one is free", async () => {
  const folder = await workspace({ "specs/003-a/spec.md": "", "specs/003-b/spec.md": "" });
  expect((await runCli(folder, "spec", "Orders")).stdout).toBe(
    "specs/004-orders/backend-spec.md\n",
  );
});

test("a table of 500 rows and a spec without a heading are judged, and mended", async () => {
  const rows = Array.from(
    { length: 500 },
    (_, n) => `| BR-${String(n + 1).padStart(3, "0")} | r | i | v |`,
  );
  const big = `# Backend Spec: Big\n\n## Business Logic\n\n### Business Rules\n\n| ID | Rule | Implementation | Validation Point |\n|---|---|---|---|\n${rows.join("\n")}\n| | new | i | v |\n`;
  const folder = await workspace({
    "specs/001-big/a.md": big,
    "specs/002-bare/a.md": "---\nbackend-spec: service\n---\n\nJust text.\n",
  });
  const { code } = await runCli(folder, "lint", "--fix");
  const after = await runCli(folder, "lint", "--format", "json", "--min-severity", "warning");
  const { findings } = JSON.parse(after.stdout) as { findings: { path: string; rule: string }[] };
  expect(findings.filter(({ rule }) => rule === "spec-missing-section")).toEqual([]);
  expect(findings.filter(({ rule }) => rule === "spec-rule-id")).toEqual([]);
  expect([0, 1]).toContain(code);
});
