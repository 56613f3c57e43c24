import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { git, repositoryOf } from "../server/repository";
import { runCli } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const raising = (...names: string[]) =>
  [
    "from __future__ import annotations\n\nfrom fastapi import HTTPException\n",
    ...names.map((name) => `\ndef _${name}():\n    raise HTTPException(404, "${name}")\n`),
  ].join("\n");

/** A repository that is gone after the test. */
async function repository(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await repositoryOf(files);
  cleanUp.push(remove);
  return folder;
}

async function since(folder: string, reference: string, ...args: string[]) {
  const { code, stdout, stderr } = await runCli(folder, "lint", "--since", reference, ...args);
  const places = [...stdout.matchAll(/^(\S+?:\d+):\d+: \w+: /gm)].map(([, place]) => place);
  return { code, places, stderr };
}

describe("lint --since", () => {
  test("reports what the work tree brought in: staged, not staged, not known to Git", async () => {
    const folder = await repository({ "a.py": raising("one"), "b.py": raising("two") });
    expect(await since(folder, "HEAD")).toEqual({ code: 0, places: [], stderr: "" });
    await writeFile(join(folder, "a.py"), raising("one", "staged"));
    git(folder, "add", "a.py");
    await writeFile(join(folder, "b.py"), raising("two", "changed"));
    await writeFile(join(folder, "c.py"), raising("new"));
    const { code, places } = await since(folder, "HEAD");
    expect({ code, places }).toEqual({ code: 1, places: ["a.py:11", "b.py:11", "c.py:7"] });
  });

  test("compares with where the branches parted, not with what came to the other since", async () => {
    const folder = await repository({ "a.py": raising("one"), "b.py": raising("two") });
    git(folder, "switch", "--quiet", "--create", "feature");
    await writeFile(join(folder, "a.py"), raising("one", "mine"));
    git(folder, "commit", "--quiet", "--all", "--message=mine");
    git(folder, "switch", "--quiet", "main");
    await writeFile(join(folder, "b.py"), raising());
    git(folder, "commit", "--quiet", "--all", "--message=theirs");
    git(folder, "switch", "--quiet", "feature");
    expect((await since(folder, "main")).places).toEqual(["a.py:11"]);
  });

  test("knows a file again that was moved, and leaves one that is gone", async () => {
    const folder = await repository({ "a.py": raising("one", "two"), "b.py": raising("three") });
    await rename(join(folder, "a.py"), join(folder, "c.py"));
    await rm(join(folder, "b.py"));
    git(folder, "add", "--all");
    expect((await since(folder, "HEAD")).places).toEqual([]);
  });

  test("knows a file again that was moved and is not staged", async () => {
    const folder = await repository({ "a.py": raising("one", "two") });
    await rename(join(folder, "a.py"), join(folder, "c.py"));
    expect((await since(folder, "HEAD")).places).toEqual([]);
  });

  test("says which file is no Python, now or then", async () => {
    const folder = await repository({
      "a.py": raising("one"),
      "b.py": `x = """\n${raising("two")}`,
    });
    await writeFile(join(folder, "a.py"), `${raising("one")}\ndef (((\n`);
    await writeFile(join(folder, "b.py"), raising("two"));
    const { code, stdout } = await runCli(folder, "lint", "--since", "HEAD", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [],
      errors: [
        { path: "a.py", message: expect.stringMatching(/^line 9, column 1: this is no Python/) },
        { path: "b.py", message: expect.stringContaining("was no Python before the change") },
      ],
    });
    const { stdout: review } = await runCli(folder, "review", "--since", "HEAD");
    expect(review).toContain("[a.py:9](a.py#L9) is no Python here");
  });

  test("finds a branch that only the remote has", async () => {
    const folder = await repository({ "a.py": raising("one") });
    git(folder, "update-ref", "refs/remotes/origin/other", "HEAD");
    const { code, stderr } = await since(folder, "other");
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'There is no "other" here: compared with origin/other.\n',
    });
  });

  test("--fix mends what the change brought in, and nothing else", async () => {
    const folder = await repository({ "a.py": raising("one") });
    await writeFile(join(folder, "a.py"), raising("one", "two"));
    expect((await since(folder, "HEAD", "--fix")).places).toEqual([]);
    const diff = git(folder, "diff", "-U0");
    expect(diff).toContain("+    raise HTTPException(404, ERROR_TWO)");
    expect(diff).not.toContain("ERROR_ONE");
  });

  test("says what stands in a merge that is not resolved", async () => {
    const folder = await repository({ "a.py": raising("one") });
    git(folder, "switch", "--quiet", "--create", "feature");
    await writeFile(join(folder, "a.py"), raising("mine"));
    git(folder, "commit", "--quiet", "--all", "--message=mine");
    git(folder, "switch", "--quiet", "main");
    await writeFile(join(folder, "a.py"), raising("theirs"));
    git(folder, "commit", "--quiet", "--all", "--message=theirs");
    expect(() => git(folder, "merge", "--quiet", "feature")).toThrow();
    const { code, stderr } = await since(folder, "HEAD");
    expect(stderr).toContain("A merge is not resolved yet in a.py");
    expect(code).toBe(1);
  });

  test("in a folder of the repository whose name is no plain word", async () => {
    const folder = await repository({ "my +app/a.py": raising("one"), "b.py": raising("two") });
    await writeFile(join(folder, "my +app", "a.py"), raising("one", "mine"));
    await writeFile(join(folder, "b.py"), raising("two", "other"));
    expect((await since(join(folder, "my +app"), "HEAD")).places).toEqual(["a.py:11"]);
  });

  test("passes over a submodule", async () => {
    const inner = await repository({ "inner.py": raising("one") });
    const folder = await repository({ "a.py": raising("one") });
    const url = pathToFileURL(inner).toString();
    git(folder, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "lib");
    await writeFile(join(folder, "lib", "inner.py"), raising("one", "two"));
    git(folder, "commit", "--quiet", "--message=submodule");
    expect(await since(folder, "HEAD")).toEqual({ code: 0, places: [], stderr: "" });
  });
});

