import { setAttribute } from "../assign";
import { attributeOf } from "../attributes";
import { callValue } from "../calls";
import { ancestors } from "../classes";
import { makeClass } from "../createClass";
import { enumMembers, isEnum } from "../enums";
import { iterated } from "../iteration";
import { moduleNamed } from "../names";
import { isTrue, stringOf } from "../operators";
import type { Scope } from "../scope";
import {
  constant,
  type DictV,
  externalName,
  type ListV,
  listOf,
  none,
  textOf,
  type Value,
} from "../value";
import type { LibraryFunction } from "./index";
import { hasAttribute, namesOf } from "./members";

/** Python's built-in functions, as far as they decide what a module means. */
export const builtins: Readonly<Record<string, LibraryFunction>> = {
  __import__: (evaluation, { args: [name] }, { scope }) => {
    const top = textOf(name)?.split(".")[0];
    return top === undefined ? undefined : moduleNamed(evaluation, top, scope.path);
  },
  super: (_evaluation, { args }, { scope }) => superOf(args, scope),
  str: (_evaluation, { args: [value] }) => {
    const text = value === undefined ? constant("") : stringOf(value);
    return text.kind === "unknown" ? undefined : text;
  },
  len: (_evaluation, { args: [value] }) => {
    if (value?.kind === "constant" && typeof value.value === "string") {
      return constant(value.value.length);
    }
    return value?.kind === "list" && !value.open ? constant(value.items.length) : undefined;
  },
  bool: (_evaluation, { args: [value] }) => {
    const truth = value === undefined ? false : isTrue(value);
    return truth === undefined ? undefined : constant(truth);
  },
  int: (_evaluation, { args: [value] }) => {
    if (value?.kind !== "constant") return undefined;
    const number = Number(value.value);
    return Number.isInteger(number) ? constant(number, value.assumed) : undefined;
  },
  list: (_evaluation, { args }) => collected(args, "list"),
  tuple: (_evaluation, { args }) => collected(args, "tuple"),
  set: (_evaluation, { args }) => collected(args, "set"),
  frozenset: (_evaluation, { args }) => collected(args, "set"),
  sorted: (_evaluation, { args }) => collected(args, "list"),
  reversed: (_evaluation, { args }) => {
    const all = collected(args, "list");
    return all === undefined ? undefined : listOf(all.items.toReversed());
  },
  dict: (_evaluation, { args: [first], keywords }) => {
    if (first !== undefined && first.kind !== "dict") return undefined;
    const entries = [...keywords].map(([name, value]) => ({ key: constant(name), value }));
    const made: DictV = {
      kind: "dict",
      entries: [...(first?.entries ?? []), ...entries],
      open: first?.open ?? false,
    };
    return made;
  },
  range: (_evaluation, { args }) => {
    const numbers = args.map((one) => (one.kind === "constant" ? Number(one.value) : Number.NaN));
    const [start = 0, stop = start, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
    const length = Math.ceil((stop - start) / step);
    if (!(length >= 0 && length <= 500)) return undefined;
    return listOf(Array.from({ length }, (_, index) => constant(start + index * step)));
  },
  enumerate: (_evaluation, { args: [first, second], keywords }) => {
    const all = collected(first === undefined ? [] : [first], "list");
    const given = second ?? keywords.get("start");
    const start = given?.kind === "constant" ? Number(given.value) : given ? Number.NaN : 0;
    if (all === undefined || Number.isNaN(start)) return undefined;
    return listOf(all.items.map((item, index) => listOf([constant(start + index), item], "tuple")));
  },
  zip: (_evaluation, { args }) => {
    const lists = args.map((one) => iterated(one));
    if (lists.some(({ isKnown }) => !isKnown)) return undefined;
    const length = lists.length === 0 ? 0 : Math.min(...lists.map(({ items }) => items.length));
    const rows = Array.from({ length }, (_, index) =>
      listOf(
        lists.flatMap(({ items }) => items[index] ?? []),
        "tuple",
      ),
    );
    return listOf(rows);
  },
  map: (evaluation, { args: [func, over] }, site) => {
    const all = collected(over === undefined ? [] : [over], "list");
    if (all === undefined || func === undefined) return undefined;
    const each = (item: Value): Value =>
      callValue(evaluation, func, { args: [item], keywords: new Map(), open: false }, site);
    return listOf(all.items.map(each));
  },
  getattr: (evaluation, { args: [value, name, otherwise] }, { scope }) => {
    const attr = textOf(name);
    if (value === undefined || attr === undefined) return undefined;
    if (otherwise !== undefined && hasAttribute(evaluation, value, attr) === false)
      return otherwise;
    const found = attributeOf(evaluation, value, attr, scope);
    return found.kind === "unknown" ? (otherwise ?? found) : found;
  },
  setattr: (_evaluation, { args: [value, name, set] }) => {
    const attr = textOf(name);
    if (value !== undefined && attr !== undefined && set !== undefined)
      setAttribute(value, attr, set);
    return none;
  },
  hasattr: (evaluation, { args: [value, name] }) => {
    const attr = textOf(name);
    if (attr === undefined || value === undefined) return undefined;
    const has = hasAttribute(evaluation, value, attr);
    return has === undefined ? undefined : constant(has);
  },
  dir: (evaluation, { args: [value] }) => {
    const names = value && namesOf(evaluation, value);
    return names && listOf(names.map((name) => constant(name)));
  },
  vars: (evaluation, { args: [value] }, { scope }) => {
    if (value === undefined) return undefined;
    const dict = attributeOf(evaluation, value, "__dict__", scope);
    return dict.kind === "dict" ? dict : undefined;
  },
  isinstance: (_evaluation, { args: [value, type] }) => {
    const names: Readonly<Record<string, string>> = {
      "builtins.str": "string",
      "builtins.int": "number",
      "builtins.bool": "boolean",
    };
    const name = names[externalName(type) ?? ""];
    if (value?.kind === "constant" && name !== undefined && value.assumed === undefined) {
      return constant(typeof value.value === name);
    }
    const of = value?.kind === "instance" ? value.class : undefined;
    if (of === undefined || type?.kind !== "class") return undefined;
    return constant(ancestors(of).includes(type));
  },
  issubclass: (_evaluation, { args: [value, type] }) => {
    if (value?.kind !== "class" || type?.kind !== "class") return undefined;
    return constant(ancestors(value).includes(type));
  },
  type: (evaluation, { args: [value, bases, members], keywords }, site) => {
    const name = textOf(value);
    if (name !== undefined && bases?.kind === "list" && members?.kind === "dict") {
      return makeClass(evaluation, name, bases.items, members, { keywords, site });
    }
    if (bases !== undefined || value === undefined) return undefined;
    return value.kind === "instance" ? value.class : undefined;
  },
  callable: (_evaluation, { args: [value] }) =>
    value?.kind === "function" || value?.kind === "bound" || value?.kind === "class"
      ? constant(true)
      : undefined,
  any: (_evaluation, { args }) => quantified(args, true),
  all: (_evaluation, { args }) => quantified(args, false),
  iter: (_evaluation, { args: [value] }) => value,
};

function collected(args: readonly Value[], type: ListV["type"]): ListV | undefined {
  const [first] = args;
  if (first === undefined) return listOf([], type);
  if (first.kind === "class" && isEnum(first)) {
    const members = enumMembers(first).flatMap(({ name }) => first.members.get(name) ?? []);
    return listOf(members, type);
  }
  const { items, isKnown } = iterated(first);
  return isKnown ? listOf(items, type) : undefined;
}

function quantified(args: readonly Value[], sought: boolean): Value | undefined {
  const { items, isKnown } = iterated(args[0] ?? none);
  const truths = items.map(isTrue);
  if (truths.includes(sought)) return constant(sought);
  return isKnown && !truths.includes(undefined) ? constant(!sought) : undefined;
}

/** `super()` in a method, or `super(Class, self)`. */
function superOf(args: readonly Value[], scope: Scope): Value | undefined {
  const [given, object] = args;
  if (given?.kind === "class" && object !== undefined) {
    return { kind: "super", self: object, owner: given };
  }
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const { function: func } = at;
    if (func?.owner === undefined || func.node.nodeType === "Lambda") continue;
    const first = func.node.args.posonlyargs[0] ?? func.node.args.args[0];
    const self = first && at.names.get(first.arg);
    if (self === undefined || self.kind === "import") return undefined;
    return { kind: "super", self, owner: func.owner };
  }
  return undefined;
}
