import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Client, uriOf, workspaceOf } from "./client";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
const modular = { ".backend-spec.yaml": "profile: modular\n" };

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(files: Record<string, string>, settings: object = {}) {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  const client = await Client.start([folder], settings);
  cleanUp.push(() => client.stop());
  return { folder, client };
}

const none = (found: readonly unknown[]): boolean => found.length === 0;
const some = (found: readonly unknown[]): boolean => found.length > 0;

/** A text after the edits of a change. */
function edited(text: string, edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.documentChanges ?? [];
  if (!TextDocumentEdit.is(change)) throw new Error("no edit");
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), change.edits as never);
}

describe("diagnostics", () => {
  test("come with rule, link and place while a document is typed", async () => {
    const { folder, client } = await start(modular);
    const uri = await client.open(join(folder, "app.py"), inline);
    const [found] = await client.diagnostics(uri, some);
    expect(found).toMatchObject({
      source: "backend-spec",
      code: "inline-error-string",
      severity: 2,
      range: { start: { line: 4, character: 29 }, end: { line: 4, character: 35 } },
    });
    expect(found?.codeDescription?.href).toMatch(/inline-error-string\.md$/);
    await client.change(uri, 2, inline.replace('"gone"', "GONE"));
    expect(await client.diagnostics(uri, none)).toEqual([]);
    await client.change(uri, 3, `${inline}\n\ndef _half(:\n    x = [1,\n`);
    expect(await client.diagnostics(uri, some)).toHaveLength(1);
  });

  test("come in a spec with its fixes, and in no other Markdown", async () => {
    const { folder, client } = await start({});
    const spec = "# Backend Spec: Orders\n\n## Security\n\n```python\n1. no\n```\n";
    const uri = await client.open(join(folder, "orders.md"), spec, "markdown");
    const found = await client.diagnostics(uri, some);
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set(["spec-missing-section", "spec-python-syntax"]),
    );
    const range = found.find(({ code }) => code === "spec-missing-section")?.range;
    const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    const add = actions.find(({ title }) => title === "Add the section “Overview”");
    expect(edited(spec, add?.edit)).toContain("# Backend Spec: Orders\n\n## Overview\n");
    await client.change(uri, 2, spec.replace("Backend Spec: Orders", "My notes"));
    expect(await client.diagnostics(uri, none)).toEqual([]);
  });

  test("go when the document is closed", async () => {
    const { folder, client } = await start(modular);
    const uri = await client.open(join(folder, "app.py"), inline);
    await client.diagnostics(uri, some);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await client.diagnostics(uri, none);
  });

  test("follow the configuration file: open in the editor, and changed on disk", async () => {
    const { folder, client } = await start({});
    const uri = await client.open(join(folder, "app.py"), inline);
    await client.diagnostics(uri, none);
    const file = join(folder, ".backend-spec.yaml");
    await writeFile(file, "profile: modular\n");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(file), type: 1 }],
    });
    await client.diagnostics(uri, some);
    const config = await client.open(file, "profile: none\n", "yaml");
    await client.diagnostics(uri, none);
    await client.change(config, 2, "profle: modular\n");
    const [problem] = await client.diagnostics(config, some);
    expect(problem).toMatchObject({
      code: "invalid-config",
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 6 } },
    });
  });

  test("obey the editor's settings", async () => {
    const { folder, client } = await start(modular, { lint: { run: "off" } });
    const uri = await client.open(join(folder, "app.py"), inline);
    expect(await client.diagnostics(uri, none)).toEqual([]);
    const strict = await start(modular, { lint: { minSeverity: "error" } });
    const other = await strict.client.open(join(strict.folder, "app.py"), inline);
    expect(await strict.client.diagnostics(other, none)).toEqual([]);
  });

  test("say at the top of a document of 5 MB that it is not judged", async () => {
    const { folder, client } = await start(modular);
    const uri = await client.open(join(folder, "big.py"), "x = 1\n".repeat(900_000));
    const [found] = await client.diagnostics(uri, some);
    expect(found?.message).toBe("not analysed: larger than 2 MB (5.1 MB)");
    const small = await client.open(join(folder, "small.py"), inline);
    expect(await client.diagnostics(small, some)).toHaveLength(1);
  });
});

