import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import { shortTypeName } from "../pydantic/typeNames";
import { typeText } from "../pydantic/typeText";

/** A call that reads an environment variable. */
export interface Lookup {
  /** `undefined` where it is computed. */
  readonly environment: string | undefined;
  readonly type: string;
  readonly default: Value | undefined;
  /** Whether it fails where the variable is not set. */
  readonly isStrict: boolean;
}

/** Classes whose objects are called with a name, each with the parameter that names a prefix. */
const readers: Readonly<Record<string, string | null>> = nameTable({
  // https://www.starlette.io/config/
  "starlette.config.Config": "env_prefix",
  // https://github.com/HBNetwork/python-decouple
  "decouple.Config": null,
  "decouple.AutoConfig": null,
  // https://github.com/sloria/environs and https://django-environ.readthedocs.io
  "environs.Env": "prefix",
  "environs.FileAwareEnv": "prefix",
  "environ.Env": null,
  "environ.FileAwareEnv": null,
});

/** Methods of `Env` that do not read a variable. */
const otherMethods: ReadonlySet<string> = new Set([
  "read_env",
  "read_envfile",
  "seal",
  "prefixed",
  "dump",
  "add_parser",
  "parser_for",
  "parser",
  "add_parser_from_field",
]);

/** What a call reads from the environment; `undefined` for any other call. */
export function lookupOf(call: CallV): Lookup | undefined {
  const name = externalName(call.func);
  switch (name) {
    case "os.getenv":
    case "os.environ.get":
      return lookup(call, "", call.args[1] ?? call.keywords.get("default"), "optional");
    case "os.environ.__getitem__":
      return lookup(call, "", undefined, "strict");
    case "decouple.config":
      return lookup(call, "", call.args[1] ?? call.keywords.get("default"), "strict");
  }
  const { func } = call;
  if (func.kind === "call") return readerLookup(call, func, undefined);
  if (func.kind === "attribute" && func.value.kind === "call" && !otherMethods.has(func.attr)) {
    return readerLookup(call, func.value, func.attr);
  }
  return undefined;
}

function readerLookup(call: CallV, reader: CallV, method: string | undefined): Lookup | undefined {
  const name = externalName(reader.func) ?? "";
  const parameter = readers[name];
  if (parameter === undefined) return undefined;
  const isEnv = name.endsWith("Env");
  if (method !== undefined && method !== "get" && !isEnv) return undefined;
  const prefix = parameter === null ? undefined : reader.keywords.get(parameter);
  const start = prefix === undefined ? "" : textOf(prefix);
  // `config(key, cast, default)` of Starlette, `env.str(name, default)` of environs.
  const position = name.startsWith("starlette.") ? 2 : 1;
  const fallback = call.keywords.get("default") ?? call.args[position];
  const found = lookup(call, start, fallback, "strict");
  const isTyped = method !== undefined && isEnv && method !== "get";
  return isTyped ? { ...found, type: methodTypes[method] ?? method } : found;
}

/** Types that methods of `Env` give under another name. */
const methodTypes: Readonly<Record<string, string>> = nameTable({
  path: "Path",
  url: "ParseResult",
  uuid: "UUID",
  decimal: "Decimal",
  enum: "Enum",
  json: "Any",
  tuple: "tuple",
});

function lookup(
  call: CallV,
  prefix: string | undefined,
  fallback: Value | undefined,
  kind: "strict" | "optional",
): Lookup {
  const own = textOf(call.args[0] ?? call.keywords.get("key") ?? call.keywords.get("option"));
  const cast = call.keywords.get("cast") ?? call.keywords.get("var_type");
  const isNone = fallback?.kind === "constant" && fallback.value === null;
  const isMissing = fallback === undefined ? kind === "optional" : isNone;
  return {
    environment: own === undefined || prefix === undefined ? undefined : prefix + own,
    type: cast === undefined ? (isMissing ? "str | None" : "str") : castText(cast),
    default: fallback,
    isStrict: kind === "strict" && fallback === undefined && !call.open,
  };
}

function castText(cast: Value): string {
  const name = cast.kind === "call" ? externalName(cast.func) : undefined;
  // `cast=Csv()` of decouple gives a list.
  if (name === "decouple.Csv" || name?.endsWith(".CommaSeparatedStrings")) return "list[str]";
  if (cast.kind === "function" && cast.node.nodeType === "Lambda") return "Any";
  return name === undefined ? typeText(cast) : shortTypeName(name);
}
