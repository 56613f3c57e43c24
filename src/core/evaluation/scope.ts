import type { FunctionV, ImportV, Value } from "./value";

/** The names of one module, class body or function call, and where to go on looking. */
export interface Scope {
  readonly kind: "module" | "class" | "function" | "comprehension" | "types";
  readonly names: Map<string, Value | ImportV>;
  /** `undefined` for a module. */
  readonly parent: Scope | undefined;
  /** The path of the module the code stands in. */
  readonly path: string;
  /** The module's dotted name, with `.Class` and `.function.<locals>` as in `__qualname__`. */
  readonly qualname: string;
  /** Names that `global` and `nonlocal` hand to an outer scope. */
  readonly outer: Map<string, "global" | "nonlocal">;
  /** The function whose body it is. */
  readonly function?: FunctionV | undefined;
}

/** A scope inside another. */
export function innerScope(
  parent: Scope,
  kind: "class" | "function" | "comprehension",
  name: string,
  owner?: FunctionV,
): Scope {
  const { path } = parent;
  const isLocal = parent.kind === "function";
  const prefix = parent.kind === "module" ? "" : `${parent.qualname}.${isLocal ? "<locals>." : ""}`;
  return {
    kind,
    names: new Map(),
    parent,
    path,
    qualname: `${prefix}${name}`,
    outer: new Map(),
    function: owner,
  };
}

/** The scope that holds a name, seen from code in `from`: the bodies of enclosing classes are passed over. */
export function scopeOf(name: string, from: Scope): Scope | undefined {
  let onlyModule = false;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
    if (scope !== from && scope.kind === "class") continue;
    if (onlyModule && scope.kind !== "module") continue;
    const handedOut = scope.outer.get(name);
    if (handedOut !== undefined) {
      onlyModule ||= handedOut === "global";
      continue;
    }
    if (scope.names.has(name)) return scope;
  }
  return undefined;
}

/** The scope that `:=` binds in: comprehensions are passed over. */
export function bindingScope(from: Scope): Scope {
  let scope = from;
  while (scope.kind === "comprehension" && scope.parent !== undefined) scope = scope.parent;
  return scope;
}

/** The module scope around a scope. */
export function moduleScope(from: Scope): Scope {
  let scope = from;
  while (scope.parent !== undefined) scope = scope.parent;
  return scope;
}
