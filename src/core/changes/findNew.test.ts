import { describe, expect, test } from "vitest";
import type { ChangedFile } from "../ports";
import { joinUri } from "../project/paths";
import { configuredRules } from "../rules/activation";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { createTestCore } from "../testing/testProject";
import { findNew } from "./findNew";
import { RewindableFiles } from "./rewindableFiles";

type Files = Readonly<Record<string, string>>;
const root = "file:///project";

/** `path:line rule` of what a change brought in. @param moved new paths by old ones */
async function brought(before: Files, now: Files, moved: Files = {}): Promise<readonly string[]> {
  const files = new RewindableFiles(new MemoryFileSystem(now));
  const project = (await createTestCore(files)).openProject(root);
  await project.scan();
  const newNames = new Set(Object.values(moved));
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((path) => before[path] !== now[path] && !newNames.has(path))
    .map((path): ChangedFile => {
      const name = moved[path] ?? path;
      return {
        now: now[name] === undefined ? undefined : joinUri(root, name),
        earlier: before[path] === undefined ? undefined : joinUri(root, path),
        before: before[path] === undefined ? undefined : new TextEncoder().encode(before[path]),
      };
    });
  const changes = { commit: "abc", files: changed, notes: [] };
  const query = { selection: configuredRules, isAsked: () => true };
  const reports = await findNew(project, files, changes, query);
  // The project shows the present again.
  for (const path of project.pythonPaths) {
    expect((await project.check(path)).document?.getText()).toBe(now[path]);
  }
  return reports.flatMap(({ path, findings }) =>
    findings.map(({ range, rule }) => `${path}:${range.start.line + 1} ${rule}`),
  );
}

const raising = (name: string, message: string) =>
  `def ${name}():\n    raise HTTPException(404, "${message}")\n`;
const head = "from __future__ import annotations\n\nfrom fastapi import HTTPException\n\n\n";
const config = {
  ".backend-spec.yaml": "profile: layered\nrules: { inline-error-string: warning }\n",
};

describe("findNew", () => {
  test("findings of functions that changed, not of those that did not", async () => {
    const before = { ...config, "a.py": head + raising("_f", "gone") + raising("_g", "lost") };
    const now = { ...config, "a.py": head + raising("_f", "gone") + raising("_g", "away") };
    expect(await brought(before, now)).toEqual(["a.py:9 inline-error-string"]);
  });

  test("nothing of what only moved, in its file or with it", async () => {
    const before = { ...config, "a.py": head + raising("_f", "gone") };
    const moved = { ...config, "b.py": head + raising("_f", "gone") };
    expect(await brought(before, moved, { "a.py": "b.py" })).toEqual([]);
    const down = { ...config, "a.py": `${head}X = 1\n\n\n${raising("_f", "gone")}` };
    expect(await brought(before, down)).toEqual([]);
  });

  test("all findings of a new file", async () => {
    const now = { ...config, "a.py": head + raising("_f", "gone") };
    expect(await brought(config, now)).toEqual(["a.py:7 inline-error-string"]);
  });

  const routes = [
    "from fastapi import FastAPI",
    "from helpers import slow",
    "app = FastAPI()",
    '@app.get("/")',
    "async def read() -> None:",
    "    slow()",
    "",
  ].join("\n");

  test("what it broke in a file that did not change", async () => {
    const before = { "main.py": routes, "helpers.py": "def slow():\n    pass\n" };
    const now = { ...before, "helpers.py": "import time\ndef slow():\n    time.sleep(1)\n" };
    expect(await brought(before, now)).toEqual(["main.py:6 blocking-call-in-async"]);
  });

  test("nothing of what was broken before", async () => {
    const before = {
      "main.py": routes,
      "helpers.py": "import time\ndef slow():\n    time.sleep(1)\n",
    };
    const now = { ...before, "helpers.py": "import time\ndef slow():\n    time.sleep(2)\n" };
    expect(await brought(before, now)).toEqual([]);
  });

  test("what can be said where the state before was no Python", async () => {
    const before = { ...config, "a.py": `${head}def (((\n` };
    const now = { ...config, "a.py": head + raising("_f", "gone") };
    expect(await brought(before, now)).toEqual(["a.py:7 inline-error-string"]);
  });

  test("all files count where the configuration changed", async () => {
    const text = { "a.py": head + raising("_f", "gone") };
    expect(await brought(text, { ...text, ...config })).toEqual(["a.py:7 inline-error-string"]);
  });
});
