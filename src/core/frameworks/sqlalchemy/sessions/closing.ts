import type { Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/** Methods by which a session or connection is given back. */
export const closingMethods: ReadonlySet<string> = new Set([
  "close",
  "aclose",
  "close_all",
  "invalidate",
  "remove",
  "__exit__",
  "__aexit__",
]);

/** Whether a node by itself closes what a name stands for: by a method, or as the context of a `with`. */
export function isClosing(name: string, node: Node): boolean {
  if (node.nodeType === "withitem") return isName(name, node.context_expr);
  if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return false;
  return isName(name, node.func.value) && closingMethods.has(node.func.attr);
}

/** Whether a node, or one below it, closes what a name stands for. */
export function closesIn(name: string, root: Node): boolean {
  return someNode(root, (node) => isClosing(name, node));
}

/** Whether a name is read or bound anywhere in a node. */
export function mentions(name: string, root: Node): boolean {
  return someNode(root, (node) => isName(name, node));
}

/** Whether a node is a name by itself. */
export function isName(name: string, node: Node): boolean {
  return node.nodeType === "Name" && node.id === name;
}

/** Whether a node opens a scope, whose code runs another time. */
export function opensScope({ nodeType }: Node): boolean {
  return (
    nodeType === "FunctionDef" ||
    nodeType === "AsyncFunctionDef" ||
    nodeType === "ClassDef" ||
    nodeType === "Lambda"
  );
}

function someNode(root: Node, test: (node: Node) => boolean): boolean {
  let found = false;
  walk(root, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
}
