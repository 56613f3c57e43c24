import { memberOf, withoutArguments } from "../../evaluation/classes";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import { flagOf, isExtension, libraryName, shortName } from "./library";

/** What makes a class declarative. */
export interface DeclarativeRoot {
  readonly kind: "declarative" | "sqlmodel" | "flask";
  /** The class or call that is the base: what inherits from it is mapped. */
  readonly base: Value;
}

const baseClasses: ReadonlySet<string> = new Set(["DeclarativeBase", "DeclarativeBaseNoMeta"]);
const baseFunctions: ReadonlySet<string> = new Set(["declarative_base", "automap_base"]);
const mappingDecorators: ReadonlySet<string> = new Set(["mapped", "mapped_as_dataclass"]);

/** The base that makes a class declarative: another class, a call of `declarative_base`, or the class itself. */
export function rootOf(
  of: ClassV,
  seen: ReadonlySet<ClassV> = new Set(),
): DeclarativeRoot | undefined {
  if (seen.has(of)) return undefined;
  if (isDecoratedBase(of) || shortName(of.keywords.get("metaclass")) === "DeclarativeMeta") {
    return { kind: "declarative", base: of };
  }
  const through = new Set([...seen, of]);
  for (const given of of.bases) {
    const base = given.kind === "subscript" ? given.value : given;
    const found = base.kind === "class" ? rootOf(base, through) : outerRoot(base, of);
    if (found !== undefined) return found;
  }
  return undefined;
}

function outerRoot(base: Value, of: ClassV): DeclarativeRoot | undefined {
  if (base.kind === "call") {
    const { func } = base;
    const made =
      baseFunctions.has(shortName(func) ?? "") ||
      (func.kind === "attribute" && func.attr === "generate_base");
    return made ? { kind: "declarative", base } : undefined;
  }
  if (base.kind === "attribute" && base.attr === "Model" && isExtension(base.value)) {
    return { kind: "flask", base };
  }
  const name = shortName(base);
  if (name === undefined) return undefined;
  if (baseClasses.has(name)) return { kind: "declarative", base: of };
  return name === "SQLModel" && libraryName(base)?.startsWith("sqlmodel.") === true
    ? { kind: "sqlmodel", base }
    : undefined;
}

/** `@as_declarative()`, `@registry.as_declarative_base()` */
function isDecoratedBase(of: ClassV): boolean {
  return of.decorators.some((decorator) => {
    const func = decorator.kind === "call" ? decorator.func : decorator;
    if (func.kind === "attribute" && func.attr === "as_declarative_base") return true;
    return shortName(func) === "as_declarative";
  });
}

/** The registry whose `mapped` or `mapped_as_dataclass` decorates a class; `true` where it cannot be told which. */
export function mappingRegistry(of: ClassV): Value | undefined {
  for (const decorator of of.decorators) {
    const func = decorator.kind === "call" ? decorator.func : decorator;
    if (func.kind === "attribute" && mappingDecorators.has(func.attr)) return func.value;
    if (decorator.kind === "call" && mappingDecorators.has(shortName(func) ?? "")) {
      return decorator.args[0];
    }
  }
  return undefined;
}

/** The registry that a class belongs to, where the code makes one. */
export function registryOf(of: ClassV, root: DeclarativeRoot | undefined): Value | undefined {
  const decorated = mappingRegistry(of);
  if (decorated !== undefined) return decorated;
  const member = memberOf(of, "registry")?.value;
  if (member !== undefined) return member;
  const base = root?.base;
  if (base?.kind === "call") {
    // `registry.generate_base()`, or the arguments of `declarative_base(…)`, which makes one of them.
    return base.func.kind === "attribute" && base.func.attr === "generate_base"
      ? base.func.value
      : base;
  }
  if (base?.kind !== "class") return undefined;
  return base.decorators.find(
    (decorator): decorator is Extract<Value, { kind: "call" }> => decorator.kind === "call",
  );
}

/** Whether a class only hands down what it declares: a base itself, or one that says `__abstract__`. */
export function isAbstract(of: ClassV, root: DeclarativeRoot): boolean {
  return root.base === of || flagOf(of.members.get("__abstract__")) === true;
}

/** Whether a SQLModel class is a table: `table=True` of its own, with no base that is one. */
export function isTableModel(of: ClassV, seen: ReadonlySet<ClassV> = new Set()): boolean {
  if (seen.has(of)) return false;
  const config = of.members.get("model_config");
  const entries = config?.kind === "dict" ? config.entries : [];
  const configured =
    config?.kind === "call"
      ? config.keywords.get("table")
      : entries.find(({ key }) => key.kind === "constant" && key.value === "table")?.value;
  if (flagOf(of.keywords.get("table") ?? configured) !== true) return false;
  const through = new Set([...seen, of]);
  return !of.bases.some((given) => {
    const base = withoutArguments(given);
    return base.kind === "class" && isTableModelOrBelow(base, through);
  });
}

function isTableModelOrBelow(of: ClassV, seen: ReadonlySet<ClassV>): boolean {
  if (isTableModel(of, seen)) return true;
  return of.bases.some((given) => {
    const base = withoutArguments(given);
    return (
      base.kind === "class" && !seen.has(base) && isTableModelOrBelow(base, new Set([...seen, of]))
    );
  });
}

/** The dotted names of the bases from outside that are neither SQLAlchemy's nor Python's own. */
export function foreignBases(of: ClassV): readonly string[] {
  return of.bases.flatMap((given) => {
    const base = withoutArguments(given);
    if (base.kind === "class") return foreignBases(base);
    const name = externalName(base);
    return name === undefined || harmless.test(name) ? [] : [name];
  });
}

const harmless =
  /^(?:sqlalchemy|sqlmodel|builtins|typing|typing_extensions|abc|collections|pydantic|enum|dataclasses)\./;
