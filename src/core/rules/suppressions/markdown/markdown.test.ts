import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { silence } from "../../../project/silence";
import { createTestProject } from "../../../testing/testProject";

const selection = {
  select: ["spec-placeholder", "spec-python-syntax", "unused-suppression", "unknown-rule"],
  ignore: [],
};
const head = "# Backend Spec: Orders\n\n## Overview\n\n";

async function check(body: string) {
  const { project } = await createTestProject({ "spec.md": head + body });
  const report = await project.check("spec.md", selection);
  const found = report.findings.map(({ rule, range }) => `${range.start.line - 3}:${rule}`);
  return { project, report, found, reasons: report.suppressed.map(({ reason }) => reason) };
}

const ignore = "<!-- backend-spec: ignore[spec-placeholder] old -->";

test.each([
  ["at the end of the line", `[Text] ${ignore}\n`],
  ["alone above", `${ignore}\n\n- [Text]\n- more\n`],
  ["alone above a table", `${ignore}\n\n| a |\n|---|\n| b |\n| [Text] |\n`],
  ["within a cell", `| a |\n|---|\n| [Text] ${ignore} |\n`],
  ["for the file", "<!-- backend-spec: ignore-file[spec-placeholder] old -->\n\n[Text]\n"],
  ["in Python", "```python\nx = 1  # backend-spec: ignore[spec-placeholder] old\n```\n\ntext\n"],
  [
    "in Python, above",
    "```python\n# backend-spec: ignore[spec-placeholder] old\nx = 1  # TODO: x\n```\n",
  ],
  [
    "in Mermaid, above",
    "```mermaid\npie\n%% backend-spec: ignore[spec-placeholder] old\n%% TODO: x\n```\n",
  ],
])("a comment silences %s", async (where, body) => {
  const { found, reasons } = await check(body);
  // Nothing is open in that line, so that the comment is not needed.
  const isUnused = where === "in Python";
  expect(found).toEqual(isUnused ? ["2:unused-suppression"] : []);
  expect(reasons).toEqual(isUnused ? [] : ["old"]);
});

test("a comment does not reach beyond its line or block", async () => {
  const { found } = await check(`${ignore}\n\ntext\n\n[Text]\n`);
  expect(found).toEqual(["1:unused-suppression", "5:spec-placeholder"]);
});

test("a rule that does not exist is named", async () => {
  const { report } = await check("text <!-- backend-spec: ignore[spec-placehoder] -->\n");
  expect(report.findings).toMatchObject([
    { rule: "unknown-rule", message: expect.stringContaining('Did you mean "spec-placeholder"?') },
  ]);
});

test.each([
  "text <!-- backend-spec: ignore spec-placeholder -->\n",
  "text <!-- backend-spec: ignore[] why -->\n",
  "```python\nx = 1  # backend-spec: ignore[spec-placeholder\n```\n",
])("one that is written wrongly is reported: %j", async (body) => {
  const { found } = await check(body);
  expect(found).toEqual([`${body.startsWith("text") ? 1 : 2}:unused-suppression`]);
});

test("rules about Python are known, and not called unused", async () => {
  const { found } = await check("text <!-- backend-spec: ignore[long-function] x -->\n");
  expect(found).toEqual([]);
});

test("an unused comment can be removed", async () => {
  const { report } = await check(`text ${ignore}\n`);
  const edits = report.findings[0]?.fix?.edits.replacements ?? [];
  const document = report.document ?? TextDocument.create("", "", 0, "");
  expect(TextDocument.applyEdits(document, [...edits])).toBe(`${head}text\n`);
});

test.each([
  ["[Text]\n", "[Text] <!-- backend-spec: ignore[spec-placeholder] reason -->\n"],
  [
    "| a |\n|---|\n| [Text] |\n",
    "| a |\n|---|\n| [Text] <!-- backend-spec: ignore[spec-placeholder] reason --> |\n",
  ],
  [
    "```python\n1. x\n```\n",
    "<!-- backend-spec: ignore[spec-python-syntax] reason -->\n\n```python\n1. x\n```\n",
  ],
  [
    "[Text] <!-- backend-spec: ignore[spec-link] why -->\n",
    "[Text] <!-- backend-spec: ignore[spec-link, spec-placeholder] why -->\n",
  ],
])("a finding is ignored with a reason: %j", async (before, after) => {
  const { project, report } = await check(before);
  const finding = report.findings.find(({ rule }) => rule.startsWith("spec-"));
  const edit = finding && (await silence(project, "spec.md", finding));
  if (report.document === undefined || edit === undefined) throw new Error("nothing to edit");
  expect(TextDocument.applyEdits(report.document, [edit])).toBe(head + after);
  expect((await check(after)).found.filter((one) => one.includes(":spec-"))).toEqual([]);
});

test("a format file that is wrong is named where it is linted", async () => {
  const path = ".backend-spec/formats/ours.yaml";
  const { project } = await createTestProject({ [path]: "name: Ours\n", "a.py": "" });
  expect(project.specs.wrongPaths).toEqual([path]);
  const { findings } = await project.check(path);
  expect(findings.map(({ message }) => message)).toContain("Expected a lower-case word.");
  expect(findings[0]).toMatchObject({ rule: "invalid-config", severity: "error" });
});
