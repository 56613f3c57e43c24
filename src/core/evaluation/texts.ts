import { nameTable } from "../text/nameTable";
import { iterated } from "./iteration";
import { joined, stringOf } from "./operators";
import {
  assumptionsOf,
  type ConstantV,
  constant,
  listOf,
  textFrom,
  textOf,
  unknown,
  type Value,
} from "./value";

type TextMethod = (
  text: string,
  args: readonly Value[],
) => string | boolean | readonly string[] | undefined;

const first = (args: readonly Value[]): string | undefined => textOf(args[0]);

/** Methods of `str` that give a text, a truth or a list of texts. */
const methods: Readonly<Record<string, TextMethod>> = nameTable({
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  title: (text) =>
    text.toLowerCase().replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  strip: (text, args) => trimmed(text, args, true, true),
  lstrip: (text, args) => trimmed(text, args, true, false),
  rstrip: (text, args) => trimmed(text, args, false, true),
  removeprefix: (text, args) =>
    text.startsWith(first(args) ?? "\0") ? text.slice(first(args)?.length) : text,
  removesuffix: (text, args) =>
    first(args) && text.endsWith(first(args) ?? "")
      ? text.slice(0, -(first(args)?.length ?? 0))
      : text,
  replace: (text, args) => {
    const [from, to] = [textOf(args[0]), textOf(args[1])];
    return from === undefined || to === undefined ? undefined : text.replaceAll(from, to);
  },
  startswith: (text, args) =>
    first(args) === undefined ? undefined : text.startsWith(first(args) ?? ""),
  endswith: (text, args) =>
    first(args) === undefined ? undefined : text.endsWith(first(args) ?? ""),
  split: (text, args) => {
    const separator = first(args);
    return separator === undefined ? text.split(/\s+/).filter(Boolean) : text.split(separator);
  },
  isupper: (text) => text === text.toUpperCase() && text !== text.toLowerCase(),
  islower: (text) => text === text.toLowerCase() && text !== text.toUpperCase(),
});

/** Calls a method of a string; `undefined` for one that is not known. */
export function callTextMethod(
  value: ConstantV,
  method: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (method === "join") {
    const { items, isKnown } = iterated(args[0] ?? listOf([]));
    const parts = items.flatMap((item, index) => (index === 0 ? [item] : [value, item]));
    return isKnown ? joined(parts) : unknown("a text");
  }
  if (method === "format") return format(text, args, keywords);
  const result = methods[method]?.(text, args);
  if (result === undefined) return undefined;
  if (typeof result === "string") return textFrom(result, value, ...args);
  const assumed = assumptionsOf(value, ...args);
  if (typeof result === "boolean") return constant(result, assumed);
  return listOf(result.map((one) => constant(one, assumed)));
}

function trimmed(
  text: string,
  args: readonly Value[],
  start: boolean,
  end: boolean,
): string | undefined {
  if (args.length > 0 && first(args) === undefined) return undefined;
  const characters = first(args) ?? " \t\n\r\f\v";
  let [from, to] = [0, text.length];
  while (start && from < to && characters.includes(text.charAt(from))) from++;
  while (end && to > from && characters.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

function format(text: string, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value {
  let next = 0;
  const parts = text.split(/(\{\{|\}\}|\{[^{}]*\})/).map((part): Value => {
    if (part === "{{" || part === "}}") return constant(part.charAt(0));
    if (!part.startsWith("{")) return constant(part);
    const name = part.slice(1, -1);
    const value =
      name === "" ? args[next++] : /^\d+$/.test(name) ? args[Number(name)] : keywords.get(name);
    return value === undefined ? unknown("a part of a text") : stringOf(value);
  });
  return joined(parts);
}
