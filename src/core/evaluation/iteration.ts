import type { Expression } from "../python/ast/nodes";
import { ancestors, inheritsFrom } from "./classes";
import { enumMembers, isEnum } from "./enums";
import {
  type AttributeV,
  choice,
  constant,
  distinct,
  externalName,
  type InstanceV,
  type ListV,
  listOf,
  optionsOf,
  type SubscriptV,
  unknown,
  type Value,
} from "./value";

/** Most items that a loop is followed through. */
const mostItems = 500;

/** What a loop over a value goes through; one unknown item stands for those that are not known. */
export function iterated(value: Value): {
  readonly items: readonly Value[];
  readonly isKnown: boolean;
} {
  switch (value.kind) {
    case "list":
      if (value.items.length <= mostItems && !value.open)
        return { items: value.items, isKnown: true };
      return { items: [...value.items.slice(0, mostItems), unknown("an item")], isKnown: false };
    case "dict":
      return { items: value.entries.map(({ key }) => key), isKnown: !value.open };
    case "constant":
      if (typeof value.value === "string") {
        return {
          items: [...value.value].slice(0, mostItems).map((one) => constant(one)),
          isKnown: true,
        };
      }
      return { items: [], isKnown: true };
    case "class":
      if (!isEnum(value)) return { items: [itemOf(value)], isKnown: false };
      return {
        items: enumMembers(value).flatMap(({ name }) => value.members.get(name) ?? []),
        isKnown: true,
      };
    case "call":
      if (externalName(value.func) === "pkgutil.ModuleInfo") {
        return { items: value.args, isKnown: true };
      }
      return { items: [itemOf(value)], isKnown: false };
    case "instance":
      return namedTupleItems(value) ?? { items: [itemOf(value)], isKnown: false };
    case "attribute":
      // What is done with each column of a table is done once, with a term that stands for each.
      return isColumns(value)
        ? { items: [{ kind: "subscript", value, slice: each }], isKnown: true }
        : { items: [itemOf(value)], isKnown: false };
    default:
      return { items: [itemOf(value)], isKnown: false };
  }
}

const each = unknown("each of them");

/** Whether a value stands for each of the items of another one, of which only a library knows how many there are. */
export function isEach(value: Value): value is SubscriptV {
  return value.kind === "subscript" && value.slice === each;
}

/** `Model.__table__.columns`, `table.c` */
function isColumns({ value, attr }: AttributeV): boolean {
  if (attr !== "c" && attr !== "columns") return false;
  if (value.kind === "attribute") return value.attr === "__table__";
  return value.kind === "call" && /^sqlalchemy\..*\bTable$/.test(externalName(value.func) ?? "");
}

/** As `iterated`, where it does not matter which way a branch went: what a loop goes through in any of them. */
export function iteratedInAll(value: Value): ReturnType<typeof iterated> {
  return value.kind === "choice" ? inAll(value.options.map(iterated)) : iterated(value);
}

function inAll(ways: readonly ReturnType<typeof iterated>[]): ReturnType<typeof iterated> {
  return {
    items: distinct(ways.flatMap(({ items }) => items)),
    isKnown: ways.every(({ isKnown }) => isKnown),
  };
}

/** Most items of a list that is put together: a loop can double one again and again. */
const longestList = 1000;

/** `list += value`, which grows the list itself. */
export function extend(list: ListV, value: Value): void {
  const { items, isKnown } =
    value.kind === "choice" ? inAll(value.options.map(spread)) : spread(value);
  const isLong = list.items.length + items.length > longestList;
  if (!isLong) list.items.push(...items);
  if (!isKnown || isLong) list.open = true;
  const sources = optionsOf(value).flatMap((one) =>
    one.kind === "list" ? (one.sources ?? []) : iterated(one).isKnown ? [] : [one],
  );
  if (sources.length > 0) list.sources = [...new Set([...(list.sources ?? []), ...sources])];
}

/** The fields of an object of the project's `NamedTuple` class, in order. */
function namedTupleItems(value: InstanceV): { items: readonly Value[]; isKnown: true } | undefined {
  if (!inheritsFrom(value.class, namedTuple)) return undefined;
  const names = ancestors(value.class)
    .toReversed()
    .flatMap((one) => (one.kind === "class" ? [...one.annotations.keys()] : []));
  const items = names.map((name) => value.attributes.get(name) ?? unknown(name));
  return { items, isKnown: true };
}

const namedTuple: ReadonlySet<string> = new Set(["typing.NamedTuple"]);

/** One item of a value that cannot be gone through: of `list[X]` some `X`. */
export function itemOf(value: Value): Value {
  if (value.kind === "some" && value.type.kind === "subscript") {
    const { slice } = value.type;
    const type = slice.kind === "list" ? slice.items[0] : slice;
    if (type !== undefined) return { kind: "some", type };
  }
  return unknown("an item");
}

/** A list, tuple or set as it is written; `*x` is spread out where `x` is known, in each way that it may be. */
export function itemsOf(
  nodes: readonly Expression[],
  type: ListV["type"],
  of: (part: Expression) => Value,
): Value {
  let ways = [listOf([], type)];
  for (const node of nodes) {
    const value = of(node);
    if (node.nodeType !== "Starred") for (const way of ways) way.items.push(value);
    else ways = lists(ways.flatMap((way) => optionsOf(value).map((part) => extended(way, part))));
  }
  return choice(ways);
}

function lists(ways: readonly ListV[]): ListV[] {
  return optionsOf(choice(ways)).filter((way) => way.kind === "list");
}

function extended(list: ListV, value: Value): ListV {
  const made = { ...list, items: [...list.items] };
  extend(made, value);
  return made;
}

/** What is known of the items that `*value` stands for. */
function spread(value: Value): ReturnType<typeof iterated> {
  if (value.kind === "list") {
    return { items: value.items.slice(0, longestList), isKnown: !value.open };
  }
  const { items, isKnown } = iterated(value);
  return { items: isKnown ? items : [], isKnown };
}
