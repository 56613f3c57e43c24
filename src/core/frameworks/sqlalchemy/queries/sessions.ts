import { inheritsFrom } from "../../../evaluation/classes";
import { factoryProduct, libraryType } from "../../../evaluation/library/results";
import { type CallV, external, externalName, type Value } from "../../../evaluation/value";
import { nameTable } from "../../../text/nameTable";
import { producedType } from "./producedType";

/** Whether a session or engine waits on its thread or is awaited. */
export type Colour = "sync" | "async";

const syncSessions: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.Session",
  "sqlalchemy.orm.session.Session",
  "sqlmodel.Session",
  "sqlmodel.orm.session.Session",
  "sqlalchemy.orm.scoped_session",
]);

const asyncSessions: ReadonlySet<string> = new Set([
  "sqlalchemy.ext.asyncio.AsyncSession",
  "sqlalchemy.ext.asyncio.session.AsyncSession",
  "sqlmodel.ext.asyncio.session.AsyncSession",
  "sqlalchemy.ext.asyncio.async_scoped_session",
  "sqlalchemy.ext.asyncio.scoping.async_scoped_session",
]);

const connections: Readonly<Record<string, Colour>> = nameTable({
  "sqlalchemy.engine.Engine": "sync",
  "sqlalchemy.Engine": "sync",
  "sqlalchemy.engine.Connection": "sync",
  "sqlalchemy.Connection": "sync",
  "sqlalchemy.ext.asyncio.AsyncEngine": "async",
  "sqlalchemy.ext.asyncio.AsyncConnection": "async",
  // https://www.encode.io/databases/
  "databases.Database": "async",
  "databases.core.Connection": "async",
});

/** What kind of session a value is; `undefined` for one that is none, or where that is not known. */
export function sessionColour(value: Value): Colour | undefined {
  return colourOfType(typeOf(value));
}

/** What kind of engine or connection a value is. */
export function engineColour(value: Value): Colour | undefined {
  return connections[externalName(typeOf(value)) ?? ""];
}

/** Whether a value is an engine, which makes connections, rather than one of them. */
export function isEngine(value: Value): boolean {
  return /^sqlalchemy\..*Engine$/.test(externalName(typeOf(value)) ?? "");
}

/** Whether a class's objects are sessions of their own; those of `scoped_session` share one of their thread or task. */
export function isSessionClass(type: Value): boolean {
  return colourOfType(type) !== undefined && !/scoped_session$/.test(externalName(type) ?? "");
}

function typeOf(value: Value): Value | undefined {
  switch (value.kind) {
    case "some":
      return value.type;
    case "call":
      return (
        libraryType(value) ??
        proxyType(value) ??
        takenType(value) ??
        producedType(value.func) ??
        openedType(value)
      );
    case "instance":
      return value.class;
    default:
      return undefined;
  }
}

/** What `async_scoped_session(factory, scope)` gives has the methods of the session that it finds for the scope. */
function proxyType({ func }: CallV): Value | undefined {
  return proxies.test(externalName(func) ?? "") ? func : undefined;
}

const proxies = /^sqlalchemy\.(?:\w+\.)*(?:async_)?scoped_session$/;

/** What `sessions.begin()` of a session factory gives, or `engine.connect()` of an engine. */
function openedType({ func }: CallV): Value | undefined {
  if (func.kind !== "attribute" || !/^(begin|connect)$/.test(func.attr)) return undefined;
  const { value } = func;
  if (value.kind === "call") {
    const product = factoryProduct(value);
    if (product !== undefined) return product;
  }
  const product = producedType(value);
  if (product !== undefined) return product;
  if (!isEngine(value)) return undefined;
  return external(
    engineColour(value) === "async"
      ? "sqlalchemy.ext.asyncio.AsyncConnection"
      : "sqlalchemy.engine.Connection",
  );
}

/** What `next(get_session())` takes out of a generator, which is known as what it yields. */
function takenType({ func, args: [from] }: CallV): Value | undefined {
  const taken = isNext(func) ? from : func.kind === "attribute" ? func.value : undefined;
  const isTaking = isNext(func) || (func.kind === "attribute" && /^__a?next__$/.test(func.attr));
  return isTaking && taken?.kind === "some" ? taken.type : undefined;
}

function isNext(func: Value): boolean {
  return /^builtins\.a?next$/.test(externalName(func) ?? "");
}

function colourOfType(type: Value | undefined): Colour | undefined {
  if (type?.kind === "choice") {
    const [first, ...others] = type.options.map(colourOfType);
    return others.every((colour) => colour === first) ? first : undefined;
  }
  if (type?.kind === "subscript") return colourOfType(type.value);
  if (
    type?.kind === "call" &&
    /^typing(_extensions)?\.NewType$/.test(externalName(type.func) ?? "")
  )
    return colourOfType(type.args[1]);
  if (type?.kind === "class") {
    if (inheritsFrom(type, asyncSessions)) return "async";
    return inheritsFrom(type, syncSessions) ? "sync" : undefined;
  }
  const name = externalName(type) ?? "";
  if (asyncSessions.has(name)) return "async";
  return syncSessions.has(name) ? "sync" : undefined;
}
