import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { Client, uriOf, workspaceOf } from "./client";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
const some = (found: readonly unknown[]): boolean => found.length > 0;

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(files: Record<string, string>) {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  const client = await Client.start([folder]);
  cleanUp.push(() => client.stop());
  return { folder, client };
}

const planned = z.object({
  findings: z.int(),
  files: z.tuple([z.string()]),
  edit: z.object({
    documentChanges: z.tuple([
      z.object({ kind: z.literal("create") }),
      z.object({ edits: z.tuple([z.object({ newText: z.string() })]) }),
    ]),
  }),
});

const create = (client: Client): Promise<unknown> =>
  client.connection.sendRequest("workspace/executeCommand", {
    command: "backend-spec.createBaseline",
    arguments: [{}],
  });

test("Create Baseline plans a file, after which what it knows is a hint that fix-on-save passes over", async () => {
  const { folder, client } = await start({
    ".backend-spec.yaml": "profile: modular\nrules: { missing-future-annotations: off }\n",
    "app.py": inline,
    "b.py": inline,
  });
  const uri = await client.open(join(folder, "app.py"), inline);
  const [before] = await client.diagnostics(uri, some);
  expect(before?.severity).toBe(2);
  const { findings, files, edit } = planned.parse(await create(client));
  expect([findings, files]).toEqual([2, [uriOf(join(folder, ".backend-spec/baseline.json"))]]);
  const path = fileURLToPath(files[0]);
  await mkdir(dirname(path));
  await writeFile(path, edit.documentChanges[1].edits[0].newText);
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: files[0], type: 1 }],
  });
  const [after] = await client.diagnostics(uri, ([first]) => first?.severity === 4);
  expect(after?.code).toBe("inline-error-string");
  const fixAll = await client.connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: after?.range,
    context: { diagnostics: [], only: ["source.fixAll"] },
  });
  expect(fixAll).toEqual([]);
  expect(await create(client)).toMatchObject({
    problem: expect.stringContaining("There is a baseline already."),
    existing: files[0],
  });
});

test("a baseline that cannot be read is named where it is missed", async () => {
  const { folder, client } = await start({
    ".backend-spec.yaml": "profile: modular\nrules: { missing-future-annotations: off }\n",
    ".backend-spec/baseline.json": "<<<<<<< HEAD\n",
    "app.py": inline,
  });
  const uri = await client.open(join(folder, "app.py"), inline);
  const found = await client.diagnostics(uri, (all) => all.length > 1);
  expect(found.map(({ message }) => message)).toContain(
    "the baseline is not JSON (an unfinished merge?)",
  );
});

test("there is nothing to put into a baseline where nothing is found", async () => {
  const { client } = await start({ "app.py": "x = 1\n" });
  expect(await create(client)).toEqual({ problem: "Nothing is found that a baseline could hold." });
});
