import { isKeyword } from "../python/keywords";
import { nearestName } from "../text/nearestName";
import type { Field, FieldProblem, FieldType } from "./field";
import { fieldDefault } from "./fieldDefault";
import { fieldType } from "./fieldType";
import { FieldError, Scanner, type Word } from "./scanner";

/** A field, or what is wrong with its text. */
export type ParsedField =
  | { readonly field: Field; readonly problem?: undefined }
  | { readonly field?: undefined; readonly problem: FieldProblem };

const example = "for example email:str(320) unique";
const modifierNames = ["unique", "index", "optional", "nullable"];
/**
 * Reads a field such as `status:enum(queued,done)=queued`, `email:str(320) unique` or, in the spelling that shells leave
 * alone, `email:str:320,unique`.
 */
export function parseField(text: string): ParsedField {
  try {
    return { field: read(new Scanner(text)) };
  } catch (error) {
    if (error instanceof FieldError) return { problem: error.problem };
    throw error;
  }
}

function read(scanner: Scanner): Field {
  const name = fieldName(scanner);
  scanner.skipBlanks();
  const typeName = scanner.until(/[^\p{L}\p{N}_ ]|\s/u);
  const found = new Modifiers();
  let list: Word[] = [];
  let isShell = false;
  if (scanner.take("(")) list = bracketed(scanner);
  else if (scanner.take(":")) {
    isShell = true;
    list = behindColon(scanner, found);
  }
  const type = fieldType(typeName, list);
  if (scanner.take("?")) found.nullable = true;
  const value = readDefault(scanner);
  readModifiers(scanner, found, isShell);
  const { nullable, unique, index } = found;
  const field = {
    name: name.text,
    type,
    nullable,
    unique,
    index,
    default: value && fieldDefault(value, type, nullable),
  };
  check(field, typeName);
  return field;
}

function fieldName(scanner: Scanner): Word {
  scanner.skipBlanks();
  const name = scanner.until(/[:]/);
  if (scanner.isDone && name.text === "") throw new FieldError(`Enter a field, ${example}.`, 0, 0);
  if (!scanner.take(":")) {
    const message = `A colon and a type are missing behind “${name.text}”, ${example}.`;
    throw new FieldError(message, name.start, name.end);
  }
  if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name.text)) {
    const message = `“${name.text}” is no name of a field: use letters, digits and underscores, a letter first.`;
    throw new FieldError(message, name.start, name.end);
  }
  if (isKeyword(name.text)) {
    throw new FieldError(`“${name.text}” is a word of Python's own.`, name.start, name.end);
  }
  if (name.text === "id") {
    throw new FieldError("Every model has an id already.", name.start, name.end);
  }
  return name;
}

/** What stands in brackets, by commas; brackets within stay together. */
function bracketed(scanner: Scanner): Word[] {
  const open = scanner.at - 1;
  const words: Word[] = [];
  let depth = 0;
  let from = scanner.at;
  for (; !scanner.isDone; scanner.at++) {
    const character = scanner.text[scanner.at] ?? "";
    if (character === "(") depth++;
    else if (character === ")" && depth > 0) depth--;
    else if (character === ")" || (character === "," && depth === 0)) {
      words.push(wordAt(scanner.text, from, scanner.at));
      from = scanner.at + 1;
      if (character === ")") {
        scanner.at++;
        return words.length === 1 && words[0]?.text === "" ? [] : words;
      }
    }
  }
  throw new FieldError("The bracket is not closed.", open, scanner.text.length);
}

/** What stands behind the second colon: arguments of the type, and modifiers, by commas. */
function behindColon(scanner: Scanner, found: Modifiers): Word[] {
  const words: Word[] = [];
  do {
    const word = scanner.until(/[,=?]/);
    if (!found.take(word.text)) words.push(word);
  } while (scanner.take(","));
  return words;
}

function readDefault(scanner: Scanner): ReturnType<Scanner["value"]> | undefined {
  const before = scanner.at;
  scanner.skipBlanks();
  if (scanner.take("=")) {
    scanner.skipBlanks();
    return scanner.value(/[,\s]/);
  }
  scanner.at = before;
  return undefined;
}

function readModifiers(scanner: Scanner, found: Modifiers, isShell: boolean): void {
  while (!scanner.isDone) {
    const before = scanner.at;
    scanner.skipBlanks();
    scanner.take(",");
    scanner.skipBlanks();
    const word = scanner.until(/[\s,]/);
    if (word.text === "") {
      if (scanner.isDone) return;
      throw new FieldError("A modifier is missing here.", before, scanner.at + 1);
    }
    if (found.take(word.text)) continue;
    const meant = nearestName(word.text, modifierNames);
    const hint = meant ? ` Is it ${meant}?` : " Use unique, index or optional.";
    const where = isShell ? "" : " behind the type";
    throw new FieldError(`“${word.text}” means nothing${where}.${hint}`, word.start, word.end);
  }
}

class Modifiers {
  nullable = false;
  unique = false;
  index = false;

  /** Takes a word if it is a modifier. */
  take(word: string): boolean {
    if (word === "unique") this.unique = true;
    else if (word === "index") this.index = true;
    else if (word === "optional" || word === "nullable") this.nullable = true;
    else return false;
    return true;
  }
}

function check({ type, nullable, unique, index }: Field, { start, end }: Word): void {
  if (type.kind === "ref" && type.onDelete === "null" && !nullable) {
    const message = "A reference that becomes null must be nullable: put ? or optional behind it.";
    throw new FieldError(message, start, end);
  }
  if ((unique || index) && isDocument(type)) {
    throw new FieldError(`${type.kind} can be neither unique nor indexed.`, start, end);
  }
}

function isDocument({ kind }: FieldType): boolean {
  return kind === "json" || kind === "list";
}

function wordAt(text: string, from: number, to: number): Word {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  return { text: raw.trim(), start, end: start + raw.trim().length };
}
