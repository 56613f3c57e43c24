import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { reviewSchema } from "../../src/server/common/protocol";
import { Client, uriOf, workspaceOf } from "./client";
import { git, repositoryOf } from "./repository";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const raising = (...names: string[]) =>
  [
    "from __future__ import annotations\n\nfrom fastapi import HTTPException\n",
    ...names.map((name) => `\ndef _${name}():\n    raise HTTPException(404, "${name}")\n`),
  ].join("\n");

async function start(folder: string, settings: object = {}): Promise<Client> {
  const client = await Client.start([folder], settings);
  cleanUp.push(() => client.stop());
  return client;
}

async function repository(files: Record<string, string>): Promise<string> {
  const { folder, remove } = await repositoryOf(files);
  cleanUp.push(remove);
  return folder;
}

describe("lint.scope: changedLines", () => {
  const changedLines = { lint: { scope: "changedLines" } };
  const lines = (found: readonly { range: { start: { line: number } } }[]) =>
    found.map(({ range }) => range.start.line + 1);

  test("shows what stands in functions that were typed into, before they are saved", async () => {
    const text = raising("one", "two");
    const folder = await repository({ "a.py": text });
    const client = await start(folder, changedLines);
    const uri = await client.open(join(folder, "a.py"), text);
    await client.diagnostics(uri, (found) => found.length === 0);
    await client.change(uri, 2, raising("one", "other"));
    expect(lines(await client.diagnostics(uri, (found) => found.length > 0))).toEqual([11]);
  });

  test("shows files that changed and are not open, and counts from the commit that is set", async () => {
    const folder = await repository({ "a.py": raising("one"), "b.py": raising("two") });
    await writeFile(join(folder, "b.py"), raising("two", "three"));
    git(folder, "commit", "--quiet", "--all", "--message=second");
    const client = await start(folder, { lint: { scope: "changedLines", since: "HEAD~1" } });
    const uri = uriOf(join(folder, "b.py"));
    expect(lines(await client.diagnostics(uri, (found) => found.length > 0))).toEqual([11]);
  });

  test("shows all where there is no Git", async () => {
    const files = { ".backend-spec.yaml": "profile: modular\n", "a.py": raising("one") };
    const { folder, remove } = await workspaceOf(files);
    cleanUp.push(remove);
    const client = await start(folder, changedLines);
    const uri = await client.open(join(folder, "a.py"), raising("one"));
    expect(lines(await client.diagnostics(uri, (found) => found.length > 0))).toEqual([7]);
  });
});

describe("backendSpec/review", () => {
  test("a review of all, and of what changed", async () => {
    const folder = await repository({ "a.py": raising("one") });
    const client = await start(folder);
    const review = async (params: object) =>
      reviewSchema.parse(await client.connection.sendRequest("backendSpec/review", params))
        .markdown;
    expect(await review({ folder: uriOf(folder) })).toContain("[a.py:7](a.py#L7)");
    expect(await review({ since: "HEAD" })).toContain("No findings");
    await writeFile(join(folder, "a.py"), raising("one", "two"));
    const changed = await review({ since: "HEAD" });
    expect(changed).toContain("[a.py:11](a.py#L11)");
    expect(changed).not.toContain("[a.py:7]");
    await expect(review({ since: "nowhere" })).rejects.toThrow('There is no commit "nowhere".');
  });
});
