import { iterated } from "../../evaluation/iteration";
import { textOf, type Value } from "../../evaluation/value";
import type { PydanticMajor, SchemaField } from "../pydantic/schema";

type Config = ReadonlyMap<string, Value>;

/**
 * The environment variable that a field of a settings class is read from; `undefined` where it is computed.
 *
 * Version 2: the alias without prefix, else `env_prefix` and the name
 * (https://docs.pydantic.dev/latest/concepts/pydantic_settings/#environment-variable-names). Version 1: `env`, else
 * `env_prefix` and the name; aliases do not count (https://docs.pydantic.dev/1.10/usage/settings/#environment-variable-names).
 */
export function environmentName(
  { name, info }: Pick<SchemaField, "name" | "info">,
  config: Config,
  major: PydanticMajor,
): string | undefined {
  const own = major === 2 ? aliasName(info) : (envName(info.get("env")) ?? configEnv(config, name));
  if (own === null) return undefined;
  if (own !== undefined) return cased(own, config);
  const prefix = config.get("env_prefix");
  const start = prefix === undefined ? "" : textOf(prefix);
  return start === undefined ? undefined : cased(start + name, config);
}

/** A name as it is looked up: in capitals, unless case counts. */
export function cased(name: string, config: Config): string {
  const isExact = config.get("case_sensitive");
  return isExact?.kind === "constant" && isExact.value === true ? name : name.toUpperCase();
}

/** What stands between the names of a model and of a field in it; `undefined` where nested names are not read. */
export function nestedDelimiter(config: Config): string | undefined {
  return textOf(config.get("env_nested_delimiter"));
}

/** `null` where the alias is computed, `undefined` for none. */
function aliasName(info: Config): string | null | undefined {
  const given = info.get("validation_alias") ?? info.get("alias");
  if (given === undefined || (given.kind === "constant" && given.value === null)) return undefined;
  let current: Value | undefined = given;
  // `AliasChoices("a", AliasPath("b", 0))`: the first choice, and what a path begins with.
  while (current?.kind === "call") current = current.args[0];
  return textOf(current) ?? null;
}

function envName(given: Value | undefined): string | undefined {
  if (given === undefined) return undefined;
  return textOf(given) ?? textOf(given.kind === "list" ? iterated(given).items[0] : undefined);
}

/** `class Config: fields = {"name": {"env": "NAME"}}` */
function configEnv(config: Config, name: string): string | undefined {
  const fields = config.get("fields");
  if (fields?.kind !== "dict") return undefined;
  const own = fields.entries.find(({ key }) => textOf(key) === name)?.value;
  if (own?.kind !== "dict") return undefined;
  return envName(own.entries.find(({ key }) => textOf(key) === "env")?.value);
}
