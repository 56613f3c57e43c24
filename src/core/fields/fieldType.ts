import { nearestName } from "../text/nearestName";
import {
  type FieldType,
  type OnDelete,
  onDeleteActions,
  type PlainKind,
  plainKinds,
} from "./field";
import { FieldError, type Word } from "./scanner";

const typeNames = ["str", ...plainKinds, "decimal", "enum", "list", "ref"];
/** The largest lengths and precisions that databases have in common. */
const longestText = 65_535;
const mostDigits = 38;

/**
 * The type of a name and its arguments.
 * @param name as it is written: `decimal`. @param list what stands in its brackets, or behind its second colon
 */
export function fieldType(name: Word, list: readonly Word[]): FieldType {
  const plain = plainKinds.find((kind) => kind === name.text);
  if (plain !== undefined) {
    none(name, list);
    return { kind: plain };
  }
  switch (name.text) {
    case "str":
      most(name, list, 1);
      return { kind: "str", length: list[0] && whole(list[0], "length", 1, longestText) };
    case "decimal":
      return decimal(name, list);
    case "enum":
      return { kind: "enum", values: enumValues(name, list) };
    case "list":
      return listOf(name, list);
    case "ref":
      return reference(name, list);
    default:
      throw noSuchType(name);
  }
}

/** Whether a word is the name of a type. */
export function isTypeName(word: string): word is PlainKind | "str" {
  return typeNames.includes(word);
}

function noSuchType({ text, start, end }: Word): FieldError {
  if (text === "")
    return new FieldError("The type is missing, such as str(64) or int.", start, end);
  const meant = nearestName(text, typeNames);
  const hint = meant === undefined ? ` Use one of ${typeNames.join(", ")}.` : ` Is it ${meant}?`;
  return new FieldError(`There is no type “${text}”.${hint}`, start, end);
}

function decimal(name: Word, list: readonly Word[]): FieldType {
  const [precision, scale] = list;
  if (precision === undefined || scale === undefined || list.length > 2) {
    const [, , extra] = list;
    const { start, end } = extra ?? name;
    throw new FieldError("A decimal has a precision and a scale: decimal(12,2).", start, end);
  }
  const digits = whole(precision, "precision", 1, mostDigits);
  return { kind: "decimal", precision: digits, scale: whole(scale, "scale", 0, digits) };
}

function enumValues(name: Word, list: readonly Word[]): string[] {
  if (list.length === 0) {
    throw new FieldError("An enum lists its values: enum(open,closed).", name.start, name.end);
  }
  const values = new Set<string>();
  for (const { text, start, end } of list) {
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]*$/u.test(text)) {
      const message = text === "" ? "A value is missing." : `“${text}” is no value of an enum.`;
      throw new FieldError(message, start, end);
    }
    if (values.has(text)) throw new FieldError(`“${text}” stands here twice.`, start, end);
    values.add(text);
  }
  return [...values];
}

function listOf(name: Word, list: readonly Word[]): FieldType {
  const [item] = list;
  if (item === undefined) {
    throw new FieldError("A list says what it holds: list(str).", name.start, name.end);
  }
  most(name, list, 1);
  const [, inner = item.text, bracketed, shell] = /^(\w+)(?:\((.*)\)|:(.*))$/.exec(item.text) ?? [];
  const given = bracketed ?? shell;
  const at = item.start + inner.length + 1;
  const inside = given === undefined ? [] : wordsOf(given, at);
  const of = fieldType({ ...item, text: inner, end: item.start + inner.length }, inside);
  if (of.kind === "ref" || of.kind === "list") {
    throw new FieldError(`A list cannot hold “${item.text}”.`, item.start, item.end);
  }
  return { kind: "list", of };
}

/** The words between commas. @param at where the text begins */
function wordsOf(text: string, at: number): Word[] {
  let start = at;
  return text.split(",").map((raw) => {
    const word = raw.trim();
    const from = start + (raw.length - raw.trimStart().length);
    start += raw.length + 1;
    return { text: word, start: from, end: from + word.length };
  });
}

function reference(name: Word, list: readonly Word[]): FieldType {
  const [table, action] = list;
  if (table === undefined) {
    throw new FieldError("A reference names a table: ref(users).", name.start, name.end);
  }
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(table.text)) {
    throw new FieldError(`“${table.text}” is no name of a table.`, table.start, table.end);
  }
  most(name, list, 2);
  return { kind: "ref", table: table.text, onDelete: action ? onDelete(action) : "restrict" };
}

function onDelete({ text, start, end }: Word): OnDelete {
  const action = onDeleteActions.find((one) => one === text);
  if (action !== undefined) return action;
  const known = onDeleteActions.join(", ");
  throw new FieldError(`On delete is one of ${known}, not “${text}”.`, start, end);
}

function none(name: Word, [first]: readonly Word[]): void {
  if (first === undefined) return;
  throw new FieldError(
    `${name.text} takes nothing, and here is “${first.text}”.`,
    first.start,
    first.end,
  );
}

function most(name: Word, list: readonly Word[], count: number): void {
  const extra = list[count];
  if (extra === undefined) return;
  const message = `${name.text} takes ${count === 1 ? "one thing" : `${count} things`}; “${extra.text}” is too many.`;
  throw new FieldError(message, extra.start, extra.end);
}

function whole({ text, start, end }: Word, what: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new FieldError(
    `The ${what} is a whole number from ${least} to ${most}, not “${text}”.`,
    start,
    end,
  );
}
