import { expect, it } from "vitest";
import { codeBaseOf } from "../../../testing/testCodeBase";
import { optionAttributes } from "./loaderOptions";
import { rowSource } from "./rowSource";

const head = `
from sqlalchemy import Column, ForeignKey, Integer, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, declarative_base, joinedload, relationship, selectinload
Base = declarative_base()
class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post")
class Post(Base):
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("users.id"))
`;

it.each([
  ["(await db.execute(select(User))).scalar_one()", "one of User with "],
  ["(await db.scalars(select(User))).unique().all()", "several of User with "],
  ["await db.scalar(select(User).options(selectinload(User.posts)))", "one of User with posts"],
  ["await db.get(User, 1, options=[joinedload(User.posts)])", "one of User with posts"],
  ["(await db.scalars(select(User).options(*options))).one()", "one of User with ?"],
  ["(await db.execute(select(User))).first()", "unknown"],
  ["(await db.execute(select(User.id))).scalar_one()", "unknown"],
  ["(await db.scalars(statement)).first()", "unknown"],
  ["sync.scalars(select(User)).first()", "unknown"],
])("%s", async (text, expected) => {
  const code = await codeBaseOf({
    "main.py": `${head}async def f(db: AsyncSession, sync: Session, statement, options): return ${text}\n`,
  });
  const f = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
  const returned = f && code.functionRun(f.function)?.returned;
  const source = returned && rowSource(returned, code);
  const attributes = source && optionAttributes(source.options);
  const options = attributes === undefined ? "?" : [...attributes].join(" ");
  const found =
    source && `${source.isMany ? "several" : "one"} of ${source.model.name} with ${options}`;
  expect(found ?? "unknown").toBe(expected);
});