describe("code actions", () => {
  test("mend one finding, and all of the file at once", async () => {
    const { folder, client } = await start(modular);
    const text = `${inline}    raise HTTPException(404, f"no {f}")\n`;
    const uri = await client.open(join(folder, "app.py"), text);
    const [first] = await client.diagnostics(uri, some);
    const ask = (only?: string[]) =>
      client.connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri },
        range: first?.range,
        context: { diagnostics: [], ...(only && { only }) },
      }) as Promise<CodeAction[]>;
    const actions = await ask();
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["Extract to ERROR_GONE", true],
      ['Fix all 2 "inline-error-string" problems in this file', undefined],
      ["Ignore inline-error-string here, with a reason", undefined],
      ["Explain inline-error-string", undefined],
    ]);
    expect(edited(text, actions[0]?.edit)).toContain("HTTPException(404, ERROR_GONE)");
    expect(edited(text, actions[2]?.edit)).toContain(
      "  # backend-spec: ignore[inline-error-string] reason\n",
    );
    const [all] = await ask(["source.fixAll"]);
    expect(all?.kind).toBe("source.fixAll.backend-spec");
    const fixed = edited(text, all?.edit);
    expect(fixed).toContain('\n\nERROR_GONE = "gone"\nERROR_NO = "no {f}"\n');
    expect(fixed).toContain("ERROR_NO.format(f=f)");
    await client.change(uri, 2, fixed);
    await client.diagnostics(uri, none);
  });

  test("keep the line breaks of the file", async () => {
    const { folder, client } = await start(modular);
    const text = inline.replaceAll("\n", "\r\n");
    const uri = await client.open(join(folder, "app.py"), text);
    const [found] = await client.diagnostics(uri, some);
    const [action] = (await client.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: found?.range,
      context: { diagnostics: [] },
    })) as CodeAction[];
    const fixed = edited(text, action?.edit);
    expect(fixed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});

describe("commands", () => {
  const generate = (client: Client, argument: unknown): Promise<Record<string, unknown>> =>
    client.connection.sendRequest("workspace/executeCommand", {
      command: "backend-spec.generateSpec",
      arguments: [argument],
    });

  test("are offered to a client that has none of its own", async () => {
    const { client } = await start({});
    expect(client.capabilities.executeCommandProvider).toEqual({
      commands: [
        "backend-spec.generateSpec",
        "backend-spec.generateSpecFromCode",
        "backend-spec.fixAll",
        "backend-spec.explainRule",
        "backend-spec.createBaseline",
        "backend-spec.createConfiguration",
        "backend-spec.scaffoldProject",
        "backend-spec.scaffoldModule",
        "backend-spec.scaffoldTask",
        "backend-spec.scaffoldModuleFromSpec",
        "backend-spec.addEndpoint",
        "backend-spec.addField",
        "backend-spec.updateDiagrams",
      ],
    });
    const own = await Client.start([], {}, { ownCommands: true });
    cleanUp.push(() => own.stop());
    expect(own.capabilities.executeCommandProvider).toBeUndefined();
  });

  test("Generate Backend Spec answers with a plan, and writes nothing itself", async () => {
    const { folder, client } = await start({ "specs/007-users/spec.md": "" });
    const result = await generate(client, { line: "ScoringService — compute scores" });
    expect(result.files).toEqual([
      uriOf(join(folder, "specs/008-scoring-service/backend-spec.md")),
    ]);
    expect(result.edit).toMatchObject({ documentChanges: [{ kind: "create" }, {}] });
    expect(result.toFill).toBeGreaterThan(0);
  });

  test("takes a format and answers, and says what is wrong in them", async () => {
    const { client } = await start({});
    const entities = [{ name: "Score", fields: ["metric:str(64)"] }];
    const argument = { line: "Scoring", format: "module", answers: { entities } };
    const result = await generate(client, argument);
    expect(result.files).toMatchObject([expect.stringContaining("module-scoring.md")]);
    expect(JSON.stringify(result.edit)).toContain("class Score:");
    const wrong = { line: "Scoring", answers: { entities: [{ name: "A", fields: ["a:strr"] }] } };
    expect(await generate(client, wrong)).toMatchObject({
      problem: "entities.0.fields.0: There is no type “strr”. Is it str?",
    });
  });

  test("is filled from code, which names the document", async () => {
    const service =
      "class ScoreService:\n    async def compute(self, run: int) -> float:\n        return 1.0\n";
    const { folder, client } = await start({ "app/scores/service.py": service });
    const argument = { from: "./app/scores/service.py:ScoreService" };
    const result = await generate(client, argument);
    expect(result.files).toEqual([
      uriOf(join(folder, "specs/001-score-service/module-score-service.md")),
    ]);
    expect(JSON.stringify(result.edit)).toContain("def compute(self, run: int) -> float");
    const byCode: Record<string, unknown> = await client.connection.sendRequest(
      "workspace/executeCommand",
      { command: "backend-spec.generateSpecFromCode", arguments: [argument] },
    );
    expect(byCode).toEqual(result);
    const lone = await client.connection.sendRequest("workspace/executeCommand", {
      command: "backend-spec.generateSpecFromCode",
      arguments: [{ line: "Scores" }],
    });
    expect(lone).toMatchObject({ problem: expect.stringContaining("from") });
    expect(await generate(client, { ...argument, answers: {} })).toHaveProperty("problem");
    expect(await generate(client, { from: "nowhere" })).toMatchObject({
      problem:
        "There is no Python file below “nowhere”. Name a module's folder, or a file of a service.",
    });
  });

  test("formats of the folder, and a model as it is typed", async () => {
    const format =
      "name: runbook\ntitle: 'Runbook: <name>'\nfile: r-<name>.md\nfrontMatter: []\nsections:\n" +
      "  - { id: a, heading: A, level: 2, about: x }\n";
    const { client } = await start({ ".backend-spec/formats/runbook.yaml": format });
    const formats = await client.connection.sendRequest<{ name: string }[]>("backendSpec/formats");
    expect(formats.map(({ name }) => name)).toEqual([
      "service",
      "module",
      "task",
      "guide",
      "runbook",
    ]);
    const ask = (text: string) =>
      client.connection.sendRequest("backendSpec/readModel", { text, taken: ["Run"] });
    expect(await ask("Score a:int, b:str(3)")).toEqual({
      name: "Score",
      fields: ["a:int", "b:str(3)"],
    });
    expect(await ask("Score a:itn")).toMatchObject({ start: 8, end: 11 });
  });

  test.each([[{ line: "" }], [{ line: "—" }], [{ line: "…!?" }], [{}], [null], [{ line: 3 }]])(
    "a line that cannot be one is answered with a message: %j",
    async (argument) => {
      const { client } = await start({});
      expect((await generate(client, argument)).problem).toMatch(/\w/);
    },
  );

  test("an existing spec is named, and not written over", async () => {
    const { folder, client } = await start({ "specs/001-x/backend-spec.md": "mine" });
    const result = await generate(client, { line: "Scores", into: "specs/001-x" });
    expect(result.existing).toBe(uriOf(join(folder, "specs/001-x/backend-spec.md")));
    expect(result.edit).toBeUndefined();
  });
});

