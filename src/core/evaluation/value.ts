import type {
  AsyncFunctionDef,
  Call,
  ClassDef,
  ConstantValue,
  Expression,
  FunctionDef,
  Lambda,
} from "../python/ast/nodes";
import type { Scope } from "./scope";

/**
 * What is known of a value without running the code. What the project itself defines is followed; what a library does
 * is kept as the terms that were written (`call` of an `external` name …), for `frameworks/` to read. What cannot be
 * known is `unknown`, never a guess.
 */
export type Value =
  | ConstantV
  | ListV
  | DictV
  | ModuleV
  | ClassV
  | FunctionV
  | BoundV
  | InstanceV
  | SuperV
  | ExternalV
  | CallV
  | AttributeV
  | SubscriptV
  | OperationV
  | SomeV
  | ChoiceV
  | UnknownV;

/** A place in the project's code; lines and characters from zero. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** Something that was taken for granted: the default of a setting or of an environment variable. */
export interface Assumption extends Place {
  readonly what: string;
}

/** A number, string, `None` … */
export interface ConstantV {
  readonly kind: "constant";
  readonly value: ConstantValue;
  readonly assumed?: readonly Assumption[];
  /** Where a text is written; of one that is put together, where it begins to say something. */
  readonly written?: Place;
  /** Whether a text is, or has as a part, what stands after `or` for something that is not known. */
  readonly isFallback?: true;
}

/** A list, tuple or set whose items are known; lists grow in place. */
export interface ListV {
  readonly kind: "list";
  readonly type: "list" | "tuple" | "set";
  readonly items: Value[];
  /** Whether there can be more items than are known. */
  open: boolean;
  /** What the loops went through that made its items. */
  sources?: Value[];
}

export interface DictV {
  readonly kind: "dict";
  readonly entries: { key: Value; value: Value }[];
  open: boolean;
  sources?: Value[];
}

/** A module of the project by its path, or a folder that is a namespace package, which has none. */
export interface ModuleV {
  readonly kind: "module";
  readonly name: string;
  readonly path: string | undefined;
}

/** A class of the project. */
export interface ClassV {
  readonly kind: "class";
  readonly name: string;
  /** Dotted, from the module on. */
  readonly qualname: string;
  readonly module: string;
  readonly path: string;
  readonly node: ClassDef;
  readonly bases: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** What its body binds, and what is set on it later. */
  readonly members: Map<string, Value>;
  /** Its annotated names in order, with the annotation's expression. */
  readonly annotations: Map<string, Expression>;
  /** Where the body's names are looked up. */
  readonly scope: Scope;
  decorators: readonly Value[];
}

/** A function of the project. */
export interface FunctionV {
  readonly kind: "function";
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly path: string;
  readonly node: FunctionDef | AsyncFunctionDef | Lambda;
  /** Where its free names are looked up. */
  readonly scope: Scope;
  readonly defaults: ReadonlyMap<string, Value>;
  /** The class whose body it stands in. */
  readonly owner: ClassV | undefined;
  decorators: readonly Value[];
  /** `declared`: SQLAlchemy's `declared_attr`, which a class looks up as an object looks up a property. */
  binding: "instance" | "class" | "static" | "property" | "declared";
  /** What `functools.wraps` says it stands for. */
  wrapped?: FunctionV;
  /** What is set on it, as `function.route = …` does. */
  attributes?: Map<string, Value>;
}

/** A method together with what it was taken from. */
export interface BoundV {
  readonly kind: "bound";
  readonly self: Value;
  readonly function: FunctionV;
}

/** An object made by calling a class of the project. */
export interface InstanceV {
  readonly kind: "instance";
  readonly class: ClassV;
  readonly attributes: Map<string, Value>;
  /** The call that made it. */
  readonly call: CallV;
  /** The call of a library's `__init__` that its own leads to. */
  base?: CallV;
}

/** What `super()` gives: the object, seen from the bases of the class whose method is running. */
export interface SuperV {
  readonly kind: "super";
  readonly self: Value;
  readonly owner: ClassV;
}

/** Something outside the project, by the dotted name under which it was reached. */
export interface ExternalV {
  readonly kind: "external";
  readonly name: string;
}

/** A call that was not followed. */
export interface CallV {
  readonly kind: "call";
  readonly func: Value;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Whether `*x` or `**x` with unknown parts was among the arguments. */
  readonly open: boolean;
  readonly place: Place;
  readonly node: Call | undefined;
  /** What is set on the result. */
  readonly attributes: Map<string, Value>;
}

export interface AttributeV {
  readonly kind: "attribute";
  readonly value: Value;
  readonly attr: string;
}

export interface SubscriptV {
  readonly kind: "subscript";
  readonly value: Value;
  readonly slice: Value;
}

/** An operator over terms, by CPython's name: `Eq`, `And`, `BitOr`, `Not` … */
export interface OperationV {
  readonly kind: "operation";
  readonly op: string;
  readonly operands: readonly Value[];
}

/** Some value of a type: a parameter with its annotation, the result of a function that says what it returns. */
export interface SomeV {
  readonly kind: "some";
  readonly type: Value;
  /** What it came from: a parameter's default, where there is one. */
  readonly default?: Value;
}

/** One of several values, by which way a branch goes. */
export interface ChoiceV {
  readonly kind: "choice";
  readonly options: readonly Value[];
  /** The one it is when settings and environment variables are as they are taken to be. */
  readonly usual?: Value;
}

/** A name that was imported and not asked for yet; `lookUp` follows it. */
export interface ImportV {
  readonly kind: "import";
  /** The dotted name of the module, without dots before it. */
  readonly module: string;
  readonly attribute: string;
  /** The path of the file that imports it. */
  readonly path: string;
}

