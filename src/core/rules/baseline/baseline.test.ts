import { describe, expect, test } from "vitest";
import { createTestProject } from "../../testing/testProject";
import { parseBaseline, writeBaseline } from "./baseline";
import { pruneBaseline } from "./pruneBaseline";
import { recordFindings } from "./recordFindings";

const selection = { select: ["inline-error-string"], ignore: [] };
const raising = (...messages: string[]) =>
  [
    "from fastapi import HTTPException\n\n\ndef f():",
    ...messages.map((message) => `    raise HTTPException(404, ${message})`),
    "",
  ].join("\n");

/** The baseline of some files as they are. */
async function baselineOf(files: Readonly<Record<string, string>>) {
  const { project } = await createTestProject(files);
  const entries = await Promise.all(
    project.pythonPaths.map(async (path) => {
      const { findings, document } = await project.check(path, selection);
      return recordFindings(path, findings, ({ range }) => document?.getText(range) ?? "");
    }),
  );
  return entries.flat();
}

/** What is left of the findings of files, as `path:line`, and what was known, under a baseline. */
async function checked(
  files: Readonly<Record<string, string>>,
  entries: Awaited<ReturnType<typeof baselineOf>>,
) {
  const { project } = await createTestProject({
    ...files,
    ".backend-spec/baseline.json": writeBaseline(entries),
  });
  const reports = await Promise.all(
    project.pythonPaths.map(async (path) => await project.check(path, selection)),
  );
  return {
    project,
    reports,
    found: reports.flatMap(({ path, findings }) =>
      findings.map(({ range }) => `${path}:${range.start.line + 1}`),
    ),
    known: reports.flatMap(({ baselined }) => baselined).length,
  };
}

describe("a baseline", () => {
  test("silences what it holds, wherever in the file and however it is laid out", async () => {
    const entries = await baselineOf({ "a.py": raising('"gone"') });
    const now = raising('"gone"', '"new"').replace("def f", "x = 1\n\ndef f");
    const { found, known } = await checked({ "a.py": now }, entries);
    expect([found, known]).toEqual([["a.py:8"], 1]);
    const broken = raising('("gone" "once")').replace('" "', '"\n        "');
    const folded = await baselineOf({ "a.py": raising('("gone" "once")') });
    expect((await checked({ "a.py": broken }, folded)).found).toEqual([]);
  });

  test("knows as many of the same as there were", async () => {
    const entries = await baselineOf({ "a.py": raising('"gone"', '"gone"') });
    expect(entries).toMatchObject([{ path: "a.py", count: 2 }]);
    const { found } = await checked({ "a.py": raising('"gone"', '"gone"', '"gone"') }, entries);
    expect(found).toEqual(["a.py:7"]);
  });

  test("follows a file that was moved, and not one that was copied", async () => {
    const entries = await baselineOf({ "a.py": raising('"gone"') });
    expect((await checked({ "b/c.py": raising('"gone"') }, entries)).found).toEqual([]);
    const copied = { "a.py": raising('"gone"'), "b.py": raising('"gone"') };
    expect((await checked(copied, entries)).found).toEqual(["b.py:5"]);
  });

  test("takes no file for moved that has findings of its own in it", async () => {
    const before = { "a.py": raising('"gone"'), "b.py": raising('"other"') };
    const now = { "b.py": raising('"other"', '"gone"') };
    expect((await checked(now, await baselineOf(before))).found).toEqual(["b.py:6"]);
  });

  test("is that of the nearest configuration, with its paths", async () => {
    const entries = await baselineOf({ "a.py": raising('"gone"') });
    const { project } = await createTestProject({
      "one/.backend-spec.yaml": "baseline: known.json\n",
      "one/known.json": writeBaseline(entries),
      "one/a.py": raising('"gone"'),
      "a.py": raising('"gone"'),
    });
    expect((await project.check("one/a.py", selection)).findings).toEqual([]);
    expect((await project.check("a.py", selection)).findings).toHaveLength(1);
  });

  test("loses what matches nothing any more, and moves with its files", async () => {
    const before = { "a.py": raising('"one"', '"two"', '"two"'), "b.py": raising('"three"') };
    const entries = await baselineOf(before);
    const now = { "a.py": raising('"two"'), "c/b.py": raising('"three"') };
    const { project, reports } = await checked(now, entries);
    const baseline = await project.baselines.at(project.baselineFor("a.py").uri, true);
    const pruned = pruneBaseline(baseline.entries, { files: reports, isJudged: () => true });
    expect(pruned.dropped).toBe(2);
    expect(pruned.entries).toEqual(await baselineOf(now));
    const nothingSaid = pruneBaseline(entries, { files: [], isJudged: () => false });
    expect(nothingSaid).toEqual({ entries, dropped: 0, isChanged: false });
  });
});

describe("a baseline's file", () => {
  const entry = { path: "a.py", rule: "r", hash: "1", count: 1 };

  test("has a line an entry, sorted", () => {
    const text = writeBaseline([{ ...entry, path: "b.py" }, { ...entry, rule: "s" }, entry]);
    expect(text.split("\n").slice(3, 6)).toEqual([
      '    {"path":"a.py","rule":"r","hash":"1","count":1},',
      '    {"path":"a.py","rule":"s","hash":"1","count":1},',
      '    {"path":"b.py","rule":"r","hash":"1","count":1}',
    ]);
    expect(parseBaseline(text).entries).toHaveLength(3);
    expect(parseBaseline(writeBaseline([])).entries).toEqual([]);
  });

  test.each([
    ["<<<<<<< HEAD", "is not JSON"],
    ['{"version":"2","findings":{}}', "is of version 2, and this Backend Spec reads version 1"],
    ['{"version":"1","findings":[{"path":"a.py"}]}', "is no baseline: findings.0"],
    ["[]", "is no baseline"],
  ])("that does not fit says why: %s", (text, problem) => {
    expect(parseBaseline(text).problem).toContain(problem);
  });

  test("that cannot be read is named, and knows nothing", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": "baseline: nowhere.json\n",
      "a.py": raising('"gone"'),
    });
    expect((await project.check("a.py", selection)).findings).toHaveLength(1);
    expect(project.baselines.problems).toMatchObject([
      { message: "the baseline cannot be read: no such file or folder" },
    ]);
  });
});
