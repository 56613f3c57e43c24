import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { CodeLens, TextEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  codeDiagramsRequest,
  codeDiagramsSchema,
  diagramOffersRequest,
  diagramOffersSchema,
  diagramsRequest,
  previewOffersRequest,
  previewOffersSchema,
} from "../../src/server/common/protocol";
import { diagramsSchema } from "../../webview/messages";
import { Client, uriOf, workspaceOf } from "./client";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const models = `from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
`;
const api = `from fastapi import FastAPI

app = FastAPI()


@app.get("/users")
async def users() -> list[str]:
    return []
`;
const page =
  "# Data\n\n<!-- backend-spec: diagram er models.py -->\n<!-- /backend-spec: diagram -->\n\n```mermaid\nflowchart LR\n  a[f(x)]\n```\n";

async function start(settings: object = {}) {
  const { folder, remove } = await workspaceOf({ "models.py": models, "api.py": api });
  cleanUp.push(remove);
  const client = await Client.start([folder], settings);
  cleanUp.push(() => client.stop());
  return { folder, client };
}

test("diagrams of Markdown are checked, and not where a setting says so", async () => {
  const { folder, client } = await start();
  const uri = await client.open(join(folder, "a.md"), page, "markdown");
  const found = await client.diagnostics(uri, (all) => all.length > 1);
  expect(found.map(({ code, range }) => [code, range.start])).toEqual([
    ["stale-diagram", { line: 2, character: 0 }],
    ["diagram-syntax", { line: 7, character: 5 }],
  ]);
  const mmd = await client.open(join(folder, "a.mmd"), "flowchart LR\n  a --\n", "plaintext");
  expect(await client.diagnostics(mmd, (all) => all.length > 0)).toHaveLength(1);

  const quiet = await start({ diagrams: { check: false } });
  const other = await quiet.client.open(join(quiet.folder, "a.md"), page, "markdown");
  const left = await quiet.client.diagnostics(
    other,
    (all) => all.length === 1 && all[0]?.code === "stale-diagram",
  );
  expect(left.map(({ code }) => code)).toEqual(["stale-diagram"]);
});

test("a Python file offers its diagrams, which follow each keystroke", async () => {
  const { folder, client } = await start();
  const uri = await client.open(join(folder, "models.py"), models);
  await client.diagnostics(uri, () => true);
  const ask = async () =>
    codeDiagramsSchema.parse(
      await client.connection.sendRequest(codeDiagramsRequest, { uri, kind: "er" }),
    );
  const [er] = (await ask()).diagrams;
  expect(er?.text).toBe("erDiagram\n    users {\n        Integer id PK\n    }");
  expect(er?.links).toContainEqual({ diagramLine: 1, uri, line: 7 });
  await client.change(uri, 2, models.replace('"users"', '"people"'));
  expect((await ask()).diagrams[0]?.text).toContain("people {");
  const offers = diagramOffersSchema.parse(
    await client.connection.sendRequest(diagramOffersRequest, {
      uri: uriOf(join(folder, "api.py")),
    }),
  );
  expect(offers.offers).toEqual([{ kind: "sequence", of: "GET /users", about: "route", line: 5 }]);
  const none = await client.connection.sendRequest(codeDiagramsRequest, { uri, kind: "state" });
  expect(codeDiagramsSchema.parse(none).problem).toContain("There is no field");
});

test("lenses stand over routes, diagrams and regions; a command updates the regions", async () => {
  const { folder, client } = await start();
  const lenses = async (uri: string) => {
    const all = await client.connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
      textDocument: { uri },
    });
    return all.map(({ range, command }) => `${range.start.line} ${command?.title}`);
  };
  const code = await client.open(join(folder, "api.py"), api);
  await client.diagnostics(code, () => true);
  expect(await lenses(code)).toEqual(["5 Sequence diagram"]);
  const uri = await client.open(join(folder, "a.md"), page, "markdown");
  expect(await lenses(uri)).toEqual(["5 Open preview", "2 Update from code"]);
  const result = await client.connection.sendRequest("workspace/executeCommand", {
    command: "backend-spec.updateDiagrams",
    arguments: [{ uri }],
  });
  expect(JSON.stringify(result)).toContain("users {");
});