export interface UnknownV {
  readonly kind: "unknown";
  readonly why: string;
  /** What is taken for granted where it is `None`: that an environment variable is unset. */
  readonly unset?: readonly Assumption[];
  /** What a text begins with of which the rest is not known. */
  readonly start?: ConstantV;
}

/** Whether a value is known to be `True`, `False` or `None`. */
export function isConstant(value: Value | undefined, sought: boolean | null): boolean {
  return value?.kind === "constant" && value.value === sought;
}

export const none: ConstantV = { kind: "constant", value: null };

export function unknown(why: string): UnknownV {
  return { kind: "unknown", why };
}

export function constant(value: ConstantValue, assumed?: readonly Assumption[]): ConstantV {
  return assumed === undefined || assumed.length === 0
    ? { kind: "constant", value }
    : { kind: "constant", value, assumed };
}

/** A text that is made from other values: what is known of where they come from holds for it, too. */
export function textFrom(text: string, ...from: readonly Value[]): ConstantV {
  const parts = from.filter((part) => part.kind === "constant");
  // Empty texts, and schemes that a host is put behind, say nothing.
  const written = parts.find(({ value }) => !/^(\w*:\/\/)?$/.test(String(value)))?.written;
  return {
    ...constant(text, assumptionsOf(...from)),
    ...(written && { written }),
    ...(parts.some(({ isFallback }) => isFallback) && { isFallback: true }),
  };
}

export function external(name: string): ExternalV {
  return { kind: "external", name };
}

export function listOf(items: readonly Value[], type: ListV["type"] = "list", open = false): ListV {
  return { kind: "list", type, items: [...items], open };
}

/** The most ways that are followed beside each other. */
const mostOptions = 6;

/** One of several values; the same ones are one. */
export function choice(options: readonly Value[]): Value {
  const [only] = options;
  if (only !== undefined && options.length === 1) return only;
  const found = distinct(options.flatMap(optionsOf));
  const [first] = found;
  if (first === undefined) return none;
  if (found.length === 1) return first;
  return found.length > mostOptions ? tooMany(found) : { kind: "choice", options: found };
}

/** More ways than are followed: of lists, what is in any of them is still known. */
function tooMany(options: readonly Value[]): Value {
  const lists = options.filter((option) => option.kind === "list");
  const [first] = lists;
  if (first === undefined || lists.length < options.length)
    return extremes(options) ?? unknown("too many possibilities");
  return listOf(distinct(lists.flatMap(({ items }) => items)), first.type, true);
}

/** Values without those that are there before. */
export function distinct(values: Iterable<Value>): readonly Value[] {
  const found = new Map<unknown, Value>();
  for (const value of values) {
    const key = sameness(value);
    if (!found.has(key)) found.set(key, value);
  }
  return [...found.values()];
}

/** What two values have in common exactly when they are the same. */
function sameness(value: Value): unknown {
  if (value.kind === "external") return `external ${value.name}`;
  if (value.kind !== "constant") return value;
  // Floats and other constants without a JavaScript type are objects, which are rarely the same.
  const { value: plain } = value;
  return typeof plain === "object" && plain !== null ? value : `${typeof plain} ${plain}`;
}

/**
 * Of many ways in which methods of one object were called one after another, as filters of a query are, the way with the
 * fewest calls and the one with the most: together they say what is always there, and what can be.
 */
function extremes(options: readonly Value[]): Value | undefined {
  const chains = options.map((option) => {
    let length = 0;
    let root = option;
    while (root.kind === "call" && root.func.kind === "attribute") {
      root = root.func.value;
      length++;
    }
    return { option, root, length };
  });
  const [first] = chains;
  if (chains.some(({ root, option }) => root !== first?.root || option.kind !== "call"))
    return undefined;
  const sorted = chains.toSorted((a, b) => a.length - b.length);
  return choice([sorted.at(0)?.option ?? none, sorted.at(-1)?.option ?? none]);
}

/** One of several values, of which one is known to hold when what is assumed does. */
export function choiceWith(options: readonly Value[], usual: Value | undefined): Value {
  const made = choice(options);
  return made.kind === "choice" && usual !== undefined ? { ...made, usual: usualOf(usual) } : made;
}

/** What becomes of a value that is one of several, each by itself. */
export function eachOption(value: ChoiceV, of: (option: Value) => Value): Value {
  const results = value.options.map(of);
  const usual = value.usual === undefined ? -1 : value.options.indexOf(value.usual);
  return choiceWith(results, results[usual]);
}

/** What a value is when settings and environment variables are as they are taken to be. */
export function usualOf(value: Value): Value {
  return value.kind === "choice" && value.usual !== undefined ? value.usual : value;
}

/** Every value that a value may be. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === "choice" ? value.options : [value];
}

/** The text of a string constant. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}

/** What had to be taken for granted for a value to be what it is. */
export function assumptionsOf(...values: readonly (Value | undefined)[]): readonly Assumption[] {
  const all = values.flatMap((value) => (value?.kind === "constant" ? (value.assumed ?? []) : []));
  // Each once: a value that is put together with itself in a loop would assume ever more.
  return all.length < 2 ? all : [...new Set(all)];
}

/** The dotted name of an external value, also of an attribute of one: `sqlalchemy.orm.Mapped`. */
export function externalName(value: Value | undefined): string | undefined {
  if (value?.kind === "external") return value.name;
  if (value?.kind === "attribute") {
    const base = externalName(value.value);
    return base === undefined ? undefined : `${base}.${value.attr}`;
  }
  return undefined;
}