describe("diagrams", () => {
  test("of a document as it is typed, broken and unknown ones too", async () => {
    const { folder, client } = await start({});
    const text =
      "# A\n\n```mermaid\ngraph LR\n  a --> b\n```\n\n## B\n\n```mermaid\nnoSuchType\n```\n";
    const uri = await client.open(join(folder, "a.md"), text, "markdown");
    const diagrams = await client.connection.sendRequest("backendSpec/diagrams", { uri });
    expect(diagrams).toMatchObject([
      { headings: ["A"], type: "graph", line: 2, contentLine: 3 },
      { headings: ["A", "B"], type: "noSuchType", line: 9 },
    ]);
    await expect(
      client.connection.sendRequest("backendSpec/diagrams", { uri: 3 }),
    ).rejects.toThrow();
  });
});

describe("workspaces", () => {
  test("each folder has its own configuration, and a file belongs to the nearest", async () => {
    const { folder, client } = await start({
      ...modular,
      "inner/.backend-spec.yaml": "profile: none\n",
    });
    const other = await workspaceOf({});
    cleanUp.push(other.remove);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: uriOf(other.folder), name: "other" }], removed: [] },
    });
    const own = await client.open(join(folder, "a.py"), inline);
    const inner = await client.open(join(folder, "inner/a.py"), inline);
    const outside = await client.open(join(other.folder, "a.py"), inline);
    await client.diagnostics(own, some);
    await client.diagnostics(inner, none);
    await client.diagnostics(outside, none);
  });

  test("a folder that is removed while it is scanned takes nothing down", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`m/f${index}.py`, inline]),
    );
    const { folder, client } = await start({ ...modular, ...files });
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: uriOf(folder), name: "x" }] },
    });
    await rename(folder, `${folder}-gone`);
    cleanUp.push(() => rm(`${folder}-gone`, { recursive: true, force: true }));
    const other = await workspaceOf(modular);
    cleanUp.push(other.remove);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: uriOf(other.folder), name: "other" }], removed: [] },
    });
    const uri = await client.open(join(other.folder, "a.py"), inline);
    await client.diagnostics(uri, some);
  });

  test("a folder that vanishes from the disk is scanned without an end of the server", async () => {
    const { folder, client } = await start(modular);
    await rm(folder, { recursive: true });
    const uri = await client.open(join(folder, "a.py"), "x = 1\n");
    await client.diagnostics(uri, none);
  });

  test("the status names profile and configuration", async () => {
    const { client } = await start({ ...modular, "a.py": "" });
    const ready = () =>
      client.statuses.map(({ folders }) => folders[0]).find((folder) => folder?.state === "ready");
    await client.until(() => ready() !== undefined);
    expect(ready()).toMatchObject({ profile: "modular", files: 1, detected: null });
  });
});

test("completion and hover know the configuration's keys", async () => {
  const { folder, client } = await start({});
  const uri = await client.open(join(folder, ".backend-spec.yaml"), "pro\nprofile: \n", "yaml");
  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  });
  const items = (await client.connection.sendRequest("textDocument/completion", at(1, 9))) as {
    label: string;
  }[];
  expect(items.map(({ label }) => label)).toEqual(["modular", "layered", "none"]);
  const hover = await client.connection.sendRequest("textDocument/hover", at(1, 3));
  expect(JSON.stringify(hover)).toMatch(/family of conventions/);
});

test("inspect answers with what the folder is made of", async () => {
  const { folder, client } = await start({
    "app/main.py":
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/ping")\ndef ping() -> dict[str, str]: ...\n',
  });
  const found = await client.connection.sendRequest("backendSpec/inspect", {
    folder: uriOf(folder),
  });
  expect(found).toMatchObject({
    version: "1",
    endpoints: [
      { method: "GET", path: "/ping", file: "app/main.py", line: 6, response: "dict[str, str]" },
    ],
  });
});
