import { callFunction } from "../../evaluation/calls";
import { Evaluation, type Modules } from "../../evaluation/evaluator";
import { constant, externalName, textOf, type Value } from "../../evaluation/value";

/** The name that a field has in JSON by its own `alias`, or by the model's `alias_generator`; else `null`. */
export function aliasOf(
  modules: Modules,
  name: string,
  keywords: ReadonlyMap<string, Value>,
  config: ReadonlyMap<string, Value>,
): string | null {
  for (const keyword of ["alias", "serialization_alias", "validation_alias"]) {
    const given = keywords.get(keyword);
    const own = textOf(given) ?? (given?.kind === "call" ? textOf(given.args[0]) : undefined);
    if (own !== undefined) return own === name ? null : own;
  }
  const generator = config.get("alias_generator");
  const made = generator === undefined ? undefined : generated(modules, generator, name);
  return made === undefined || made === name ? null : made;
}

function generated(modules: Modules, generator: Value, name: string): string | undefined {
  if (generator.kind === "function" || generator.kind === "bound") {
    const func = generator.kind === "bound" ? generator.function : generator;
    const own = generator.kind === "bound" ? [generator.self] : [];
    const given = { args: [...own, constant(name)], keywords: new Map(), open: false };
    return textOf(callFunction(new Evaluation(modules, true), func, given));
  }
  if (generator.kind === "call" && externalName(generator.func)?.endsWith(".AliasGenerator")) {
    const inner = ["alias", "serialization_alias", "validation_alias"].map((key) =>
      generator.keywords.get(key),
    );
    const first = inner.find((one) => one !== undefined);
    return first === undefined ? undefined : generated(modules, first, name);
  }
  return libraryGenerators[externalName(generator) ?? ""]?.(name);
}

/** https://docs.pydantic.dev/latest/api/config/#pydantic.alias_generators and https://humps.readthedocs.io */
const libraryGenerators: Readonly<Record<string, (name: string) => string>> = {
  "pydantic.alias_generators.to_camel": camelCase,
  "pydantic.alias_generators.to_pascal": pascalCase,
  "humps.camelize": camelCase,
  "humps.camel.case": camelCase,
  "humps.pascalize": pascalCase,
  "stringcase.camelcase": camelCase,
};

function pascalCase(name: string): string {
  return name
    .replace(/(^|_)([a-z])/g, (_whole, _before, letter: string) => letter.toUpperCase())
    .replaceAll("_", "");
}

function camelCase(name: string): string {
  // As Pydantic does: what is camel case already stays.
  if (/^[a-z]+[A-Za-z0-9]*$/.test(name) && !/\d[a-z]/.test(name)) return name;
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}
