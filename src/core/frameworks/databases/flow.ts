import type { Call, Expression, Node } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";

/** Methods that put their arguments into what they are called on. */
const filling = /^(append|extend|insert|update|setdefault)$/;

/** That what some names hold becomes part of what others hold. */
interface Flow {
  readonly to: readonly string[];
  readonly from: Node;
}

/** The names in a part of a function that hold something made of what others hold, those others among them. */
export function namesMadeOf(part: Node, seeds: ReadonlySet<string>): ReadonlySet<string> {
  const flows = flowsIn(part);
  const names = new Set(seeds);
  for (let before = -1; before < names.size; ) {
    before = names.size;
    for (const { to, from } of flows) {
      if (to.some((name) => !names.has(name)) && mentions(from, names)) {
        for (const name of to) names.add(name);
      }
    }
  }
  return names;
}

/** Whether an expression uses one of some names. */
export function mentions(node: Node, names: ReadonlySet<string>): boolean {
  let isFound = false;
  walk(node, (one) => {
    if (one.nodeType === "Name" && names.has(one.id)) isFound = true;
    return !isFound;
  });
  return isFound;
}

/** The names that a target binds. */
export function targetNames(target: Expression): readonly string[] {
  switch (target.nodeType) {
    case "Name":
      return [target.id];
    case "Tuple":
    case "List":
      return target.elts.flatMap(targetNames);
    case "Starred":
      return targetNames(target.value);
    default:
      return [];
  }
}

/** The name that `a.b[0].c()` starts with. */
export function rootOf(node: Expression): string | undefined {
  let current: Expression = node;
  for (;;) {
    if (current.nodeType === "Name") return current.id;
    if (current.nodeType === "Attribute" || current.nodeType === "Subscript")
      current = current.value;
    else if (current.nodeType === "Call") current = current.func;
    else if (current.nodeType === "Await") current = current.value;
    else return undefined;
  }
}

function flowsIn(part: Node): readonly Flow[] {
  const flows: Flow[] = [];
  const filled: { readonly object: Expression; readonly from: Node }[] = [];
  const add = (target: Expression, from: Node | null): void => {
    if (from === null) return;
    if (target.nodeType === "Attribute" || target.nodeType === "Subscript")
      filled.push({ object: target, from });
    else flows.push({ to: targetNames(target), from });
  };
  walk(part, (node) => {
    switch (node.nodeType) {
      case "Assign":
        for (const target of node.targets) add(target, node.value);
        break;
      case "AnnAssign":
      case "AugAssign":
      case "NamedExpr":
        add(node.target, node.value);
        break;
      case "For":
      case "AsyncFor":
      case "comprehension":
        add(node.target, node.iter);
        break;
      case "withitem":
        if (node.optional_vars !== null) add(node.optional_vars, node.context_expr);
        break;
      case "Call": {
        const { func: object, args, keywords } = node;
        if (object.nodeType !== "Attribute" || !filling.test(object.attr)) break;
        filled.push(...[...args, ...keywords].map((from) => ({ object, from })));
        break;
      }
    }
  });
  // An object from outside holds more than what was put into it here.
  const own = new Set(flows.flatMap(({ to }) => to));
  for (const { object, from } of filled) {
    const root = rootOf(object);
    if (root !== undefined && own.has(root)) flows.push({ to: [root], from });
  }
  return flows;
}

/** Whether what a call sends to a database has one of some names in it; what it is sent through does not count. */
export function sends(call: Call, names: ReadonlySet<string>): boolean {
  let current: Expression = call;
  for (;;) {
    if (current.nodeType === "Call") {
      if ([...current.args, ...current.keywords].some((one) => mentions(one, names))) return true;
      current = current.func;
    } else if (current.nodeType === "Attribute" || current.nodeType === "Await")
      current = current.value;
    else return false;
  }
}