describe("what cannot be compared", () => {
  const refusal = async (folder: string, reference: string): Promise<string> => {
    const { code, places, stderr } = await since(folder, reference);
    expect({ code, places }).toEqual({ code: 2, places: [] });
    return stderr.trim();
  };

  test("a reference that is not there", async () => {
    const folder = await repository({ "a.py": "" });
    expect(await refusal(folder, "mian")).toBe(
      'backend-spec: There is no commit "mian". Did you mean "main"?',
    );
    expect(await refusal(folder, "--output=x")).toContain('no commit "--output=x"');
  });

  test("no repository, and one without a commit", async () => {
    const folder = await mkdtemp(join(tmpdir(), "backend-spec-since-"));
    cleanUp.push(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "a.py"), "");
    expect(await refusal(folder, "HEAD")).toContain("is in no Git repository");
    git(folder, "init", "--quiet");
    expect(await refusal(folder, "HEAD")).toContain("no commit yet");
    git(folder, "config", "core.bare", "true");
    expect(await refusal(folder, "HEAD")).toContain("without a work tree");
  });

  test("a shallow clone, with the command that mends it", async () => {
    const folder = await repository({ "a.py": "" });
    const clones = await mkdtemp(join(tmpdir(), "backend-spec-since-"));
    cleanUp.push(() => rm(clones, { recursive: true }));
    await writeFile(join(folder, "a.py"), "x = 1\n");
    git(folder, "commit", "--quiet", "--all", "--message=second");
    git(clones, "clone", "--quiet", "--depth=1", pathToFileURL(folder).toString(), "shallow");
    const shallow = join(clones, "shallow");
    await mkdir(shallow, { recursive: true });
    expect(await refusal(shallow, "HEAD~1")).toContain("git fetch --unshallow");
    expect(await refusal(shallow, "origin/other")).toContain(
      "git fetch --unshallow origin +other:refs/remotes/origin/other",
    );
  });

  test("--update-baseline goes with all findings", async () => {
    const folder = await repository({ "a.py": "" });
    const { code } = await runCli(folder, "lint", "--since", "HEAD", "--update-baseline");
    expect(code).toBe(2);
  });
});
