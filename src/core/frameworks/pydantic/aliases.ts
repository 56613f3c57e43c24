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
  "humps.camelize": camelized,
  "humps.main.camelize": camelized,
  "humps.camel.case": camelized,
  "humps.pascalize": (name) => upperFirst(camelized(name)),
  "humps.main.pascalize": (name) => upperFirst(camelized(name)),
};

/** https://github.com/pydantic/pydantic/blob/v2.11.0/pydantic/alias_generators.py */
function pascalCase(name: string): string {
  const titled = name.toLowerCase().replace(/[a-z]+/g, (word) => upperFirst(word));
  return titled.replace(/([0-9A-Za-z])_(?=[0-9A-Z])/g, "$1");
}

function camelCase(name: string): string {
  if (/^[a-z]+[A-Za-z0-9]*$/.test(name)) return name;
  return pascalCase(name).replace(/^_*[A-Z]/, (start) => start.toLowerCase());
}

function camelized(name: string): string {
  return name.replace(/(?<=[^\-_\s])[-_\s]+([^\-_\s])/g, (_whole, next: string) =>
    next.toUpperCase(),
  );
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
