import { type CallSite, term } from "../calls";
import type { Arguments } from "../evaluator";
import {
  assumptionsOf,
  constant,
  external,
  listOf,
  none,
  textOf,
  unknown,
  type Value,
} from "../value";
import { truthOf } from "./environment";
import { listed } from "./folders";
import type { LibraryFunction } from "./index";
import { getMembers, predicates } from "./members";
import { importModule, iterModules } from "./modules";

/** An environment variable with its default. */
const environment: LibraryFunction = (_evaluation, given, site) => environmentOf(given, site, true);

function environmentOf(given: Arguments, site: CallSite, isOptional: boolean): Value {
  const [name, second] = given.args;
  const fallback = second ?? given.keywords.get("default");
  return assumedDefault(
    textOf(name) ?? "an environment variable",
    fallback,
    given.keywords.get("cast"),
    site,
    isOptional,
  );
}

function assumedDefault(
  name: string,
  fallback: Value | undefined,
  cast: Value | undefined,
  { place }: CallSite,
  isOptional: boolean,
): Value {
  if (fallback === undefined) {
    // `decouple.config` fails there.
    if (!isOptional) return unknown(`the environment variable ${name}`);
    const unset = [{ ...place, what: `${name} is taken to be unset` }];
    return { ...unknown(`the environment variable ${name}`), unset };
  }
  if (fallback.kind !== "constant") return fallback;
  const what = `${name} is taken to be unset`;
  const plain =
    cast?.kind === "external" && cast.name === "builtins.bool"
      ? truthOf(fallback.value)
      : fallback.value;
  return constant(plain, [...assumptionsOf(fallback), { ...place, what }]);
}

/** Functions of Python's library and of readers of the environment, by their dotted name. */
export const standardLibrary: Readonly<Record<string, LibraryFunction>> = {
  "os.getenv": environment,
  "os.environ.get": environment,
  "decouple.config": (_evaluation, given, site) => environmentOf(given, site, false),
  "typing.cast": (_evaluation, { args }) => args[1],
  "copy.copy": (_evaluation, { args }) => args[0],
  "copy.deepcopy": (_evaluation, { args }) => args[0],
  "functools.partial": (_evaluation, given) => partial(given),
  "functools.update_wrapper": (_evaluation, { args: [wrapper, wrapped] }) => {
    if (wrapper?.kind === "function" && wrapped?.kind === "function") wrapper.wrapped = wrapped;
    return wrapper;
  },
  "functools.lru_cache": (_evaluation, { args: [func] }) =>
    func?.kind === "function" ? func : undefined,
  "functools.cache": (_evaluation, { args: [func] }) => func,
  "importlib.import_module": importModule,
  ...predicates,
  "inspect.getmembers": getMembers,
  "os.listdir": (evaluation, given, site) =>
    listed(evaluation.modules.paths)(evaluation, given, site),
  "pkgutil.iter_modules": (evaluation, given, site) => iterModules(evaluation, given, site, false),
  "pkgutil.walk_packages": (evaluation, given, site) => iterModules(evaluation, given, site, true),
  "types.SimpleNamespace": (_evaluation, given, site) => {
    const made = term(external("types.SimpleNamespace"), given, site);
    for (const [name, value] of given.keywords) made.attributes.set(name, value);
    return made;
  },
  "re.sub": (_evaluation, { args: [pattern, replacement, text] }) =>
    substituted(pattern, replacement, text),
  "re.split": (_evaluation, { args, keywords }) =>
    args.length === 2 && keywords.size === 0 ? splitBy(args[0], args[1]) : undefined,
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

/** A function some of whose arguments are given: they become keyword-only, with what was given as their defaults. */
function partial({ args: [func, ...given], keywords, open }: Arguments): Value | undefined {
  if (func?.kind === "bound") return func;
  if (func?.kind !== "function") return undefined;
  const { args } = func.node;
  const positional = [...args.posonlyargs, ...args.args];
  const names = new Set([...positional, ...args.kwonlyargs].map(({ arg }) => arg));
  if (open || given.length > positional.length) return func;
  if ([...keywords.keys()].some((name) => !names.has(name))) return func;
  const filled = positional.slice(0, given.length);
  const defaults = new Map([
    ...func.defaults,
    ...keywords,
    ...filled.flatMap(({ arg }, index) => {
      const value = given[index];
      return value === undefined ? [] : ([[arg, value]] as const);
    }),
  ]);
  const rest = {
    ...args,
    posonlyargs: [],
    args: positional.slice(given.length),
    kwonlyargs: [...filled, ...args.kwonlyargs],
  };
  const node = { ...func.node, args: rest };
  return { ...func, node, defaults, wrapped: func.wrapped ?? func };
}

/** `re.sub`, where JavaScript reads the pattern as Python does. */
export function substituted(
  pattern: Value | undefined,
  replacement: Value | undefined,
  text: Value | undefined,
): Value | undefined {
  const [source, subject] = [textOf(pattern), textOf(text)];
  if (source === undefined || subject === undefined || isPythonOnly(source)) return undefined;
  const plain = textOf(replacement);
  if (plain === undefined) return undefined;
  const by = plain.replaceAll("$", "$$$$").replace(/\\g?<?(\d)>?/g, "$$$1");
  try {
    return constant(subject.replace(new RegExp(source, "gu"), by), assumptionsOf(text));
  } catch {
    return undefined;
  }
}

/** `re.split` by a pattern without groups; an empty match parts, too. */
function splitBy(pattern: Value | undefined, text: Value | undefined): Value | undefined {
  const [source, subject] = [textOf(pattern), textOf(text)];
  if (source === undefined || subject === undefined || isPythonOnly(source)) return undefined;
  if (/\((?!\?)/.test(source)) return undefined;
  const pieces: string[] = [];
  let from = 0;
  try {
    for (const { 0: match, index } of subject.matchAll(new RegExp(source, "gu"))) {
      pieces.push(subject.slice(from, index));
      from = index + match.length;
    }
  } catch {
    return undefined;
  }
  const assumed = assumptionsOf(text);
  return listOf([...pieces, subject.slice(from)].map((piece) => constant(piece, assumed)));
}

/** Whether a pattern has what JavaScript reads in another way. */
function isPythonOnly(pattern: string): boolean {
  return /\(\?P|\(\?[aiLmsux]|\\[AZ]/.test(pattern);
}
