import { classOf } from "../../evaluation/attributes";
import { inheritsFrom } from "../../evaluation/classes";
import { argumentsOf } from "../../evaluation/types";
import { type CallV, type ClassV, externalName, textOf, type Value } from "../../evaluation/value";
import type { DatabaseCall } from "./databaseCall";
import { readSql } from "./sqlText";

/** How a library other than SQLAlchemy is asked: by methods of its models' classes, or of its connections. */
interface Mapper {
  readonly models: ReadonlySet<string>;
  readonly all: RegExp;
  readonly one: RegExp;
  readonly writing: RegExp;
}

const mappers: readonly Mapper[] = [
  {
    // https://tortoise.github.io/query.html
    models: new Set(["tortoise.models.Model", "tortoise.Model"]),
    all: /^(all|filter|exclude|annotate|raw)$/,
    one: /^(get|get_or_none|first|exists)$/,
    writing: /^(create|get_or_create|update_or_create)$/,
  },
  {
    // https://beanie-odm.dev/tutorial/finding-documents/
    models: new Set(["beanie.Document", "beanie.odm.documents.Document"]),
    all: /^(find|find_all|find_many)$/,
    one: /^(get|find_one|count)$/,
    writing: /^insert_one$/,
  },
  {
    // https://docs.peewee-orm.com/en/latest/peewee/querying.html
    models: new Set(["peewee.Model"]),
    all: /^select$/,
    one: /^(get|get_or_none|get_by_id)$/,
    writing: /^(create|get_or_create|insert|update|delete|delete_by_id)$/,
  },
  {
    // https://fastapi-practices.github.io/sqlalchemy-crud-plus/
    models: new Set(["sqlalchemy_crud_plus.CRUDPlus", "sqlalchemy_crud_plus.crud.CRUDPlus"]),
    all: /^select_models(_order)?$/,
    one: /^(select_model|select_model_by_column|count|exists)$/,
    writing: /^(create|update|delete)_model\w*$/,
  },
  {
    // https://docs.advanced-alchemy.litestar.dev/latest/usage/repositories.html
    models: new Set(
      ["SQLAlchemyAsyncRepository", "SQLAlchemySyncRepository"].map(
        (name) => `advanced_alchemy.repository.${name}`,
      ),
    ),
    all: /^list$/,
    one: /^(get|get_one|get_one_or_none|count|exists)$/,
    writing: /^(add|update|upsert|delete)$/,
  },
];

/** A call of a model's class, or of a connection of asyncpg or Motor. */
export function mapperCall(call: CallV): DatabaseCall | undefined {
  const { func } = call;
  if (func.kind !== "attribute") return undefined;
  const { value, attr } = func;
  const of = classOf(value);
  if (of !== undefined) {
    const mapper = mappers.find(({ models }) => inheritsFrom(of, models));
    if (mapper === undefined) return undefined;
    const model = modelOf(of).name;
    const known = { call, isOfMany: false, isKnown: true, model } as const;
    if (mapper.all.test(attr)) {
      // `select_models(db, id=pk)`: one row, however many are joined to it.
      const isUnbounded = !["id", "pk"].some((key) => call.keywords.has(key));
      return { ...known, kind: "read", rows: "all", isUnbounded };
    }
    if (mapper.one.test(attr)) return { ...known, kind: "read", rows: "one", isUnbounded: false };
    return mapper.writing.test(attr)
      ? { ...known, kind: "write", rows: "one", isUnbounded: false }
      : undefined;
  }
  return connectionCall(call, value, attr);
}

/** The model that a repository is of: `CRUDPlus[User]`; a model is its own. */
function modelOf(of: ClassV): ClassV {
  const given = of.bases.flatMap(argumentsOf).find((one) => one.kind === "class");
  return given?.kind === "class" ? given : of;
}

function connectionCall(call: CallV, through: Value, method: string): DatabaseCall | undefined {
  const library = libraryOf(through);
  // https://magicstack.github.io/asyncpg/current/api/
  if (library === "asyncpg" && /^(fetch|fetchrow|fetchval|execute|executemany)$/.test(method)) {
    const text = textOf(call.args[0]);
    const sql = text === undefined ? undefined : readSql(text);
    const isRead = method.startsWith("fetch");
    const isAll = method === "fetch";
    const isUnbounded = sql && isAll && sql.isRead && !sql.isLimited && !sql.isAggregate;
    return {
      call,
      kind: isRead ? "read" : "write",
      rows: isAll ? "all" : "one",
      isUnbounded,
      isOfMany: false,
      isKnown: true,
      model: undefined,
    };
  }
  // https://motor.readthedocs.io/en/stable/api-asyncio/asyncio_motor_collection.html
  if (library === "motor" || library === "pymongo") {
    const one = {
      call,
      rows: "one",
      isUnbounded: false,
      isOfMany: false,
      isKnown: true,
      model: undefined,
    } as const;
    if (method === "find")
      return { ...one, kind: "read", rows: "all", isUnbounded: !call.keywords.has("limit") };
    if (/^(find_one|count_documents|distinct)$/.test(method)) return { ...one, kind: "read" };
    if (/^(insert|update|replace|delete)_one$/.test(method)) return { ...one, kind: "write" };
  }
  return undefined;
}

/** The library whose client or connection a value comes from: `client["db"]["users"]`, `pool.acquire()`. */
function libraryOf(value: Value): string | undefined {
  let current: Value = value;
  for (;;) {
    const name = externalName(current.kind === "some" ? current.type : current);
    const library = /^(asyncpg|motor|pymongo)\./.exec(name ?? "")?.[1];
    if (library !== undefined) return library;
    if (current.kind === "call") current = current.func;
    else if (current.kind === "attribute" || current.kind === "subscript") current = current.value;
    else return undefined;
  }
}
