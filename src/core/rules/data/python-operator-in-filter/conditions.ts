import type { Call, Expression, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/** An expression that becomes a condition of a query. */
export interface Condition {
  readonly root: Expression;
  /** Whether it is an argument that stands for itself, so that another one can stand beside it. */
  readonly isArgument: boolean;
}

/** Methods and functions whose arguments are conditions that all have to hold. */
const joining = /^(?:where|filter|having|and_|any|has)$/;
/** Those whose arguments are conditions, or hold them, in some other way. */
const others = /^(?:or_|not_|case|exists|join|outerjoin|with_loader_criteria)$/;
const filling = /^(?:append|extend|insert)$/;

/** The conditions that the code of a function gives to queries, those in lists and names that it makes for that among them. */
export function conditionsIn(body: readonly Node[]): readonly Condition[] {
  const found: Condition[] = [];
  const names = new Set<string>();
  const take = (root: Expression, isArgument: boolean): void => {
    found.push({ root, isArgument });
    const inner = root.nodeType === "Starred" ? root.value : root;
    if (inner.nodeType === "Name") names.add(inner.id);
  };
  eachNode(body, (node) => {
    if (node.nodeType !== "Call") return;
    const name = calledName(node);
    if (joining.test(name)) for (const arg of node.args) take(arg, arg.nodeType !== "Starred");
    else if (others.test(name)) for (const arg of node.args) take(arg, false);
  });
  if (names.size > 0) eachNode(body, (node) => found.push(...conditionsFor(node, names)));
  return found;
}

/** `filters = [User.is_active]`, `filters.append(User.age > 18)`, `condition = User.id == 1` */
function conditionsFor(node: Node, names: ReadonlySet<string>): readonly Condition[] {
  const isNamed = (one: Expression): boolean => one.nodeType === "Name" && names.has(one.id);
  const plain = (root: Expression): Condition => ({ root, isArgument: false });
  switch (node.nodeType) {
    case "Assign":
      return node.targets.some(isNamed) ? [plain(node.value)] : [];
    case "AnnAssign":
    case "AugAssign":
      return node.value !== null && isNamed(node.target) ? [plain(node.value)] : [];
    case "Call": {
      const { func, args } = node;
      if (func.nodeType !== "Attribute" || !filling.test(func.attr)) return [];
      return isNamed(func.value) ? args.map(plain) : [];
    }
    default:
      return [];
  }
}

/** Calls back with the nodes of a function, those of functions in it left out. */
function eachNode(body: readonly Node[], callback: (node: Node) => void): void {
  for (const root of body) {
    walk(root, (node) => {
      if (/^(?:FunctionDef|AsyncFunctionDef|ClassDef|Lambda)$/.test(node.nodeType)) return false;
      callback(node);
      return true;
    });
  }
}

function calledName({ func }: Call): string {
  return func.nodeType === "Attribute" ? func.attr : func.nodeType === "Name" ? func.id : "";
}