test("saving a document updates its regions where a setting asks for it", async () => {
  const { folder, client } = await start({ diagrams: { updateOnSave: true } });
  const uri = await client.open(join(folder, "a.md"), page, "markdown");
  await client.diagnostics(uri, (all) => all.length === 2);
  const edits = await client.connection.sendRequest<TextEdit[]>("textDocument/willSaveWaitUntil", {
    textDocument: { uri },
    reason: 1,
  });
  const saved = TextDocument.applyEdits(TextDocument.create(uri, "markdown", 1, page), edits);
  expect(saved).toContain(
    "<!-- backend-spec: diagram er models.py -->\n```mermaid\nerDiagram\n    users {",
  );
  await client.change(uri, 2, saved);
  await client.diagnostics(uri, (all) => all.length === 1);
  // What the code says now is another thing: the region is marked, and no file is written.
  await writeFile(join(folder, "models.py"), models.replace('"users"', '"people"'));
  client.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(join(folder, "models.py")), type: 2 }],
  });
  const marked = await client.diagnostics(uri, (all) => all.length === 2);
  expect(marked.map(({ code }) => code)).toContain("stale-diagram");
});

test("the diagrams of a Python file come in the form of those of a document, with links to the code", async () => {
  const { folder, client } = await start();
  const uri = await client.open(join(folder, "models.py"), models);
  const ask = async (of: string, asked?: object) =>
    diagramsSchema.parse(await client.connection.sendRequest(diagramsRequest, { uri: of, asked }));
  const [tables, ...others] = await ask(uri);
  expect(others).toEqual([]);
  expect(tables).toMatchObject({
    id: "er:",
    headings: [],
    title: "Tables",
    type: "erDiagram",
    line: 0,
  });
  expect(tables?.links).toContainEqual({ from: 1, uri, line: 7 });
  const both = await ask(uri, { kind: "er", of: "users" });
  expect(both.map(({ id, title }) => `${id} ${title}`)).toEqual(["er:users users", "er: Tables"]);
  const routes = await client.open(join(folder, "api.py"), api);
  expect(await ask(routes, { kind: "sequence", of: "GET /users" })).toMatchObject([
    { id: "sequence:GET /users", title: "GET /users", type: "sequenceDiagram", line: 5 },
  ]);
});

test("a document is offered the diagrams of all code, which come below its own", async () => {
  const { folder, client } = await start();
  const uri = await client.open(join(folder, "a.md"), page, "markdown");
  const offers = previewOffersSchema.parse(
    await client.connection.sendRequest(previewOffersRequest, { uri }),
  );
  expect(offers).toEqual({
    whole: [
      { kind: "er", count: 1 },
      { kind: "sequence", count: 1 },
      { kind: "modules", count: 2 },
      { kind: "architecture", count: 1 },
    ],
    hasRegions: true,
  });
  const asked = { kind: "modules", whole: true };
  const both = diagramsSchema.parse(
    await client.connection.sendRequest(diagramsRequest, { uri, asked }),
  );
  expect(both.map(({ id, title, ofProject }) => [id, title, ofProject ?? false])).toEqual([
    ["data#1", "Data", false],
    ["whole:modules", "Modules", true],
  ]);
  expect(both[1]?.links).toContainEqual({ from: 1, uri: uriOf(join(folder, "api.py")), line: 0 });
  const empty = await client.open(join(folder, "b.md"), "# Nothing\n", "markdown");
  const others = await client.connection.sendRequest(previewOffersRequest, { uri: empty });
  expect(previewOffersSchema.parse(others).hasRegions).toBe(false);
});
