import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { expiresOnCommit } from "./expiry";
import { sessionMethod } from "./sessionMethods";
import { keyOf, usesOfCall } from "./sessionUses";

const head = `
import asyncio
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
engine = create_async_engine("sqlite+aiosqlite://")
class Repo:
    def __init__(self, session: AsyncSession): self.session = session
    async def all(self): return await self.session.execute(select(1))
    async def save(self, row):
        self.session.add(row)
        await self._commit()
    async def _commit(self): await self.session.commit()
async def load(db: AsyncSession): await Repo(db).all()
class Locked:
    def __init__(self, db: AsyncSession):
        self.db = db
        self.lock = asyncio.Lock()
    async def all(self):
        async with self.lock: await self.db.execute(select(1))
class Service:
    def __init__(self, session: AsyncSession):
        self.session = session
        self.repo = Repo(session)
`;

/** What the calls of `f` do with sessions. */
async function usesIn(text: string): Promise<readonly string[]> {
  const code = await codeBaseOf({ "main.py": head + text });
  const run = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
  if (run === undefined) throw new Error("there is no f");
  const { function: func } = run;
  return (code.functionRun(func)?.effects ?? []).flatMap(({ call: { node } }) =>
    node === undefined
      ? []
      : usesOfCall(node, func, code).map(
          (use) => `${keyOf(use)} ${use.method.name}${use.isGuarded ? " guarded" : ""}`,
        ),
  );
}

describe("uses of sessions", () => {
  it.each([
    ["itself", "async def f(db: AsyncSession): await db.flush()", ["db flush"]],
    [
      "by a function",
      "async def f(session: AsyncSession): await load(session)",
      ["session execute"],
    ],
    [
      "by an object that is made with it",
      "async def f(db: AsyncSession):\n    repo = Repo(db)\n    await repo.save(1)",
      ["db add", "db commit"],
    ],
    [
      "by what self holds",
      "class S(Service):\n    async def f(self):\n        await self.repo.all()\n        await self.session.flush()",
      ["__init__.session execute", "__init__.session flush"],
    ],
    [
      "by another name",
      "async def f(db: AsyncSession):\n    same = db\n    await same.commit()",
      ["db commit"],
    ],
    [
      "under a lock",
      "async def f(db: AsyncSession): await Locked(db).all()",
      ["db execute guarded"],
    ],
    [
      "of its own: none",
      "async def g():\n    async with async_sessionmaker(engine)() as db: await db.commit()\nasync def f(): await g()",
      [],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await usesIn(text)).toEqual(expected);
  });
});

describe("rows expire on commit", () => {
  it.each([
    ["where nothing says else", "F = async_sessionmaker(engine)", true],
    [
      "not where the factory says so",
      "F = async_sessionmaker(engine, expire_on_commit=False)",
      false,
    ],
    [
      "not where one of several does",
      "F = async_sessionmaker(engine)\nG = async_sessionmaker(engine, expire_on_commit=False)",
      false,
    ],
    [
      "not where it is told later",
      "F = async_sessionmaker(engine)\nF.configure(expire_on_commit=False)",
      false,
    ],
    ["where there is no factory, nobody knows", "", false],
  ])("%s", async (_, text, expected) => {
    const code = await codeBaseOf({
      "main.py": `${head}${text}\nasync def f(db: AsyncSession): await db.commit()\n`,
    });
    const run = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
    const [method] = (run?.effects ?? []).flatMap(({ call }) => sessionMethod(call) ?? []);
    if (method === undefined) throw new Error("there is no session");
    expect(expiresOnCommit(method.session, code)).toBe(expected);
  });
});
