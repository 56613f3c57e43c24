import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { examplePython } from "../../scripts/examplePython";
import { run } from "../../scripts/vscode/process";
import { readRuleCase } from "../../src/core/rules/testing/ruleCase";

const rules = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".py"))
  .map((name) => basename(name, ".py"));
const areas = join(import.meta.dirname, "..", "..", "src", "core", "rules");
const scratch = mkdtempSync(join(tmpdir(), "backend-spec-claims-"));
const answerSchema = z.strictObject({ bug: z.boolean(), seen: z.string() });
let python: string;

const INSTALL_MS = 300_000;
beforeAll(async () => {
  python = await examplePython();
}, INSTALL_MS);
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(rules)("%s", (rule) => {
  it("finds what is a bug on the real frameworks", async () => {
    expect(await answerOf(rule, "bad")).toMatchObject({ bug: true });
  });
  it("advises what is none", async () => {
    expect(await answerOf(rule, "good")).toMatchObject({ bug: false });
  });
});

/** What the claim's program says about one of the rule's examples. */
async function answerOf(rule: string, example: "bad" | "good") {
  const folder = join(scratch, rule, example);
  for (const [path, text] of Object.entries(readRuleCase(exampleText(rule, example)).files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const output = await run(python, [join(import.meta.dirname, `${rule}.py`)], {
    cwd: folder,
    env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" },
  });
  // Python's warnings may come after it.
  const line = output.split("\n").findLast((one) => one.startsWith("{"));
  return answerSchema.parse(JSON.parse(line ?? ""));
}

function exampleText(rule: string, example: "bad" | "good"): string {
  const files = readdirSync(areas).map((area) =>
    join(areas, area, rule, "cases", `example_${example}.py`),
  );
  const file = files.find((path) => existsSync(path));
  if (file === undefined) throw new Error(`No rule "${rule}" has an ${example} example.`);
  return readFileSync(file, "utf8");
}
