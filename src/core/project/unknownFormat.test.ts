import { expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";

test.each([
  ["servise", 14, 21, "There is no format “servise”. Is it service?"],
  [
    "sonnet",
    14,
    20,
    "There is no format “sonnet”. Choose one of: service, module, task, guide, ours.",
  ],
  [
    "[task]",
    14,
    20,
    'There is no format “["task"]”. Choose one of: service, module, task, guide, ours.',
  ],
  ["", 0, 12, "No format is named. Choose one of: service, module, task, guide, ours."],
])("a front matter that names the format “%s”", async (name, from, to, message) => {
  const { project } = await createTestProject({
    "a.md": `---\nname: A\nbackend-spec: ${name}\n---\n\n# Backend Spec: A\n`,
    ".backend-spec/formats/ours.yaml":
      'name: ours\ntitle: "Ours: <name>"\nfile: o.md\nfrontMatter: [name]\nsections:\n' +
      "  - { id: a, heading: A, level: 2, about: all }\n",
  });
  const { findings } = await project.check("a.md");
  expect(findings.map((one) => [one.rule, one.message])).toEqual([["invalid-config", message]]);
  expect(findings[0]?.range).toEqual({
    start: { line: 2, character: from },
    end: { line: 2, character: to },
  });
});

test.each([
  "---\ntitle: backend-spec\n---\n\n# Backend Spec: A\n",
  "# Notes\n\n---\nbackend-spec: servise\n---\n",
])("a document that names none is left alone", async (text) => {
  const { project } = await createTestProject({ "a.md": text });
  expect((await project.check("a.md")).findings).toEqual([]);
});
