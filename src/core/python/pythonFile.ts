import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "../text/range";
import type { Expression, Module, Node, PositionedNode } from "./ast/nodes";
import { pathTo } from "./ast/pathTo";
import { dottedName, insideOf, openScope, opensScope } from "./scopes/build";
import { lookUp, type Scope, type ScopeNode } from "./scopes/scope";

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

/** One parsed file with its scopes: what rules see. Scopes are opened when they are first asked for. */
export class PythonFile {
  private readonly openScopes = new Map<ScopeNode, Scope>();

  constructor(
    readonly document: TextDocument,
    readonly parsed: ParsedPython,
    /** The dotted name under which the file is imported. */
    readonly moduleName: string,
    readonly isPackage: boolean,
    /** The file's path in its project. */
    readonly path: string = "",
  ) {}

  /** The scope of the module itself. */
  get moduleScope(): Scope {
    return this.scopeOpenedBy(this.parsed.module, undefined);
  }

  /** The scope that the names in a node of this file are looked up in. */
  scopeOf(node: PositionedNode): Scope {
    let scope = this.moduleScope;
    const chain = pathTo(this.parsed.module, node);
    for (const [index, outer] of chain.entries()) {
      const next = chain[index + 1];
      if (index === 0 || next === undefined || !opensScope(outer)) continue;
      if (insideOf(outer).includes(next)) scope = this.scopeOpenedBy(outer, scope);
    }
    return scope;
  }

  /** The node that a node of this file is a direct part of. */
  parent(node: PositionedNode): Node | undefined {
    return pathTo(this.parsed.module, node).at(-2);
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

  private scopeOpenedBy(node: ScopeNode, parent: Scope | undefined): Scope {
    let scope = this.openScopes.get(node);
    if (scope === undefined) {
      const { moduleName: name, isPackage } = this;
      scope = openScope(node, parent, { name, isPackage });
      this.openScopes.set(node, scope);
    }
    return scope;
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
