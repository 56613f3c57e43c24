import type { FunctionV } from "../../../evaluation/value";
import { valuesIn } from "../../../frameworks/callGraph";
import {
  type ExpressionContext,
  isColumnExpression,
} from "../../../frameworks/sqlalchemy/queries/columnExpressions";
import type { CodeBase } from "../../../project/codeBase";
import type { BoolOp, Compare, Expression, Node, UnaryOp } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { conditionsIn } from "./conditions";

/** An operator of Python's that takes a column expression for a value. */
export interface PythonOperator {
  readonly node: BoolOp | UnaryOp | Compare;
  readonly kind: "and" | "or" | "not" | "is" | "in" | "chain";
  /** Whether its operands can be given as arguments of their own instead. */
  readonly isArgument: boolean;
}

/** The operators in a function's filters that Python decides before there is a query. */
export function pythonOperators(func: FunctionV, code: CodeBase): readonly PythonOperator[] {
  const { node } = func;
  const body: readonly Node[] = node.nodeType === "Lambda" ? [node.body] : node.body;
  const conditions = conditionsIn(body);
  // Most filters have none: what their parts give is not asked for then.
  if (!conditions.some(({ root }) => hasOperator(root))) return [];
  const context = { values: valuesIn(func, code), code };
  const found = new Map<Expression, PythonOperator>();
  for (const { root, isArgument } of conditions) {
    for (const one of operatorsIn(root, isArgument, context)) {
      if (!found.has(one.node)) found.set(one.node, one);
    }
  }
  return [...found.values()];
}

function hasOperator(root: Expression): boolean {
  let isFound = false;
  walk(root, (node) => {
    isFound ||=
      node.nodeType === "BoolOp" || node.nodeType === "Compare" || node.nodeType === "UnaryOp";
    return !isFound;
  });
  return isFound;
}

/** The operators that make a condition; what decides in Python which condition it is, is left out. */
function operatorsIn(
  root: Expression,
  isArgument: boolean,
  context: ExpressionContext,
): readonly PythonOperator[] {
  const within = (part: Expression): readonly PythonOperator[] => operatorsIn(part, false, context);
  switch (root.nodeType) {
    case "BoolOp": {
      const { op, values } = root;
      const isDecided = values.slice(0, -1).some((one) => becomesColumn(one, context));
      const own: readonly PythonOperator[] = isDecided
        ? [{ node: root, kind: op === "And" ? "and" : "or", isArgument }]
        : [];
      return [...own, ...values.flatMap(within)];
    }
    case "UnaryOp": {
      const isNot = root.op === "Not" && isColumnExpression(root.operand, context);
      const own: readonly PythonOperator[] = isNot ? [{ node: root, kind: "not", isArgument }] : [];
      return [...own, ...within(root.operand)];
    }
    case "Compare": {
      const kind = comparedBy(root, context);
      return kind === undefined ? [] : [{ node: root, kind, isArgument }];
    }
    case "BinOp":
      return [...within(root.left), ...within(root.right)];
    case "IfExp":
      return [...within(root.body), ...within(root.orelse)];
    case "Starred":
    case "NamedExpr":
      return within(root.value);
    case "List":
    case "Tuple":
    case "Set":
      return root.elts.flatMap(within);
    case "ListComp":
    case "GeneratorExp":
      return within(root.elt);
    default:
      return [];
  }
}

/** Whether an expression is one of columns, or would be by SQLAlchemy's operators. */
export function becomesColumn(node: Expression, context: ExpressionContext): boolean {
  return isColumnExpression(node, context) || operatorsIn(node, false, context).length > 0;
}

function comparedBy(
  { left, ops, comparators }: Compare,
  context: ExpressionContext,
): PythonOperator["kind"] | undefined {
  const of = (node: Expression | undefined): boolean =>
    node !== undefined && isColumnExpression(node, context);
  const [op] = ops;
  const [right] = comparators;
  if (ops.length > 1) return [left, ...comparators].some(of) ? "chain" : undefined;
  if (op === "Is" || op === "IsNot") return of(left) ? "is" : undefined;
  if (op === "In" || op === "NotIn") return of(left) || of(right) ? "in" : undefined;
  return undefined;
}
