import type { Block } from "./evaluator";
import { extend } from "./iteration";
import { isTrue, operate } from "./operators";
import {
  choice,
  constant,
  type DictV,
  type ListV,
  listOf,
  none,
  optionsOf,
  textOf,
  unknown,
  type Value,
} from "./value";

/** `value[slice]`. */
export function subscriptOf(value: Value, slice: Value): Value {
  switch (value.kind) {
    case "dict":
      return entryOf(value, slice) ?? unknown("an entry of a dict");
    case "list":
      if (slice.kind === "constant" && typeof slice.value === "number" && !value.open) {
        return value.items.at(slice.value) ?? unknown("an item of a list");
      }
      return unknown("an item of a list");
    case "constant": {
      const text = textOf(value);
      const at =
        slice.kind === "constant" && typeof slice.value === "number" ? slice.value : undefined;
      if (text === undefined || at === undefined) return { kind: "subscript", value, slice };
      const character = [...text].at(at);
      return character === undefined ? unknown("a character") : constant(character, value.assumed);
    }
    case "choice":
      return choice(value.options.map((option) => subscriptOf(option, slice)));
    case "unknown":
      return value;
    default:
      return { kind: "subscript", value, slice };
  }
}

/** The value under a key; `undefined` where it is not known. */
export function entryOf(dict: DictV, key: Value): Value | undefined {
  const keys = optionsOf(key);
  if (keys.length > 1) {
    const found = keys.map((one) => entryOf(dict, one)).filter((one) => one !== undefined);
    return found.length === keys.length ? choice(found) : undefined;
  }
  for (let index = dict.entries.length - 1; index >= 0; index--) {
    const entry = dict.entries[index];
    if (entry !== undefined && isEqual(entry.key, key)) return entry.value;
    if (entry !== undefined && entry.key === key) return entry.value;
  }
  return undefined;
}

/** Whether two keys are the same, settings being as they are taken to be. */
function isEqual(a: Value, b: Value): boolean {
  const same = operate("Eq", a, b);
  return same.kind === "constant" ? same.value === true : isTrue(same) === true;
}

/** Notes that a collection gets an item: within loops there come as many as those go through. */
export function grow(collection: ListV | DictV, within: Block | undefined): void {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind !== "loop") continue;
    collection.open = true;
    collection.sources ??= [];
    if (block.over !== undefined && !collection.sources.includes(block.over))
      collection.sources.push(block.over);
  }
}

const growing: ReadonlySet<string> = new Set(["append", "add", "insert", "extend", "update"]);

/**
 * Calls a method of a list, tuple or set; `undefined` for one that is not known.
 * @param within what the call stands in
 */
export function callListMethod(
  list: ListV,
  method: string,
  args: readonly Value[],
  within: Block | undefined,
): Value | undefined {
  const [first] = args;
  if (growing.has(method)) grow(list, within);
  switch (method) {
    case "append":
    case "add":
      if (first !== undefined) list.items.push(first);
      return none;
    case "insert":
      if (args[1] !== undefined) list.items.push(args[1]);
      return none;
    case "extend":
    case "update":
      extend(list, first ?? unknown("what a list is extended by"));
      return none;
    case "copy":
      return { ...list, items: [...list.items] };
    case "union": {
      if (first?.kind !== "list") return undefined;
      const whole: ListV = { ...list, items: [...list.items] };
      extend(whole, first);
      return whole;
    }
    case "remove":
    case "pop":
    case "clear":
      list.open = true;
      return unknown("an item of a list");
    default:
      return undefined;
  }
}

/** Calls a method of a dict; `undefined` for one that is not known. */
export function callDictMethod(
  dict: DictV,
  method: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  within: Block | undefined,
): Value | undefined {
  const [first, second] = args;
  if (method === "update" || method === "setdefault") grow(dict, within);
  const { open, sources, entries } = dict;
  const view = (items: Value[]): ListV => ({
    ...listOf(items, "list", open),
    ...(sources && { sources }),
  });
  switch (method) {
    case "items":
      return view(entries.map(({ key, value }) => listOf([key, value], "tuple")));
    case "keys":
      return view(entries.map(({ key }) => key));
    case "values":
      return view(entries.map(({ value }) => value));
    case "copy":
      return { ...dict, entries: [...entries] };
    case "get":
      if (first === undefined) return undefined;
      return entryOf(dict, first) ?? (isClosed(dict) ? (second ?? none) : undefined);
    case "pop":
    case "setdefault": {
      if (first === undefined) return undefined;
      const found = entryOf(dict, first);
      if (method === "pop") {
        dict.entries.splice(0, Infinity, ...dict.entries.filter(({ value }) => value !== found));
      } else if (found === undefined) dict.entries.push({ key: first, value: second ?? none });
      return found ?? second ?? unknown("an entry of a dict");
    }
    case "update": {
      if (first?.kind === "dict") {
        dict.entries.push(...first.entries);
        dict.open ||= first.open;
      } else if (first !== undefined) dict.open = true;
      for (const [name, value] of keywords) dict.entries.push({ key: constant(name), value });
      return none;
    }
    default:
      return undefined;
  }
}

function isClosed(dict: DictV): boolean {
  return !dict.open && dict.entries.every(({ key }) => textOf(key) !== undefined);
}
