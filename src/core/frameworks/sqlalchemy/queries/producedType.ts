import { argumentsOf, plainType } from "../../../evaluation/types";
import { external, externalName, type Value } from "../../../evaluation/value";

const contexts = /(^|\.)(Abstract)?(Async)?ContextManager$|(^|\.)(Async)?(Generator|Iterator)$/;

/** What calling some value of a type gives: of `Callable[[], AsyncSession]`, of `async_sessionmaker[AsyncSession]`. */
export function producedType(func: Value): Value | undefined {
  if (func.kind !== "some") return undefined;
  const origin = func.type.kind === "subscript" ? func.type.value : func.type;
  const name = externalName(origin) ?? "";
  const inner = argumentsOf(func.type).at(-1);
  if (/(^|\.)Callable$/.test(name)) return inner && entered(plainType(inner));
  if (/\.async_sessionmaker$/.test(name))
    return inner ?? external("sqlalchemy.ext.asyncio.AsyncSession");
  return /\.sessionmaker$/.test(name) ? (inner ?? external("sqlalchemy.orm.Session")) : undefined;
}

/** What `with` gives of a context manager's type. */
function entered(type: Value): Value {
  if (type.kind !== "subscript" || !contexts.test(externalName(type.value) ?? "")) return type;
  const [inner] = argumentsOf(type);
  return inner === undefined ? type : plainType(inner);
}
