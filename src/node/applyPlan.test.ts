import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { fingerprint } from "../core/edits/fingerprint";
import type { FileEdit } from "../core/edits/plan";
import { range } from "../core/text/range";
import { applyPlan } from "./applyPlan";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A folder with two files, and edits of both that were made for `text`. */
async function twoFiles(text: string) {
  const folder = await mkdtemp(join(tmpdir(), "backend-spec-plan-"));
  folders.push(folder);
  const paths = [join(folder, "a.py"), join(folder, "b.py")];
  for (const path of paths) await writeFile(path, text);
  const edits: FileEdit[] = paths.map((path) => ({
    uri: pathToFileURL(path).toString(),
    basis: fingerprint(text),
    edits: [{ range: range(0, 0, 0, 1), newText: "y" }],
  }));
  const texts = () => Promise.all(paths.map((path) => readFile(path, "utf8")));
  return { paths, edits, texts };
}

test("a plan over several files is applied to all of them", async () => {
  const { edits, texts } = await twoFiles("x = 1\n");
  await applyPlan({ title: "", creations: [], edits });
  expect(await texts()).toEqual(["y = 1\n", "y = 1\n"]);
});

test("a file that has changed since the edits were made refuses all of the plan, and is named", async () => {
  const { paths, edits, texts } = await twoFiles("x = 1\n");
  await writeFile(paths[1] ?? "", "x = 2\n");
  await expect(applyPlan({ title: "", creations: [], edits })).rejects.toThrow(
    `${paths[1]}: has changed since it was read; run the command again`,
  );
  expect(await texts()).toEqual(["x = 1\n", "x = 2\n"]);
});

test("a file that is gone refuses all of the plan", async () => {
  const { paths, edits } = await twoFiles("x = 1\n");
  await rm(paths[1] ?? "");
  await expect(applyPlan({ title: "", creations: [], edits })).rejects.toThrow(
    `${paths[1]}: no such file or folder`,
  );
  expect(await readFile(paths[0] ?? "", "utf8")).toBe("x = 1\n");
});
