import type { Expression, Node, Statement } from "../ast/nodes";
import { forEachStatement } from "../ast/statementsIn";
import { childrenOf, walk } from "../ast/visit";
import type { BindingBranch, BindingFact, ImportFact } from "./moduleFacts";

/**
 * The names that a top-level statement binds in its module, in order: what stands in branches, loops and `try` too, and
 * what functions bind by `global`.
 */
export function moduleBindings(statement: Statement): readonly BindingFact[] {
  const found: BindingFact[] = [];
  const pending: { node: Node; branch: BindingBranch }[] = [{ node: statement, branch: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, branch } = next;
    found.push(...ownBindings(node, branch));
    if (opensScope(node)) continue;
    const children = childrenOf(node).map((child) => ({
      node: child,
      branch: branchOf(node, child, branch),
    }));
    pending.push(...children.reverse());
  }
  return found;
}

/** The modules that an import statement names. */
export function importedModules(node: Node): readonly ImportFact[] {
  if (node.nodeType === "Import") return node.names.map(({ name }) => ({ module: name, level: 0 }));
  if (node.nodeType === "ImportFrom") return [{ module: node.module ?? "", level: node.level }];
  return none;
}

const none: readonly ImportFact[] = [];

function ownBindings(node: Node, branch: BindingBranch): readonly BindingFact[] {
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return [{ kind: "function", name: node.name, branch }, ...globalsOf(node)];
    case "ClassDef":
      return [{ kind: "class", name: node.name, branch }, ...globalsOf(node)];
    case "Import":
      return node.names.map(({ name, asname }): BindingFact => {
        const module = asname === null ? (name.split(".")[0] ?? name) : name;
        const from = { module, level: 0 };
        return { kind: "import", name: asname ?? module, branch, from, attribute: null };
      });
    case "ImportFrom": {
      const from = { module: node.module ?? "", level: node.level };
      return node.names.map(
        ({ name, asname }): BindingFact => ({
          kind: "import",
          name: asname ?? name,
          branch,
          from,
          attribute: name,
        }),
      );
    }
    case "Name":
      return node.ctx === "Store" ? [{ kind: "variable", name: node.id, branch }] : [];
    case "NamedExpr":
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return walrusTargets(node).map((name) => ({ kind: "variable", name, branch }));
    case "ExceptHandler":
    case "MatchAs":
    case "MatchStar":
      return node.name === null ? [] : [{ kind: "variable", name: node.name, branch }];
    default:
      return [];
  }
}

function opensScope(node: Node): boolean {
  switch (node.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "Lambda":
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return true;
    default:
      return false;
  }
}

/** `:=` in a comprehension binds outside it. */
function walrusTargets(node: Expression): readonly string[] {
  if (node.nodeType === "NamedExpr") return [];
  const names: string[] = [];
  walk(node, (inner) => {
    if (inner.nodeType === "Lambda") return false;
    if (inner.nodeType === "NamedExpr") names.push(inner.target.id);
    return true;
  });
  return names;
}

/** Names that a function or class hands to the module by `global` and binds. */
function globalsOf(node: Statement): readonly BindingFact[] {
  const names = new Set<string>();
  forEachStatement(node, (inner) => {
    if (inner.nodeType === "Global") for (const name of inner.names) names.add(name);
  });
  return [...names].map((name) => ({ kind: "variable", name, branch: "body" }));
}

function branchOf(parent: Node, child: Node, outer: BindingBranch): BindingBranch {
  if (parent.nodeType === "If") {
    if (isTypeChecking(parent.test) && parent.body.includes(child as Statement)) {
      return "TYPE_CHECKING";
    }
    return (parent.orelse as readonly Node[]).includes(child) ? "otherwise" : (outer ?? "body");
  }
  if (parent.nodeType === "Try" || parent.nodeType === "TryStar") {
    return child.nodeType === "ExceptHandler" ? "otherwise" : outer;
  }
  return outer;
}

/** Whether a test is `TYPE_CHECKING`, from `typing` or as an attribute of it. */
export function isTypeChecking(test: Expression): boolean {
  const name = test.nodeType === "Attribute" ? test.attr : test.nodeType === "Name" && test.id;
  return name === "TYPE_CHECKING";
}
