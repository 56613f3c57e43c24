import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import { conventionsSchema } from "../../src/server/common/protocol";
import { Client, uriOf, workspaceOf } from "./client";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';

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

/** What a command's change writes, by the path in the folder. */
function written(edit: WorkspaceEdit, folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const change of edit.documentChanges ?? []) {
    if (!("textDocument" in change)) continue;
    const [first] = change.edits;
    files[change.textDocument.uri.slice(uriOf(folder).length + 1)] =
      first !== undefined && "newText" in first ? first.newText : "";
  }
  return files;
}

test("what each profile would find is counted before one is chosen", async () => {
  const { folder, client } = await start({ "app.py": inline });
  const found = conventionsSchema.parse(
    await client.connection.sendRequest("backendSpec/conventions", { folder: uriOf(folder) }),
  );
  const rulesOf = (profile: string) => found.profiles.find(({ name }) => name === profile)?.rules;
  expect(rulesOf("modular")).toEqual([{ rule: "inline-error-string", findings: 1 }]);
  expect(rulesOf("none")).toEqual([]);
  expect(found.detected).toBeNull();
});

test("Create Configuration File writes the profile and a baseline of what is found", async () => {
  const { folder, client } = await start({ "app.py": inline });
  const create = (argument: object): Promise<Record<string, unknown>> =>
    client.connection.sendRequest("workspace/executeCommand", {
      command: "backend-spec.createConfiguration",
      arguments: [{ folder: uriOf(folder), ...argument }],
    });
  const result = await create({ profile: "modular", baseline: true });
  // The answer of our own server, of whose edit the shape is LSP's.
  const files = written(result.edit as WorkspaceEdit, folder);
  expect(files[".backend-spec.yaml"]).toContain("\nprofile: modular\n");
  expect(JSON.parse(files[".backend-spec/baseline.json"] ?? "")).toMatchObject({
    findings: [{ path: "app.py", rule: "inline-error-string", count: 1 }],
  });
  expect(result.findings).toBe(1);
  const plain = await create({ profile: "layered" });
  expect(Object.keys(written(plain.edit as WorkspaceEdit, folder))).toEqual([".backend-spec.yaml"]);
  expect(await create({ profile: "house" })).toMatchObject({
    problem: expect.stringContaining("profile"),
  });
});

test("a configuration that is there is not written over", async () => {
  const { folder, client } = await start({ ".backend-spec.yaml": "profile: none\n" });
  const result = await client.connection.sendRequest("workspace/executeCommand", {
    command: "backend-spec.createConfiguration",
    arguments: [{ folder: uriOf(folder), profile: "modular" }],
  });
  expect(result).toEqual({
    problem: "There is a configuration already.",
    existing: uriOf(join(folder, ".backend-spec.yaml")),
  });
});
