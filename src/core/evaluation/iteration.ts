import type { Expression } from "../python/ast/nodes";
import { constant, type ListV, listOf, unknown, type Value } from "./value";

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
    default:
      return { items: [itemOf(value)], isKnown: false };
  }
}

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
