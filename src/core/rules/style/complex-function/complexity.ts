import type { AsyncFunctionDef, FunctionDef, Match, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/** Radon's grades, from simple to unmaintainable. */
export const grades = ["A", "B", "C", "D", "E", "F"] as const;
type Grade = (typeof grades)[number];

/** The grade of a complexity: up to 5, 10, 20, 30, 40, and beyond. */
export function gradeOf(complexity: number): Grade {
  const upTo = [5, 10, 20, 30, 40];
  return grades[upTo.filter((bound) => complexity > bound).length] ?? "F";
}

/**
 * The cyclomatic complexity of a function as radon counts it (`ComplexityVisitor` in radon/visitors.py, version 6): one,
 * and one for each decision. Functions and classes within count by themselves.
 */
export function complexityOf({ body }: FunctionDef | AsyncFunctionDef): number {
  let complexity = 1;
  for (const statement of body) {
    walk(statement, (node) => {
      complexity += decisionsOf(node);
      return !isApart(node);
    });
  }
  return complexity;
}

function decisionsOf(node: Node): number {
  switch (node.nodeType) {
    case "Try":
      return node.handlers.length + (node.orelse.length > 0 ? 1 : 0);
    case "BoolOp":
      return node.values.length - 1;
    case "If":
    case "IfExp":
    case "Assert":
      return 1;
    case "For":
    case "AsyncFor":
    case "While":
      return node.orelse.length > 0 ? 2 : 1;
    case "comprehension":
      return node.ifs.length + 1;
    case "Match":
      return node.cases.length - (hasDefault(node) ? 1 : 0);
    default:
      return 0;
  }
}

function hasDefault({ cases }: Match): boolean {
  return cases.some(({ pattern }) => pattern.nodeType === "MatchAs" && pattern.pattern === null);
}

/** What radon does not look into: other definitions, and what is asserted. */
function isApart({ nodeType }: Node): boolean {
  return (
    nodeType === "FunctionDef" ||
    nodeType === "AsyncFunctionDef" ||
    nodeType === "ClassDef" ||
    nodeType === "Assert"
  );
}
