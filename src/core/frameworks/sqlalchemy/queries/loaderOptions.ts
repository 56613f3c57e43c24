import { type CallV, externalName, optionsOf, textOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { isTestPath } from "../../../project/testPaths";
import { methodName } from "../../callGraph";

/** Loader options that are given attributes (https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html). */
const loaders =
  /^(?:sqlalchemy|sqlmodel)\.(?:\w+\.)*(?:selectinload|joinedload|subqueryload|immediateload|contains_eager|lazyload|noload|raiseload|defaultload|load_only|defer|undefer|with_expression|Load|with_loader_criteria)$/;
const chained =
  /^(?:selectinload|joinedload|subqueryload|immediateload|contains_eager|lazyload|noload|raiseload|defaultload|load_only|defer|undefer|options|and_|of_type)$/;

/**
 * The names of the attributes that some options of a query are about; `undefined` where one of them is not known, or is
 * about all.
 */
export function optionAttributes(options: readonly Value[]): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const option of options.flatMap(itemsOf).flatMap(optionsOf)) {
    if (!takeOption(option, found)) return undefined;
  }
  return found;
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === "list" && !value.open ? value.items : [value];
}

function takeOption(option: Value, found: Set<string>): boolean {
  if (option.kind !== "call" || option.open) return false;
  const { func, args } = option;
  const isStart = loaders.test(externalName(func) ?? "");
  const isNext = func.kind === "attribute" && chained.test(func.attr);
  if (!isStart && !(isNext && takeOption(func.value, found))) return false;
  // Conditions load nothing.
  if (/(?:with_loader_criteria|Load)$/.test(externalName(func) ?? "")) return true;
  return args.every((arg) => optionsOf(arg).every((one) => takeAttribute(one, found)));
}

/** `User.posts`, `User.posts.and_(…)`, `User.posts.of_type(…)`, or another option. */
function takeAttribute(value: Value, found: Set<string>): boolean {
  if (value.kind === "attribute") {
    found.add(value.attr);
    return true;
  }
  if (value.kind !== "call") return false;
  if (value.func.kind === "attribute" && /^(?:and_|of_type)$/.test(value.func.attr))
    return takeAttribute(value.func.value, found);
  return takeOption(value, found);
}

/** Where relationships are loaded by an option of a query or by `refresh`: the functions, by the attribute's name. */
export function loadingPlaces(code: CodeBase): ReadonlyMap<string, ReadonlySet<object>> {
  return code.queries.get("places that load relationships", () => {
    const found = new Map<string, Set<object>>();
    for (const path of code.paths) {
      if (isTestPath(path)) continue;
      const own = code.functionRuns(path).map((run) => [run.function.node, run.effects] as const);
      const all = [[code, code.run(path).effects] as const, ...own];
      for (const [place, effects] of all) {
        for (const name of effects.flatMap(({ call }) => namesLoaded(call))) {
          const places = found.get(name) ?? new Set();
          found.set(name, places.add(place));
        }
      }
    }
    return found;
  });
}

function namesLoaded(call: CallV): readonly string[] {
  const name = externalName(call.func) ?? "";
  const method = methodName(call) ?? "";
  if (loaders.test(name) || chained.test(method)) {
    return call.args.flatMap(optionsOf).flatMap((arg) => {
      const attributes = new Set<string>();
      if (takeAttribute(arg, attributes)) return [...attributes];
      return textOf(arg) ?? [];
    });
  }
  if (method !== "refresh") return [];
  const given = call.args[1] ?? call.keywords.get("attribute_names");
  return given?.kind === "list" ? given.items.flatMap((one) => textOf(one) ?? []) : [];
}
