import { nameTable } from "../../text/nameTable";
import { externalName, type FunctionV, type Value } from "../value";

const bindings: Readonly<Record<string, FunctionV["binding"]>> = nameTable({
  "builtins.staticmethod": "static",
  "builtins.classmethod": "class",
  "builtins.property": "property",
  "functools.cached_property": "property",
  "pydantic.computed_field": "property",
  "sqlalchemy.ext.hybrid.hybrid_property": "instance",
});

const declaredAttr = /^sqlalchemy\.(?:.*\.)?declared_attr(?:\.directive|\.cascading)?$/;

/** Decorators that leave a function as it is. */
const transparent: ReadonlySet<string> = new Set([
  "functools.lru_cache",
  "functools.cache",
  "typing.override",
  "typing.overload",
  "typing.final",
  "abc.abstractmethod",
  "contextlib.contextmanager",
  "contextlib.asynccontextmanager",
]);

/** Takes note of a decorator that says how a function is bound. Says whether there is nothing more to do. */
export function markBinding(func: FunctionV, decorator: Value): boolean {
  const name = externalName(decorator.kind === "call" ? decorator.func : decorator);
  if (name === undefined) return false;
  if (name === "functools.wraps" && decorator.kind === "call") {
    const [wrapped] = decorator.args;
    if (wrapped?.kind === "function") func.wrapped = wrapped;
    return true;
  }
  const binding = declaredAttr.test(name) ? "declared" : bindings[name];
  if (binding !== undefined) {
    if (func.binding !== "declared") func.binding = binding;
    return true;
  }
  return transparent.has(name);
}
