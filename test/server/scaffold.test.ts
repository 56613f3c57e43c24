import { afterEach, expect, test } from "vitest";
import { Client, workspaceOf } from "./client";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const answers = "project:\n  name: shop\n  profile: modular\n  queue: none\nmodules: {}\n";
const router = "from fastapi import APIRouter\n\napi_router = APIRouter()\n";

async function start(files: Record<string, string>) {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  const client = await Client.start([folder]);
  cleanUp.push(() => client.stop());
  const run = async (name: string, argument: object): Promise<Record<string, unknown>> =>
    await client.connection.sendRequest("workspace/executeCommand", {
      command: `backend-spec.${name}`,
      arguments: [argument],
    });
  return { client, run };
}

test("Scaffold Project answers with a plan, and writes nothing itself", async () => {
  const { run } = await start({});
  const { title, files, kept } = await run("scaffoldProject", { name: "shop" });
  expect(title).toBe("Scaffold Project shop");
  expect(kept).toEqual([]);
  expect(files).toContainEqual(expect.stringMatching(/\/shop\/shop\/main\.py$/));
  expect(await run("scaffoldProject", { name: "shop", into: "../x" })).toEqual({
    problem: "“../x” does not lie inside the workspace folder.",
  });
});

test("Scaffold Module edits gathering files, and says what is left to the user", async () => {
  const { run } = await start({
    ".backend-spec/scaffold.yaml": answers,
    "shop/api/v1/router.py": router,
  });
  const result = await run("scaffoldModule", { name: "notes", fields: ["text:text"] });
  expect(JSON.stringify(result.edit)).toContain("api_router.include_router(notes_router)");
  expect(result.manual).toMatchObject([{ path: "shop/db/models.py" }]);
  expect(await run("scaffoldModule", { name: "notes", fields: ["text:txt"] })).toEqual({
    problem: "There is no type “txt”. Is it text?",
  });
});

test("Scaffold Task says what it needs", async () => {
  const { run } = await start({ ".backend-spec/scaffold.yaml": answers });
  expect(await run("scaffoldTask", { name: "send_receipt" })).toMatchObject({
    problem: expect.stringContaining("no queue"),
  });
});

test("Add Field finds the module that a path leads to", async () => {
  const { run } = await start({
    ".backend-spec/scaffold.yaml": answers.replace("{}", '\n  notes: ["text:text"]'),
    "shop/modules/notes/models.py":
      "class Note(Base):\n    text: Mapped[str] = mapped_column(Text)\n",
  });
  const result = await run("addField", { fields: ["size:int?"], into: "shop/modules/notes" });
  expect(result.title).toBe("Add Field to notes");
  expect(JSON.stringify(result.edit)).toContain("size: Mapped[int | None]");
  expect(result.manual).toContainEqual(
    expect.objectContaining({ path: "tests/factories/notes.py" }),
  );
  expect(await run("addField", { fields: ["size:int"], into: "note" })).toMatchObject({
    problem: expect.stringContaining("Is it notes?"),
  });
});

test("Add Endpoint answers with a plan, and says what it cannot be", async () => {
  const { run } = await start({
    ".backend-spec/scaffold.yaml": answers.replace("{}", '\n  notes: ["text:text"]'),
  });
  const argument = { method: "POST", path: "/{id}/send", into: "notes" };
  const result = await run("addEndpoint", argument);
  expect(result.manual).toContainEqual(
    expect.objectContaining({ path: "shop/modules/notes/router.py" }),
  );
  expect(await run("addEndpoint", { ...argument, path: "/send" })).toMatchObject({
    problem: expect.stringContaining("Only GET"),
  });
});

test("Scaffold Module from Spec says where the spec is wrong", async () => {
  const { run } = await start({
    ".backend-spec/scaffold.yaml": answers,
    "specs/a.md": "# Notes\n",
    "specs/b.md":
      "---\nbackend-spec: module\n---\n\n# Backend Service Specification: Notes\n\n## Data Models\n\n```python\nclass Note:\n    text: str\n```\n",
  });
  expect(await run("scaffoldModuleFromSpec", { spec: "specs/a.md" })).toEqual({
    problem: "specs/a.md:1: This is no spec of a module or service.",
  });
  const result = await run("scaffoldModuleFromSpec", { spec: "specs/b.md" });
  expect(result.title).toBe("Scaffold Module notes from Spec");
  expect(JSON.stringify(result.edit)).toContain("module: shop/modules/notes");
});
