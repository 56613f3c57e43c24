import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { inspect } from "../inspect/inspect";
import { rules } from "../rules/registry";
import { createTestProject } from "../testing/testProject";
import type { Project } from "./project";

const example = join(import.meta.dirname, "../../../examples/bookshop");
const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(example, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py") && path.startsWith("bookshop/"))
    .map((path) => [path, readFileSync(join(example, path), "utf8")]),
);

const selection = { select: rules.map(({ meta }) => meta.name), ignore: [] };

/** All that is said of a project, with the project's own folder taken out. */
async function saidOf(project: Project): Promise<unknown> {
  const reports = await Promise.all(
    project.pythonPaths.map(async (path) => {
      const { findings, errors } = await project.check(path, selection);
      return { path, findings, errors };
    }),
  );
  const said = { reports, inspected: inspect(project.code, project.root, project.unread) };
  return JSON.parse(JSON.stringify(said).replaceAll(project.root, ""));
}

describe("after an edit", () => {
  // What one module says of another is asked for at many places: any of them could keep what was true before.
  test("all is as if it had been read anew", async () => {
    const { project } = await createTestProject(files);
    const before = await saidOf(project);
    let version = 1;
    const write = (path: string, text: string): void => {
      const uri = `${project.root}/${path}`;
      project.setDocument(TextDocument.create(uri, "python", version++, text));
    };
    const some = Object.keys(files).filter((_, index) => index % 12 === 0);
    for (const path of some) {
      write(path, "");
      const { project: fresh } = await createTestProject({ ...files, [path]: "" });
      expect(await saidOf(project), path).toEqual(await saidOf(fresh));
      write(path, files[path] ?? "");
    }
    expect(await saidOf(project)).toEqual(before);
  }, 120_000);

  test("a function that begins to block is found from a route in another file", async () => {
    const main =
      'from fastapi import FastAPI\n\nfrom app.work import work\n\napp = FastAPI()\n\n\n@app.get("/")\nasync def root():\n    work()\n';
    const work = (body: string): string => `import time\n\n\ndef work() -> None:\n    ${body}\n`;
    const { project } = await createTestProject({
      "app/main.py": main,
      "app/work.py": work("pass"),
    });
    const rulesIn = async (path: string): Promise<readonly string[]> =>
      (await project.check(path)).findings.map(({ rule }) => rule);
    expect(await rulesIn("app/main.py")).toEqual([]);
    const uri = `${project.root}/app/work.py`;
    project.setDocument(TextDocument.create(uri, "python", 2, work("time.sleep(1)")));
    expect(await rulesIn("app/main.py")).toEqual(["blocking-call-in-async"]);
  });

  test("the first file of a project that had none is seen", async () => {
    const { project } = await createTestProject({});
    expect(inspect(project.code, project.root, []).endpoints).toEqual([]);
    const main = 'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef root(): ...\n';
    const uri = `${project.root}/main.py`;
    project.setDocument(TextDocument.create(uri, "python", 1, main));
    expect(inspect(project.code, project.root, []).endpoints).toHaveLength(1);
  });
});
