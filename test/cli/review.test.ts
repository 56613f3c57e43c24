import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { git, repositoryOf } from "../server/repository";
import { runCli, runCliWith } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const main = `from fastapi import FastAPI, HTTPException
from pydantic import BaseModel
from app.models import Item

app = FastAPI()


class ItemRead(BaseModel):
    id: int
    name: str


@app.get("/items/{item_id}")
async def read_item(item_id: int) -> ItemRead:
    raise HTTPException(404, "no such item")
`;
const models = `from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "items"
    id: Mapped[int] = mapped_column(primary_key=True)
`;
const config = `profile: modular
review:
  escalations: { "DB Architect": "@data", "Frontend Architect": "@web" }
`;

/** The example, in which a field and a route went and a table got a column. */
async function changed(): Promise<string> {
  const { folder, remove } = await repositoryOf({
    ".backend-spec.yaml": config,
    "app/__init__.py": "",
    "app/main.py": main,
    "app/models.py": models,
    "specs/001-items/backend-spec.md": "# Backend Spec: Items\n\n| `items` | the table |\n",
  });
  cleanUp.push(remove);
  await writeFile(join(folder, "app/models.py"), `${models}    name: Mapped[str]\n`);
  await writeFile(join(folder, "app/main.py"), main.replace("    name: str\n", ""));
  return folder;
}

const shape = z.strictObject({
  version: z.literal("1"),
  root: z.string(),
  since: z.string().nullable(),
  summary: z.looseObject({ files: z.int(), lines: z.int(), endpoints: z.int() }),
  redFlags: z.array(z.looseObject({ rule: z.string(), count: z.int() })),
  antiPatterns: z.array(z.looseObject({})),
  style: z.array(z.looseObject({})),
  contract: z
    .array(
      z.looseObject({
        part: z.string(),
        kind: z.string(),
        name: z.string(),
        breaking: z.boolean(),
        specs: z.array(z.string()),
        sequence: z.string().nullable(),
      }),
    )
    .nullable(),
  escalations: z.array(z.looseObject({ role: z.string(), to: z.string() })),
  notJudged: z.array(z.looseObject({})),
});

test("a review of all is a document with the findings", async () => {
  const folder = await changed();
  const { code, stdout } = await runCli(folder, "review");
  expect(code).toBe(0);
  expect(stdout).toContain("# Backend review");
  expect(stdout).toContain("[app/main.py:14](app/main.py#L14)");
  expect(stdout).not.toContain("## Contract");
});

test("a review of a change names what breaks, whom to ask and the specs that speak of it", async () => {
  const folder = await changed();
  const { stdout } = await runCli(folder, "review", "--since", "HEAD", "--format", "json");
  const { since, contract, escalations } = shape.parse(JSON.parse(stdout));
  expect(since).toMatch(/^[0-9a-f]{10}$/);
  expect(contract).toMatchObject([
    { part: "endpoint", name: "GET /items/{item_id}", breaking: true },
    { part: "schema", name: "ItemRead", breaking: true },
    { part: "table", name: "items", breaking: true, specs: ["specs/001-items/backend-spec.md"] },
  ]);
  expect(escalations).toMatchObject([
    { role: "DB Architect", to: "@data" },
    { role: "Frontend Architect", to: "@web" },
  ]);
  const { stdout: text } = await runCli(folder, "review", "--since", "HEAD");
  expect(text).toContain("**breaking** response name is gone");
  const spec = "specs/001-items/backend-spec.md";
  const told = `**Specs that were not touched**\n\n- [${spec}](${spec}) speaks of \`items\``;
  expect(text).toContain(told);
  await writeFile(join(folder, spec), "# Backend Spec: Items\n\n| `items` | the table, named |\n");
  const { stdout: after } = await runCli(folder, "review", "--since", "HEAD");
  expect(after).toContain("spoken of in");
  expect(after).not.toContain("not touched");
  expect(text).toContain("### → DB Architect (@data)");
});

test("a route that is changed is drawn as it is now", async () => {
  const service = `from sqlalchemy.ext.asyncio import AsyncSession


class ItemService:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def find(self, number: int) -> None:
        await self.session.get(dict, number)
`;
  const asking = main
    .replace("from fastapi", "from app.service import ItemService\nfrom fastapi")
    .replace(
      "    raise HTTPException",
      "    await ItemService(make()).find(1)\n    raise HTTPException",
    );
  const { folder, remove } = await repositoryOf({
    "app/__init__.py": "",
    "app/main.py": asking,
    "app/service.py": service,
  });
  cleanUp.push(remove);
  await writeFile(join(folder, "app/main.py"), asking.replace("    name: str\n", ""));
  const { stdout } = await runCli(folder, "review", "--since", "HEAD");
  expect(stdout).toMatch(
    /`GET \/items\/\{item_id\}` now:\n\n```mermaid\nsequenceDiagram\n[^`]*: find\(\)\n[^`]*\n```/,
  );
});

test("of a change only what could not be judged in its own files is told", async () => {
  const unknown = `from fastapi import BackgroundTasks


def later(tasks: BackgroundTasks, what) -> None:
    tasks.add_task(what())
`;
  const { folder, remove } = await repositoryOf({ "old.py": unknown, "new.py": "" });
  cleanUp.push(remove);
  await writeFile(join(folder, "new.py"), unknown);
  const notJudged = async (...args: string[]): Promise<readonly unknown[]> => {
    const { stdout } = await runCli(folder, "review", "--format", "json", ...args);
    return shape.parse(JSON.parse(stdout)).notJudged.map(({ path }) => path);
  };
  expect(await notJudged()).toEqual(["new.py", "old.py"]);
  expect(await notJudged("--since", "HEAD")).toEqual(["new.py"]);
});

test("a comment has ten lines at most above what is folded, and links into the commit", async () => {
  const folder = await changed();
  const env = {
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "a/b",
    GITHUB_WORKSPACE: folder,
    GITHUB_SHA: "abc123",
    REVIEW_SHA: "",
  };
  const args = ["review", "--since", "HEAD", "--format", "comment"];
  const { stdout } = await runCliWith({ cwd: folder, env }, ...args);
  const [open = ""] = stdout.split("<details>");
  expect(open.trim().split("\n").length).toBeLessThanOrEqual(11);
  expect(stdout).toContain("https://github.example/a/b/blob/abc123/app/");
});

test("a file takes the report, and one that cannot be written is named", async () => {
  const folder = await changed();
  const { stdout } = await runCli(folder, "review", "--out", "review.md");
  expect(stdout).toBe("");
  expect(await readFile(join(folder, "review.md"), "utf8")).toContain("# Backend review");
  const { code, stderr } = await runCli(folder, "review", "--out", "no/such/review.md");
  expect({ code, stderr }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("no such file"),
  });
});

test("a folder that is gone since the commit is no reason to stop", async () => {
  const folder = await changed();
  await rm(join(folder, "app"), { recursive: true });
  const { code, stdout } = await runCli(folder, "review", "--since", "HEAD");
  expect(code).toBe(0);
  expect(stdout).toContain("**breaking** `GET /items/{item_id}` removed");
  expect(git(folder, "status", "--short")).toContain("D app/main.py");
});
