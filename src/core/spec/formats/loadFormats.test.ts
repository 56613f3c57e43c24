import { expect, test } from "vitest";
import { MemoryFileSystem } from "../../testing/memoryFileSystem";
import { generateSpec } from "../generateSpec";
import { loadFormats } from "./loadFormats";

const folder = "file:///project";
const runbook = `name: runbook
title: "Runbook: <name>"
file: runbook-<name>.md
frontMatter: [backend-spec, name]
sections:
  - id: alarms
    heading: Alarms
    level: 2
    about: one row for each alarm
    holds:
      - kind: table
        columns: [Alarm, Action]
`;

const load = (files: Record<string, string>) => loadFormats(folder, new MemoryFileSystem(files));

test("a folder without formats of its own has the product's", async () => {
  const { formats, problems } = await load({ "a.py": "" });
  expect([...formats.keys()]).toEqual(["service", "module", "task", "guide"]);
  expect(problems).toEqual([]);
});

test("a team adds a format, and overrides one", async () => {
  const { formats } = await load({
    ".backend-spec/formats/runbook.yaml": runbook,
    ".backend-spec/formats/ours.yml": runbook.replace("name: runbook", "name: module"),
    ".backend-spec/formats/notes.txt": "no format",
  });
  expect(formats.get("runbook")?.sections[0]?.holds[0]).toMatchObject({ required: true });
  expect(formats.get("module")?.title).toBe("Runbook: <name>");
});

test("a format file that is wrong is named with the place of each mistake", async () => {
  const { formats, problems } = await load({
    ".backend-spec/formats/a.yaml": runbook.replace("level: 2", "level: two"),
    ".backend-spec/formats/b.yaml": runbook.replace("Alarm, Action", "]"),
    ".backend-spec/formats/c.yaml": runbook.replace("    heading: Alarms\n", ""),
    ".backend-spec/formats/d.yaml": `${runbook}colour: red\n`,
    ".backend-spec/formats/e.yaml": runbook.replace("kind: table", "kind: tabel"),
  });
  expect(formats.has("runbook")).toBe(false);
  const lines = problems.map(
    (one) => `${one.path.slice(-6)}:${one.range.start.line + 1} ${one.message}`,
  );
  expect(lines).toEqual([
    "a.yaml:8 Invalid input: expected number, received string",
    expect.stringContaining("b.yaml:12"),
    expect.stringContaining('c.yaml:6 The key "heading" is missing.'),
    'd.yaml:13 Unknown key "colour".',
    "e.yaml:11 Expected one of the kinds paragraph, list, table and fence.",
  ]);
});

test("of two files with one format the second is wrong", async () => {
  const { formats, problems } = await load({
    ".backend-spec/formats/a.yaml": runbook,
    ".backend-spec/formats/b.yaml": runbook.replace("Alarms", "Others"),
  });
  expect(formats.get("runbook")?.sections[0]?.heading).toBe("Alarms");
  expect(problems).toEqual([
    {
      path: ".backend-spec/formats/b.yaml",
      message: ".backend-spec/formats/a.yaml has a format of the name “runbook” already.",
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 13 } },
    },
  ]);
});

test("a document of a format of one's own is generated, and a wrong one refused", async () => {
  const clock = { today: () => "2026-01-15" };
  const request = { line: "Shop", format: "runbook", folder, specsFolder: "specs" };
  const good = new MemoryFileSystem({ ".backend-spec/formats/runbook.yaml": runbook });
  const generated = await generateSpec(request, { fileSystem: good, clock });
  expect("plan" in generated && generated.plan.creations[0]?.content).toBe(
    "---\nbackend-spec: runbook\nname: Shop\n---\n\n# Runbook: Shop\n\n## Alarms\n\n| Alarm | Action |\n| ----- | ------ |\n\n<!-- TODO: one row for each alarm -->\n",
  );
  const other = new MemoryFileSystem({
    ".backend-spec/formats/runbook.yaml": runbook,
    ".backend-spec/formats/other.yaml": "name: Other\n",
  });
  expect(await generateSpec(request, { fileSystem: other, clock })).toEqual(generated);
  const bad = new MemoryFileSystem({ ".backend-spec/formats/runbook.yaml": "name: Runbook\n" });
  expect(await generateSpec(request, { fileSystem: bad, clock })).toEqual({
    problem: ".backend-spec/formats/runbook.yaml:1:7: Expected a lower-case word.",
  });
});
