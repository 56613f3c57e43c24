import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { queriesOf } from "./queries";
import { sentStatements } from "./sent";
import { modelOf } from "./statement";

const head = `
from typing import Annotated
from fastapi import Depends
from sqlalchemy import create_engine, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Session, selectinload, sessionmaker
class Base(DeclarativeBase): ...
class User(Base):
    __tablename__ = "users"
engine = create_async_engine("sqlite+aiosqlite://")
Async = async_sessionmaker(engine)
Sync = sessionmaker(create_engine("sqlite://"))
async def get_db():
    async with Async() as session:
        yield session
Db = Annotated[AsyncSession, Depends(get_db)]
`;

/** The queries of the function `f`, a line each. */
async function queriesIn(text: string): Promise<readonly string[]> {
  const code = await codeBaseOf({ "main.py": head + text });
  const run = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
  if (run === undefined) throw new Error("there is no f");
  return queriesOf(run).map(({ method, colour, statement, within }) =>
    [
      colour,
      method,
      statement?.kind,
      statement && modelOf(statement)?.name,
      statement && `${statement.filters.length} filters`,
      statement?.limit && "limited",
      statement && statement.options.length > 0 && "options",
      within?.kind,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

describe("queries", () => {
  it.each([
    [
      "of an annotated session",
      "async def f(db: AsyncSession): await db.execute(select(User).where(User.id == 1))",
      ["async execute select User 1 filters"],
    ],
    [
      "of an alias of Annotated",
      "async def f(db: Db): await db.scalars(select(User).limit(5))",
      ["async scalars select User 0 filters limited"],
    ],
    [
      "of Depends",
      "async def f(db=Depends(get_db)): await db.scalar(select(func.count(User.id)))",
      ["async scalar select User 0 filters"],
    ],
    [
      "of a factory",
      "async def f():\n    async with Async() as db:\n        await db.get(User, 1)",
      ["async get select User 0 filters limited"],
    ],
    [
      "of a sync factory",
      "def f():\n    with Sync() as db:\n        db.execute(update(User).values(a=1))",
      ["sync execute update User 0 filters"],
    ],
    [
      "in the legacy style",
      "def f(db: Session): return db.query(User).filter(User.a == 1).filter_by(b=2).all()",
      ["sync all select User 2 filters"],
    ],
    [
      "held by self",
      "class Repo:\n    def __init__(self, db: AsyncSession):\n        self.db = db\n    async def f(self): await self.db.execute(delete(User))",
      ["async execute delete User 0 filters"],
    ],
    [
      "put together in steps",
      "async def f(db: Db, a):\n    q = select(User)\n    if a:\n        q = q.where(User.a == a)\n    await db.execute(q.options(selectinload(User.b)))",
      ["async execute select User 1 filters options"],
    ],
    [
      "in a loop",
      "async def f(db: Db, ids: list[int]):\n    for i in ids:\n        await db.get(User, i)",
      ["async get select User 0 filters limited loop"],
    ],
    [
      "through a type made of it",
      "from typing import NewType\nReading = NewType('Reading', AsyncSession)\nBoth = NewType('Both', Reading)\nasync def f(db: Both, other: Reading):\n    await db.execute(select(User))\n    await other.execute(select(User))",
      ["async execute select User 0 filters", "async execute select User 0 filters"],
    ],
    ["of something else: none", "async def f(db, cache: dict): db.execute(1); cache.get(2)", []],
  ])("%s", async (_, text, expected) => {
    expect(await queriesIn(text)).toEqual(expected);
  });
});

describe("sent statements", () => {
  it("go through sessions, unknown objects with their methods, and helpers of the project", async () => {
    const text = `
class Repo:
    def __init__(self, session): self.session = session
    def first(self, query): return self.session.execute(query).first()
    async def f(self, db: AsyncSession, other, *conditions):
        await db.execute(select(User))
        other.scalars(select(User).where(*conditions))
        self.first(query=select(User).limit(1))
        print(select(User))
`;
    const code = await codeBaseOf({ "main.py": head + text });
    const run = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
    expect(
      sentStatements(run ?? { effects: [] }).map(({ through, statement }) => [
        typeof through === "string" ? through : through.qualname,
        statement.isOpen,
      ]),
    ).toEqual([
      ["execute", false],
      ["scalars", true],
      ["Repo.first", false],
    ]);
  });
});
