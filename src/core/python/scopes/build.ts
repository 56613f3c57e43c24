import type { Arguments, Expression, Module, Node } from "../ast/nodes";
import { childrenOf } from "../ast/visit";
import { importedNames } from "./imports";
import type { Binding, Scope, ScopeNode } from "./scope";

/** The scopes of one file. */
export interface ModuleScopes {
  readonly module: Scope;
  /** The scope that a node opens. */
  opened(node: Node): Scope | undefined;
}

/**
 * Finds every scope of a file and what is bound in each, as Python's symbol table does
 * (https://docs.python.org/3/reference/executionmodel.html#naming-and-binding).
 */
export function buildScopes(module: Module, moduleName: string, isPackage: boolean): ModuleScopes {
  const opened = new Map<Node, Scope>();
  const open = (node: ScopeNode, parent: Scope | undefined, name: string): Scope => {
    const qualifiedName = parent === undefined ? name : `${parent.qualifiedName}.${name}`;
    const scope = { node, parent, qualifiedName, bindings: new Map(), outer: new Map() };
    opened.set(node, scope);
    return scope;
  };
  const root = open(module, undefined, moduleName);
  // An explicit stack: code may nest deeper than the call stack reaches.
  const pending: [Node, Scope][] = module.body.map((node): [Node, Scope] => [node, root]).reverse();
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const [node, scope] = entry;
    const next: [Node, Scope][] = [];
    const visit = (child: Node | null, inner: Scope): void => {
      if (child !== null) next.push([child, inner]);
    };
    switch (node.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef": {
        bind(scope, node.name, { kind: "function", node });
        const inner = open(node, scope, node.name);
        visitSignature(node.args, scope, inner, visit);
        for (const decorator of node.decorator_list) visit(decorator, scope);
        visit(node.returns, scope);
        for (const statement of node.body) visit(statement, inner);
        break;
      }
      case "Lambda": {
        const inner = open(node, scope, "<lambda>");
        visitSignature(node.args, scope, inner, visit);
        visit(node.body, inner);
        break;
      }
      case "ClassDef": {
        bind(scope, node.name, { kind: "class", node });
        const inner = open(node, scope, node.name);
        for (const child of [...node.decorator_list, ...node.bases, ...node.keywords]) {
          visit(child, scope);
        }
        for (const statement of node.body) visit(statement, inner);
        break;
      }
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp": {
        const inner = open(node, scope, "<comprehension>");
        for (const child of childrenOf(node)) visit(child, inner);
        break;
      }
      default:
        bindNode(node, scope, moduleName, isPackage);
        for (const child of childrenOf(node)) visit(child, scope);
    }
    for (let index = next.length - 1; index >= 0; index--) {
      const child = next[index];
      if (child !== undefined) pending.push(child);
    }
  }
  return { module: root, opened: (node) => opened.get(node) };
}

function visitSignature(
  args: Arguments,
  outer: Scope,
  inner: Scope,
  visit: (child: Node | null, scope: Scope) => void,
): void {
  for (const parameter of parametersOf(args)) {
    bind(inner, parameter.arg, { kind: "parameter", node: parameter });
    visit(parameter.annotation, outer);
  }
  for (const value of [...args.defaults, ...args.kw_defaults]) visit(value, outer);
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

function bindNode(node: Node, scope: Scope, moduleName: string, isPackage: boolean): void {
  switch (node.nodeType) {
    case "Import":
    case "ImportFrom":
      for (const { name, target, index } of importedNames(node, moduleName, isPackage)) {
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
      // `:=` in a comprehension binds outside it.
      bind(functionScope(scope), node.target.id, { kind: "variable", node });
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

function functionScope(scope: Scope): Scope {
  let current = scope;
  while (isComprehension(current.node) && current.parent !== undefined) current = current.parent;
  return current;
}

function isComprehension(node: ScopeNode): boolean {
  return (
    node.nodeType === "ListComp" ||
    node.nodeType === "SetComp" ||
    node.nodeType === "DictComp" ||
    node.nodeType === "GeneratorExp"
  );
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
