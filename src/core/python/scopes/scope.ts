import type {
  Alias,
  Arg,
  AsyncFunctionDef,
  ClassDef,
  DictComp,
  FunctionDef,
  GeneratorExp,
  Lambda,
  ListComp,
  Module,
  Node,
  SetComp,
} from "../ast/nodes";

/** A node that opens a scope of its own. */
export type ScopeNode =
  | Module
  | ClassDef
  | FunctionDef
  | AsyncFunctionDef
  | Lambda
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp;

/** One way in which a name gets its meaning in a scope. */
export type Binding =
  /** `target` is the absolute dotted name of what is imported. */
  | { readonly kind: "import"; readonly target: string; readonly node: Alias }
  | { readonly kind: "class"; readonly node: ClassDef }
  | { readonly kind: "function"; readonly node: FunctionDef | AsyncFunctionDef }
  | { readonly kind: "parameter"; readonly node: Arg }
  /** An assignment, a loop target, `with … as`, `except … as`, `:=`, a captured pattern. */
  | { readonly kind: "variable"; readonly node: Node };

/** The names that one part of a file gives meaning to. */
export interface Scope {
  readonly node: ScopeNode;
  readonly parent: Scope | undefined;
  /** Dotted name from the module on: `app.users.service.UserService.get`. */
  readonly qualifiedName: string;
  readonly bindings: Map<string, Binding[]>;
  /** Names that `global` or `nonlocal` hand to an outer scope. */
  readonly outer: Map<string, "global" | "nonlocal">;
}

/** The scope a name is looked up in, with its bindings there; `undefined` for builtins and unknown names. */
export function lookUp(
  name: string,
  from: Scope,
): { readonly scope: Scope; readonly bindings: readonly Binding[] } | undefined {
  let first = true;
  let onlyModule = false;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
    const isModule = scope.parent === undefined;
    // A class body's names are not seen from the functions inside it.
    const visible = first || scope.node.nodeType !== "ClassDef";
    first = false;
    if (onlyModule && !isModule) continue;
    if (!visible) continue;
    const handedOut = scope.outer.get(name);
    if (handedOut === "global") onlyModule = true;
    if (handedOut !== undefined) continue;
    const bindings = scope.bindings.get(name);
    if (bindings !== undefined) return { scope, bindings };
  }
  return undefined;
}
