import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

// No `.git` and no `pyproject.toml` say where the project ends.
const files = {
  "shop/__init__.py": "",
  "shop/db.py": `from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

make_session = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_db():
    async with make_session() as session:
        yield session
`,
  "shop/users/__init__.py": "",
  "shop/users/models.py": `from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
`,
  "shop/users/router.py": `from fastapi import APIRouter, Depends
from sqlalchemy import select

from shop.db import get_db
from shop.users.models import User

router = APIRouter()


@router.get("/users")  # backend-spec: ignore[missing-pagination] few
async def list_users(db=Depends(get_db)) -> list[dict]:
    return (await db.scalars(select(User))).all()
`,
};

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function folderOf(own: Record<string, string>): Promise<string> {
  const { folder, remove } = await workspaceOf(own);
  cleanUp.push(remove);
  return folder;
}

test("a file of a package is judged with the packages around it", async () => {
  const folder = await folderOf(files);
  const lint = ["lint", "router.py", "--format", "json", "--no-cache"];
  const { code, stdout } = await runCli(join(folder, "shop/users"), ...lint);
  const { findings, summary, errors } = JSON.parse(stdout);
  expect([code, findings, errors]).toEqual([0, [], []]);
  expect(summary).toMatchObject({ files: 1, suppressed: 1 });
});

test("--fix keeps comments for rules that saw too little of the code", async () => {
  const { "shop/__init__.py": _, "shop/users/__init__.py": __, ...others } = files;
  const folder = await folderOf(others);
  const router = join(folder, "shop/users/router.py");
  const { code } = await runCli(folder, "lint", router, "--fix", "--no-cache");
  expect(code).toBe(0);
  expect(await readFile(router, "utf8")).toBe(files["shop/users/router.py"]);
});

test("what is no Python is named at its place and left as it is", async () => {
  const text = `${files["shop/users/router.py"].replace("pagination]", "pagination, vague-name]")}\n\ndef half(:\n`;
  const folder = await folderOf({
    ...files,
    "shop/users/router.py": text,
    ".backend-spec.yaml": "profile: modular\n",
  });
  const lint = ["lint", "shop/users/router.py", "--no-cache", "--fail-on", "error"];
  const shown = await runCli(folder, ...lint);
  expect(shown.stdout).toMatch(/^router\.py:15:1: this is no Python: /m);
  const { stdout } = await runCli(folder, ...lint, "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject({
    errors: [{ path: "router.py", message: expect.stringMatching(/^line 15, column 1: this is/) }],
  });
  expect(JSON.parse(stdout).findings).not.toEqual([]);
  expect(JSON.parse(stdout).findings.filter(({ fix }: { fix: unknown }) => fix)).toEqual([]);
  await runCli(folder, ...lint, "--fix", "--unsafe-fixes");
  expect(await readFile(join(folder, "shop/users/router.py"), "utf8")).toBe(text);
});
