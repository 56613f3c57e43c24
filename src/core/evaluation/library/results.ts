import { nameTable } from "../../text/nameTable";
import { type CallV, external, externalName, type Value } from "../value";

/** What functions of libraries give, by their dotted names; a class gives objects of itself. */
const results: Readonly<Record<string, string>> = nameTable({
  "sqlalchemy.create_engine": "sqlalchemy.engine.Engine",
  "sqlalchemy.engine.create_engine": "sqlalchemy.engine.Engine",
  "sqlmodel.create_engine": "sqlalchemy.engine.Engine",
  "sqlalchemy.ext.asyncio.create_async_engine": "sqlalchemy.ext.asyncio.AsyncEngine",
  "redis.from_url": "redis.Redis",
  "redis.asyncio.from_url": "redis.asyncio.Redis",
});

/** Functions that make a class whose objects are sessions, and the class of those (SQLAlchemy's defaults). */
const sessionFactories: Readonly<Record<string, string>> = nameTable({
  "sqlalchemy.orm.sessionmaker": "sqlalchemy.orm.Session",
  "sqlalchemy.orm.session.sessionmaker": "sqlalchemy.orm.Session",
  "sqlalchemy.orm.scoped_session": "sqlalchemy.orm.Session",
  "sqlalchemy.ext.asyncio.async_sessionmaker": "sqlalchemy.ext.asyncio.AsyncSession",
  "sqlalchemy.ext.asyncio.async_scoped_session": "sqlalchemy.ext.asyncio.AsyncSession",
});

/** The type of what a call of a library gives: of `Session(engine)`, of `sessionmaker(…)()`; `undefined` for most. */
export function libraryType({ func }: CallV): Value | undefined {
  const name = externalName(func);
  if (name !== undefined) {
    const result = results[name];
    if (result !== undefined) return external(result);
    return /(^|\.)[A-Z]\w*$/.test(name) ? external(name) : undefined;
  }
  return func.kind === "call" ? factoryProduct(func) : undefined;
}

/** What calling a session factory gives; `undefined` for a call that makes none. */
export function factoryProduct(factory: CallV): Value | undefined {
  const name = externalName(factory.func);
  const usual = sessionFactories[name ?? ""];
  if (usual === undefined) return undefined;
  const [first] = factory.args;
  // `scoped_session(sessionmaker(class_=…))` hands on what the inner one makes.
  const inner = first?.kind === "call" ? factoryProduct(first) : undefined;
  return factory.keywords.get("class_") ?? inner ?? external(usual);
}
