import type { CallSite } from "../calls";
import { moduleNamed } from "../names";
import { assumptionsOf, constant, external, none, textOf, unknown, type Value } from "../value";
import type { LibraryFunction } from "./index";

/** An environment variable with its default. */
const environment: LibraryFunction = (_evaluation, given, site) => {
  const [name, second] = given.args;
  const fallback = second ?? given.keywords.get("default");
  return assumedDefault(
    textOf(name) ?? "an environment variable",
    fallback,
    given.keywords.get("cast"),
    site,
  );
};

function assumedDefault(
  name: string,
  fallback: Value | undefined,
  cast: Value | undefined,
  { place }: CallSite,
): Value {
  if (fallback === undefined) return unknown(`the environment variable ${name}`);
  if (fallback.kind !== "constant") return fallback;
  const what = `${name} is taken to be unset`;
  const plain =
    cast?.kind === "external" && cast.name === "builtins.bool"
      ? truthOf(fallback.value)
      : fallback.value;
  return constant(plain, [...assumptionsOf(fallback), { ...place, what }]);
}

function truthOf<T>(value: T): T | boolean {
  if (typeof value !== "string") return value;
  return ["true", "1", "yes", "y", "t", "on"].includes(value.toLowerCase());
}

/** Functions of Python's library and of readers of the environment, by their dotted name. */
export const standardLibrary: Readonly<Record<string, LibraryFunction>> = {
  "os.getenv": environment,
  "os.environ.get": environment,
  "decouple.config": environment,
  "typing.cast": (_evaluation, { args }) => args[1],
  "copy.copy": (_evaluation, { args }) => args[0],
  "copy.deepcopy": (_evaluation, { args }) => args[0],
  "functools.partial": (_evaluation, { args }) =>
    args[0]?.kind === "function" || args[0]?.kind === "bound" ? args[0] : undefined,
  "functools.update_wrapper": (_evaluation, { args: [wrapper, wrapped] }) => {
    if (wrapper?.kind === "function" && wrapped?.kind === "function") wrapper.wrapped = wrapped;
    return wrapper;
  },
  "functools.lru_cache": (_evaluation, { args: [func] }) =>
    func?.kind === "function" ? func : undefined,
  "functools.cache": (_evaluation, { args: [func] }) => func,
  "importlib.import_module": (evaluation, { args }, { scope }) => {
    const name = textOf(args[0]);
    return name === undefined || name.startsWith(".")
      ? unknown("a module whose name is computed")
      : moduleNamed(evaluation, name, scope.path);
  },
  "re.sub": (_evaluation, { args: [pattern, replacement, text] }) =>
    substituted(pattern, replacement, text),
  "re.compile": (_evaluation, given, { place, node }) => ({
    kind: "call",
    func: external("re.compile"),
    ...given,
    place,
    node,
    attributes: new Map<string, Value>(),
  }),
  "inspect.unwrap": (_evaluation, { args: [func] }) => func,
  "warnings.warn": () => none,
};

/** `re.sub`, where JavaScript reads the pattern as Python does. */
export function substituted(
  pattern: Value | undefined,
  replacement: Value | undefined,
  text: Value | undefined,
): Value | undefined {
  const [source, subject] = [textOf(pattern), textOf(text)];
  if (source === undefined || subject === undefined) return undefined;
  if (/\(\?P|\(\?[aiLmsux]|\\[AZ]/.test(source)) return undefined;
  const plain = textOf(replacement);
  if (plain === undefined) return undefined;
  const by = plain.replaceAll("$", "$$$$").replace(/\\g?<?(\d)>?/g, "$$$1");
  try {
    return constant(subject.replace(new RegExp(source, "gu"), by), assumptionsOf(text));
  } catch {
    return undefined;
  }
}
