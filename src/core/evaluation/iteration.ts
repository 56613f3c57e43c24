import type { Expression } from "../python/ast/nodes";
import { ancestors, inheritsFrom } from "./classes";
import { enumMembers, isEnum } from "./enums";
import {
  constant,
  externalName,
  type InstanceV,
  type ListV,
  listOf,
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
    default:
      return { items: [itemOf(value)], isKnown: false };
  }
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

/** A list, tuple or set as it is written; `*x` is spread out where `x` is known. */
export function itemsOf(
  nodes: readonly Expression[],
  type: ListV["type"],
  of: (part: Expression) => Value,
): ListV {
  const found = listOf([], type);
  for (const node of nodes) {
    const value = of(node);
    if (node.nodeType !== "Starred") found.items.push(value);
    else {
      const { items, isKnown } = iterated(value);
      if (isKnown) found.items.push(...items);
      else found.open = true;
    }
  }
  return found;
}
