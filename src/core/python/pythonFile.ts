import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "../text/range";
import type { Expression, Module, Node, NodeOf, NodeType } from "./ast/nodes";
import { childrenOf } from "./ast/visit";
import { buildScopes, dottedName, type ModuleScopes } from "./scopes/build";
import { lookUp, type Scope } from "./scopes/scope";

/** A comment, from its `#` on. */
export interface Comment {
  readonly text: string;
  readonly range: Range;
}

/** What the parser makes of a text. */
export interface ParsedPython {
  readonly module: Module;
  readonly comments: readonly Comment[];
  /** Stretches that are no Python; the statements around them are in `module`. */
  readonly errors: readonly Range[];
}

/** A node together with the scope that its names are looked up in. */
export interface ScopedNode<T extends Node> {
  readonly node: T;
  readonly scope: Scope;
}

/** One parsed file with its scopes: what rules and facts are made from. Everything is computed when first asked for. */
export class PythonFile {
  private scopesOfFile: ModuleScopes | undefined;
  private nodesByType: Map<NodeType, ScopedNode<Node>[]> | undefined;
  private readonly parents = new Map<Node, Node>();

  constructor(
    readonly document: TextDocument,
    readonly parsed: ParsedPython,
    /** The dotted name under which the file is imported. */
    readonly moduleName: string,
    readonly isPackage: boolean,
    /** The file's path in its project. */
    readonly path: string = "",
  ) {}

  /** The scopes of the file. */
  get scopes(): ModuleScopes {
    this.scopesOfFile ??= buildScopes(this.parsed.module, this.moduleName, this.isPackage);
    return this.scopesOfFile;
  }

  /** Every node of a class, in the order of the text, with its scope. */
  nodes<T extends NodeType>(type: T): readonly ScopedNode<NodeOf<T>>[] {
    // The map holds under each name only nodes of that class.
    return (this.index().get(type) ?? []) as unknown as ScopedNode<NodeOf<T>>[];
  }

  /** The node that a node is a direct part of. */
  parent(node: Node): Node | undefined {
    this.index();
    return this.parents.get(node);
  }

  /**
   * The absolute dotted name that an expression stands for: `fastapi.HTTPException` for an imported name,
   * `app.users.models.User` for a class of the file, `builtins.ValueError`, `app.x.Service.get` for `self.get` in a
   * method. `undefined` when the text of this file does not tell.
   */
  resolve(expression: Expression, scope: Scope): string | undefined {
    const parts = dottedName(expression);
    const [first, ...rest] = parts ?? [];
    if (first === undefined) return undefined;
    const base = this.resolveName(first, scope);
    return base === undefined ? undefined : [base, ...rest].join(".");
  }

  private resolveName(name: string, from: Scope): string | undefined {
    const found = lookUp(name, from);
    if (found === undefined) return `builtins.${name}`;
    const { scope, bindings } = found;
    const imported = bindings.find((binding) => binding.kind === "import");
    if (imported?.kind === "import") return imported.target;
    const [binding] = bindings;
    if (binding?.kind === "class" || binding?.kind === "function") {
      return `${scope.qualifiedName}.${name}`;
    }
    if (binding?.kind === "parameter") return receiverClass(name, scope);
    return scope.parent === undefined ? `${scope.qualifiedName}.${name}` : undefined;
  }

  private index(): Map<NodeType, ScopedNode<Node>[]> {
    if (this.nodesByType !== undefined) return this.nodesByType;
    const byType = new Map<NodeType, ScopedNode<Node>[]>();
    const { scopes } = this;
    const pending: [Node, Scope][] = [[this.parsed.module, scopes.module]];
    for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
      const [node, outer] = entry;
      const known = byType.get(node.nodeType);
      if (known === undefined) byType.set(node.nodeType, [{ node, scope: outer }]);
      else known.push({ node, scope: outer });
      const inner = scopes.opened(node);
      const children = childrenOf(node);
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child === undefined) continue;
        this.parents.set(child, node);
        pending.push([child, inner !== undefined && isInside(child, node) ? inner : outer]);
      }
    }
    this.nodesByType = byType;
    return byType;
  }
}

/** Whether a part of a node that opens a scope belongs to that scope: the body does, decorators and defaults do not. */
function isInside(child: Node, opener: Node): boolean {
  switch (opener.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return (opener.body as readonly Node[]).includes(child);
    case "Lambda":
      return child === opener.body;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return true;
    default:
      return true;
  }
}

/** The class that `self` or `cls` stands for: the first parameter of a function that stands in a class body. */
function receiverClass(name: string, scope: Scope): string | undefined {
  const { node, parent } = scope;
  if (node.nodeType !== "FunctionDef" && node.nodeType !== "AsyncFunctionDef") return undefined;
  if (parent?.node.nodeType !== "ClassDef") return undefined;
  const first = node.args.posonlyargs[0] ?? node.args.args[0];
  const isStatic = node.decorator_list.some(
    (decorator) => decorator.nodeType === "Name" && decorator.id === "staticmethod",
  );
  return first?.arg === name && !isStatic ? parent.qualifiedName : undefined;
}
