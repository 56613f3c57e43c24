import type { CallSite } from "../calls";
import type { Arguments } from "../evaluator";
import { assumptionsOf, type ConstantV, constant, textOf, unknown, type Value } from "../value";

/** Classes whose objects look names up in the environment, by the methods that do, and where their default stands. */
const readers: Readonly<Record<string, (method: string) => boolean>> = {
  // https://www.starlette.dev/config/
  "starlette.config.Config": (method) => method === "__call__" || method === "get",
  // https://pypi.org/project/environs/
  "environs.Env": () => true,
  "environs.env": () => true,
  // https://pypi.org/project/django-environ/
  "environ.Env": () => true,
  // https://pypi.org/project/python-decouple/
  "decouple.Config": (method) => method === "__call__" || method === "get",
  "decouple.AutoConfig": (method) => method === "__call__" || method === "get",
};

/** Methods of these classes that look nothing up. */
const others: ReadonlySet<string> = new Set([
  "read_env",
  "read_envfile",
  "prefixed",
  "seal",
  "dump",
  "add_parser",
  "parser_for",
  "file_values",
]);

/** Types that a setting is read as. */
const casts: Readonly<Record<string, (value: ConstantV) => Value>> = {
  "builtins.str": (value) => constant(String(value.value), value.assumed),
  "builtins.int": (value) => constant(Number(value.value), value.assumed),
  "builtins.bool": (value) => constant(truthOf(value.value), value.assumed),
};

/**
 * A look-up by an object that reads the environment: its default, which is taken for granted.
 * @param className the dotted name of the object's class, or of an object that a library has ready
 */
export function readSetting(
  className: string,
  method: string,
  given: Arguments,
  { place }: CallSite,
): Value | undefined {
  if (readers[className]?.(method) !== true || others.has(method)) return undefined;
  const [key, second, third] = given.args;
  // Starlette's second argument is a cast, the others' a default.
  const isCastFirst = className.startsWith("starlette.");
  const cast = given.keywords.get("cast") ?? (isCastFirst ? second : undefined);
  const fallback = given.keywords.get("default") ?? (isCastFirst ? third : second);
  const name = textOf(key) ?? "an environment variable";
  if (fallback === undefined) return unknown(`the environment variable ${name}`);
  if (fallback.kind !== "constant") return fallback;
  const what = `${name} is taken to be unset`;
  const read = constant(fallback.value, [...assumptionsOf(fallback), { ...place, what }]);
  const byCast = cast?.kind === "external" ? casts[cast.name] : undefined;
  return byCast === undefined || read.kind !== "constant" || read.value === null
    ? read
    : byCast(read);
}

/** What readers of the environment take for true. */
export function truthOf<T>(value: T): T | boolean {
  if (typeof value !== "string") return value;
  return ["true", "1", "yes", "y", "t", "on"].includes(value.toLowerCase());
}
