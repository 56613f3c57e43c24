import type { Arguments, Expression, Node } from "../ast/nodes";
import { childrenOf, walk } from "../ast/visit";
import { importedNames } from "./imports";
import type { Binding, Scope, ScopeNode } from "./scope";

/** What a module's imports are counted from. */
export interface ModuleIdentity {
  readonly name: string;
  readonly isPackage: boolean;
}

/**
 * The scope that a node opens, with what is bound in it, as Python's symbol table has it
 * (https://docs.python.org/3/reference/executionmodel.html#naming-and-binding). Scopes inside it are not looked into.
 * @param parent the scope around it; `undefined` for a module
 */
export function openScope(
  node: ScopeNode,
  parent: Scope | undefined,
  module: ModuleIdentity,
): Scope {
  const name = scopeName(node, module);
  const qualifiedName = parent === undefined ? name : `${parent.qualifiedName}.${name}`;
  const scope: Scope = { node, parent, qualifiedName, bindings: new Map(), outer: new Map() };
  if ("args" in node) {
    for (const parameter of parametersOf(node.args)) {
      bind(scope, parameter.arg, { kind: "parameter", node: parameter });
    }
  }
  // An explicit stack: code may nest deeper than the call stack reaches.
  const pending: Node[] = insideOf(node).toReversed();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    bindNode(next, scope, module);
    const children = opensScope(next) ? outsideOf(next) : childrenOf(next);
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push(child);
    }
  }
  return scope;
}

/** Whether a node opens a scope of its own. */
export function opensScope(node: Node): node is ScopeNode {
  return scopeNodes.has(node.nodeType);
}

const scopeNodes: ReadonlySet<string> = new Set([
  "Module",
  "ClassDef",
  "FunctionDef",
  "AsyncFunctionDef",
  "Lambda",
  "ListComp",
  "SetComp",
  "DictComp",
  "GeneratorExp",
]);

/** The parts of a node that belong to the scope it opens: the body does, decorators and defaults do not. */
export function insideOf(node: ScopeNode): readonly Node[] {
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return node.body;
    case "Lambda":
      return [node.body];
    default:
      return childrenOf(node);
  }
}

/** The parts that are read in the scope around it. */
function outsideOf(node: ScopeNode): readonly Node[] {
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return [...node.decorator_list, node.args, ...(node.returns === null ? [] : [node.returns])];
    case "ClassDef":
      return [...node.decorator_list, ...node.bases, ...node.keywords];
    case "Lambda":
      return [node.args];
    default:
      // Of a comprehension only `:=` binds outside.
      return walrusesIn(node);
  }
}

function walrusesIn(node: Node): readonly Node[] {
  const found: Node[] = [];
  walk(node, (inner) => {
    if (inner.nodeType === "NamedExpr") found.push(inner);
    return inner.nodeType !== "Lambda";
  });
  return found;
}

function scopeName(node: ScopeNode, module: ModuleIdentity): string {
  switch (node.nodeType) {
    case "Module":
      return module.name;
    case "ClassDef":
    case "FunctionDef":
    case "AsyncFunctionDef":
      return node.name;
    case "Lambda":
      return "<lambda>";
    default:
      return "<comprehension>";
  }
}

/** Every parameter of a function, in the order of its signature. */
export function parametersOf(args: Arguments) {
  return [
    ...args.posonlyargs,
    ...args.args,
    ...(args.vararg ? [args.vararg] : []),
    ...args.kwonlyargs,
    ...(args.kwarg ? [args.kwarg] : []),
  ];
}

function bindNode(node: Node, scope: Scope, module: ModuleIdentity): void {
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      bind(scope, node.name, { kind: "function", node });
      break;
    case "ClassDef":
      bind(scope, node.name, { kind: "class", node });
      break;
    case "Import":
    case "ImportFrom":
      for (const { name, target, index } of importedNames(node, module.name, module.isPackage)) {
        const alias = node.names[index];
        if (alias !== undefined) bind(scope, name, { kind: "import", target, node: alias });
      }
      break;
    case "Global":
      for (const name of node.names) scope.outer.set(name, "global");
      break;
    case "Nonlocal":
      for (const name of node.names) scope.outer.set(name, "nonlocal");
      break;
    case "Name":
      if (node.ctx !== "Load") bind(scope, node.id, { kind: "variable", node });
      break;
    case "NamedExpr":
      // Found in the comprehension too, where it does not bind.
      if (!isComprehension(scope.node)) bind(scope, node.target.id, { kind: "variable", node });
      break;
    case "ExceptHandler":
    case "MatchAs":
    case "MatchStar":
      if (node.name !== null) bind(scope, node.name, { kind: "variable", node });
      break;
    case "MatchMapping":
      if (node.rest !== null) bind(scope, node.rest, { kind: "variable", node });
      break;
    case "TypeVar":
    case "ParamSpec":
    case "TypeVarTuple":
      bind(scope, node.name, { kind: "variable", node });
      break;
  }
}

function isComprehension(node: ScopeNode): boolean {
  return node.nodeType.endsWith("Comp") || node.nodeType === "GeneratorExp";
}

function bind(scope: Scope, name: string, binding: Binding): void {
  if (scope.outer.has(name)) return;
  const known = scope.bindings.get(name);
  if (known === undefined) scope.bindings.set(name, [binding]);
  else known.push(binding);
}

/** Whether an expression is a plain dotted name such as `a.b.c`, and which. */
export function dottedName(expression: Expression): readonly string[] | undefined {
  const parts: string[] = [];
  let current = expression;
  while (current.nodeType === "Attribute") {
    parts.push(current.attr);
    current = current.value;
  }
  if (current.nodeType !== "Name") return undefined;
  parts.push(current.id);
  return parts.reverse();
}
