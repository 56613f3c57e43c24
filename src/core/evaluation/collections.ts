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

/** Calls a method of a list, tuple or set; `undefined` for one that is not known. */
export function callListMethod(
  list: ListV,
  method: string,
  args: readonly Value[],
): Value | undefined {
  const [first] = args;
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
      return listOf(list.items, list.type, list.open);
    case "union":
      return first?.kind === "list"
        ? listOf([...list.items, ...first.items], list.type, list.open || first.open)
        : undefined;
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
): Value | undefined {
  const [first, second] = args;
  switch (method) {
    case "items":
      return listOf(
        dict.entries.map(({ key, value }) => listOf([key, value], "tuple")),
        "list",
        dict.open,
      );
    case "keys":
      return listOf(
        dict.entries.map(({ key }) => key),
        "list",
        dict.open,
      );
    case "values":
      return listOf(
        dict.entries.map(({ value }) => value),
        "list",
        dict.open,
      );
    case "copy":
      return { kind: "dict", entries: [...dict.entries], open: dict.open };
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
