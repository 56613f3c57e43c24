import type { AsyncFunctionDef, Expression, FunctionDef } from "../../../python/ast/nodes";

/** Whether a function is a generator: whether `yield` stands in its body, outside of functions within it. */
export function yieldsIn(func: FunctionDef | AsyncFunctionDef): boolean {
  return func.body.some(hasYield);
}

function hasYield(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasYield);
  if (!isNode(node)) return false;
  if (node.nodeType === "Yield" || node.nodeType === "YieldFrom") return true;
  if (["FunctionDef", "AsyncFunctionDef", "ClassDef", "Lambda"].includes(node.nodeType)) {
    return false;
  }
  return Object.values(node).some((part) => typeof part === "object" && hasYield(part));
}

/** Nodes of the AST are plain objects with the name of their type. */
function isNode(value: unknown): value is Pick<Expression, "nodeType"> {
  return typeof value === "object" && value !== null && "nodeType" in value;
}
