import type { Expression, Keyword, Arguments as Parameters } from "../python/ast/nodes";
import type { Arguments, Evaluation } from "./evaluator";
import { evaluate } from "./expressions";
import { iterated } from "./iteration";
import type { Scope } from "./scope";
import { type DictV, listOf, textOf, unknown, type Value } from "./value";

/** The arguments of a call as values; `*x` and `**x` are spread out where they are known. */
export function evaluateArguments(
  evaluation: Evaluation,
  args: readonly Expression[],
  keywords: readonly Keyword[],
  scope: Scope,
): Arguments {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let open = false;
  for (const node of args) {
    const value = evaluate(evaluation, node, scope);
    if (node.nodeType !== "Starred") positional.push(value);
    else {
      const { items, isKnown } = iterated(value);
      if (isKnown) positional.push(...items);
      else open = true;
    }
  }
  for (const { arg, value: node } of keywords) {
    const value = evaluate(evaluation, node, scope);
    if (arg !== null) named.set(arg, value);
    else if (value.kind === "dict") {
      for (const { key, value: item } of value.entries) {
        const name = textOf(key);
        if (name === undefined) open = true;
        else named.set(name, item);
      }
      open ||= value.open;
    } else open = true;
  }
  return { args: positional, keywords: named, open };
}

/**
 * Gives each parameter its value, as a call does.
 * @param missing what a parameter without argument and default is
 */
export function bindParameters(
  parameters: Parameters,
  given: Arguments,
  defaults: ReadonlyMap<string, Value>,
  missing: (name: string) => Value,
): Map<string, Value> {
  const bound = new Map<string, Value>();
  const rest = [...given.args];
  const keywords = new Map(given.keywords);
  const take = (name: string, byPosition: boolean): void => {
    const positional = byPosition ? rest.shift() : undefined;
    const value = positional ?? keywords.get(name) ?? (given.open ? undefined : defaults.get(name));
    keywords.delete(name);
    bound.set(name, value ?? (given.open ? unknown(`the argument ${name}`) : missing(name)));
  };
  for (const { arg } of [...parameters.posonlyargs, ...parameters.args]) take(arg, true);
  if (parameters.vararg !== null) {
    bound.set(parameters.vararg.arg, listOf(rest, "tuple", given.open));
  }
  for (const { arg } of parameters.kwonlyargs) take(arg, false);
  if (parameters.kwarg !== null) {
    const entries = [...keywords].map(([name, value]) => ({
      key: { kind: "constant", value: name } as const,
      value,
    }));
    const dict: DictV = { kind: "dict", entries, open: given.open };
    bound.set(parameters.kwarg.arg, dict);
  }
  return bound;
}
