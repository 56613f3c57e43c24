import { iterated } from "../../evaluation/iteration";
import {
  type Assumption,
  assumptionsOf,
  type CallV,
  type ClassV,
  externalName,
  optionsOf,
  type Place,
  textOf,
  usualOf,
  type Value,
} from "../../evaluation/value";

/** A call of SQLAlchemy's or SQLModel's own, however it was reached. */
export interface LibraryCall {
  /** The function's or class's name alone: `mapped_column`, `Column`, `ForeignKey` … */
  readonly name: string;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Whether there can be more arguments than are known. */
  readonly open: boolean;
  readonly place: Place;
  /** The object that the call makes. */
  readonly value: Value;
}

const root = /^(?:sqlalchemy|sqlmodel|flask_sqlalchemy)\./;

/** The dotted name of something of SQLAlchemy's, also when it is reached through a `db = SQLAlchemy()`. */
export function libraryName(value: Value | undefined): string | undefined {
  const name = externalName(value);
  if (name !== undefined) return root.test(name) ? name : undefined;
  if (value?.kind === "attribute" && isExtension(value.value)) return `sqlalchemy.${value.attr}`;
  return value?.kind === "subscript" ? libraryName(value.value) : undefined;
}

/** The last part of such a name. */
export function shortName(value: Value | undefined): string | undefined {
  const name = libraryName(value);
  return name?.slice(name.lastIndexOf(".") + 1);
}

/** Whether a value is `SQLAlchemy()` of Flask-SQLAlchemy, or of its like for FastAPI. */
export function isExtension(value: Value): boolean {
  const call = value.kind === "instance" ? value.base : value;
  return call?.kind === "call" && /\.SQLAlchemy$/.test(externalName(call.func) ?? "");
}

/** A value as a call of the library's: partials are filled in, a subclass's objects are its base's. */
export function libraryCall(value: Value | undefined): LibraryCall | undefined {
  if (value?.kind === "instance") {
    const base = value.base === undefined ? undefined : libraryCall(value.base);
    return base && { ...base, value, place: value.call.place };
  }
  if (value?.kind !== "call") return undefined;
  const { args, keywords, open, place } = value;
  if (value.func.kind === "call" && externalName(value.func.func) === "functools.partial") {
    return filledIn(value.func, value);
  }
  // A copy is what it was copied from.
  if (value.func.kind === "attribute" && /^_?copy$/.test(value.func.attr)) {
    const original = libraryCall(value.func.value);
    return original && { ...original, value };
  }
  const name = shortName(value.func);
  return name === undefined ? undefined : { name, args, keywords, open, place, value };
}

function filledIn(partial: CallV, call: CallV): LibraryCall | undefined {
  const [func, ...given] = partial.args;
  const name = shortName(func);
  if (name === undefined) return undefined;
  return {
    name,
    args: [...given, ...call.args],
    keywords: new Map([...partial.keywords, ...call.keywords]),
    open: partial.open || call.open,
    place: call.place,
    value: call,
  };
}

/** A text that is known, with what was taken for granted for it. */
export interface KnownText {
  readonly text: string;
  readonly assumed: readonly Assumption[];
}

/** The text of a value, also in `quoted_name(…)`; of several the one that usually holds. */
export function knownText(value: Value | undefined): KnownText | undefined {
  if (value === undefined) return undefined;
  const usual = usualOf(value);
  if (usual.kind === "call" && shortName(usual.func) === "quoted_name") {
    return knownText(usual.args[0]);
  }
  const text = textOf(usual);
  return text === undefined ? undefined : { text, assumed: assumptionsOf(usual) };
}

/** `None`, or nothing at all. */
export function isAbsent(value: Value | undefined): boolean {
  return value === undefined || (value.kind === "constant" && value.value === null);
}

/**
 * A truth that was given; `undefined` where it was not, `"unknown"` where it is computed.
 * Settings count as they are when nothing sets them.
 */
export function flagOf(value: Value | undefined): boolean | undefined | "unknown" {
  if (value === undefined) return undefined;
  const usual = usualOf(value);
  if (usual.kind === "choice") {
    const [first, ...rest] = optionsOf(usual).map(flagOf);
    return rest.every((one) => one === first) ? first : "unknown";
  }
  if (usual.kind !== "constant") return "unknown";
  if (usual.value === null) return undefined;
  return typeof usual.value === "object" ? "unknown" : Boolean(usual.value);
}

/** The items of a list that is wholly known. */
export function knownItems(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined) return [];
  const { items, isKnown } = iterated(value);
  return isKnown ? items : undefined;
}

/** Where a class statement stands. */
export function placeOfClass({ path, node }: ClassV): Place {
  return { path, line: node.line, character: node.character };
}
