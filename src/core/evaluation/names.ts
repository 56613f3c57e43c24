import type { Evaluation } from "./evaluator";
import { moduleScope, type Scope, scopeOf } from "./scope";
import {
  constant,
  external,
  type ImportV,
  listOf,
  type ModuleV,
  type Place,
  unknown,
  type Value,
} from "./value";

/** What a name stands for in a scope. */
export function lookUp(evaluation: Evaluation, name: string, scope: Scope): Value {
  const holder = scopeOf(name, scope);
  const found = holder?.names.get(name);
  if (found !== undefined && holder !== undefined) return followed(evaluation, found, name, holder);
  const own = moduleName(evaluation, name, scope.path);
  if (own !== undefined) return own;
  // A function that runs while its module is being imported again sees the module as it became.
  const whole = evaluation.modules.namespace(scope.path).scope;
  const later = whole === moduleScope(scope) ? undefined : whole.names.get(name);
  if (later !== undefined) return followed(evaluation, later, name, whole);
  const stars = scopeOf(starred, scope)?.names.get(starred);
  const module = stars?.kind === "list" ? stars.items[0] : undefined;
  if (module?.kind === "external" && !isBuiltin(name)) return external(`${module.name}.${name}`);
  return external(`builtins.${name}`);
}

/** Under this name a scope holds the modules from outside whose names it all imported. */
export const starred = "*";

/** Whether a name can be one of Python's own: all but a few of those are in lower case, as those of types are not. */
function isBuiltin(name: string): boolean {
  return builtinNames.test(name);
}

const builtinNames =
  /(?:Error|Warning|Exception|Exit|Interrupt|Iteration)$|^(?:Ellipsis|NotImplemented|__\w+__|abs|aiter|all|anext|any|ascii|bin|bool|breakpoint|bytearray|bytes|callable|chr|classmethod|compile|complex|delattr|dict|dir|divmod|enumerate|eval|exec|exit|filter|float|format|frozenset|getattr|globals|hasattr|hash|help|hex|id|input|int|isinstance|issubclass|iter|len|list|locals|map|max|memoryview|min|next|object|oct|open|ord|pow|print|property|quit|range|repr|reversed|round|set|setattr|slice|sorted|staticmethod|str|sum|super|tuple|type|vars|zip)$/;

/** What Python itself binds in every module. */
function moduleName(evaluation: Evaluation, name: string, path: string): Value | undefined {
  if (!name.startsWith("__")) return undefined;
  const own = evaluation.modules.nameOf(path);
  switch (name) {
    case "__name__":
      return constant(own.name);
    case "__package__":
      return constant(own.isPackage ? own.name : own.name.split(".").slice(0, -1).join("."));
    case "__file__":
    case "__path__": {
      const module: ModuleV = { kind: "module", name: own.name, path };
      const value: Value = { kind: "attribute", value: module, attr: name };
      if (name === "__file__") return value;
      return own.isPackage ? listOf([value]) : undefined;
    }
    default:
      return undefined;
  }
}

/** The module that an import statement names. @param level the dots before the name */
export function importedModule(
  evaluation: Evaluation,
  name: string,
  level: number,
  path: string,
): Value {
  const absolute = absoluteName(evaluation, name, level, path);
  if (absolute === undefined) return unknown("a relative import that leads beyond the top");
  return moduleNamed(evaluation, absolute, path);
}

/** A module by its dotted name, without dots before it. */
export function moduleNamed(evaluation: Evaluation, name: string, from: string): Value {
  const path = evaluation.modules.resolve(name, from);
  if (path === undefined) return external(name);
  return { kind: "module", name, path: path ?? undefined };
}

/** A name of a module: what its code binds, or a module below it. */
export function moduleAttribute(
  evaluation: Evaluation,
  module: ModuleV,
  name: string,
  from: string,
): Value {
  if (module.path !== undefined) {
    const { scope } = evaluation.modules.namespace(module.path);
    const own = scope.names.get(name);
    // `from . import x` in a package binds the name that it looks for: then the module below is meant.
    const isSought = own?.kind === "import" && following.has(own);
    if (own !== undefined && !isSought) return followed(evaluation, own, name, scope);
    const special = moduleName(evaluation, name, module.path);
    if (special !== undefined) return special;
  }
  const below = moduleNamed(evaluation, `${module.name}.${name}`, module.path ?? from);
  if (below.kind !== "module") return unknown(`${module.name} has no ${name}`);
  // What a package's `__getattr__` imports, or another module did.
  noteImport(evaluation, below.name, [], { path: from, line: 0, character: 0 });
  return below;
}

/**
 * An import is noted as the call of `__import__` that it is, so that it is known what runs before what.
 * @param names what is imported from the module, which may be modules below it
 */
export function noteImport(
  evaluation: Evaluation,
  module: string | undefined,
  names: readonly string[],
  place: Place,
): void {
  evaluation.note({
    kind: "call",
    func: external("builtins.__import__"),
    args: [
      module === undefined ? unknown("a module whose name is computed") : constant(module),
      listOf(names.map((name) => constant(name))),
    ],
    keywords: new Map(),
    open: false,
    place,
    node: undefined,
    attributes: new Map(),
  });
}

/** The absolute name of a module; `undefined` where the dots lead out of the top package. */
export function absoluteName(
  evaluation: Evaluation,
  name: string,
  level: number,
  path: string,
): string | undefined {
  if (level === 0) return name;
  const own = evaluation.modules.nameOf(path);
  const parts = own.name.split(".").filter((part) => part !== "");
  const up = own.isPackage ? level - 1 : level;
  if (up > parts.length) return undefined;
  const base = parts.slice(0, parts.length - up);
  return [...base, ...(name === "" ? [] : [name])].join(".");
}

const following = new Set<ImportV>();

function followed(
  evaluation: Evaluation,
  value: Value | ImportV,
  name: string,
  holder: Scope,
): Value {
  if (value.kind !== "import") return value;
  if (following.has(value)) return unknown(`${name} is imported in a circle`);
  following.add(value);
  try {
    const module = moduleNamed(evaluation, value.module, value.path);
    const found =
      module.kind === "module"
        ? moduleAttribute(evaluation, module, value.attribute, value.path)
        : external(`${value.module}.${value.attribute}`);
    const isRunning =
      module.kind === "module" &&
      module.path !== undefined &&
      evaluation.modules.namespace(module.path).isPartial;
    // Kept only while the importing module runs itself: later it would not be known that it hangs on the other.
    const isKept = evaluation.modules.namespace(holder.path).isPartial;
    if (isKept && !isRunning && found.kind !== "unknown") holder.names.set(name, found);
    return found;
  } finally {
    following.delete(value);
  }
}
