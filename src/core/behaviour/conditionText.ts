import { constantText } from "../frameworks/pydantic/valueText";
import type { Expression } from "../python/ast/nodes";

const compare: Readonly<Record<string, string>> = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
};
const unary: Readonly<Record<string, string>> = { Not: "not ", USub: "-", UAdd: "+", Invert: "~" };

/** An expression as a person would read it in a diagram, in short: what is long or computed is `…`. */
export function conditionText(node: Expression): string {
  switch (node.nodeType) {
    case "Name":
      return node.id;
    case "Attribute":
      return `${conditionText(node.value)}.${node.attr}`;
    case "Constant":
      return constantText(node.value);
    case "Await":
      return conditionText(node.value);
    case "NamedExpr":
      return conditionText(node.value);
    case "UnaryOp":
      return `${unary[node.op] ?? ""}${operandText(node.operand)}`;
    case "BoolOp":
      return node.values.map(operandText).join(node.op === "And" ? " and " : " or ");
    case "Compare":
      return [
        conditionText(node.left),
        ...node.comparators.map(
          (right, index) => `${compare[node.ops[index] ?? ""] ?? "…"} ${conditionText(right)}`,
        ),
      ].join(" ");
    case "Call": {
      const given = [...node.args, ...node.keywords.map(({ value }) => value)];
      return `${conditionText(node.func)}(${given.length === 0 ? "" : given.map(shortText).join(", ")})`;
    }
    case "Subscript":
      return `${conditionText(node.value)}[${conditionText(node.slice)}]`;
    case "Tuple":
      return node.elts.map(conditionText).join(", ");
    default:
      return "…";
  }
}

/** A part of a longer condition, in brackets where it would be read in another way without them. */
function operandText(node: Expression): string {
  const text = conditionText(node);
  return node.nodeType === "BoolOp" ? `(${text})` : text;
}

/** An argument: only names and constants are worth their room. */
function shortText(node: Expression): string {
  const isShort = /^(?:Name|Attribute|Constant)$/.test(node.nodeType);
  return isShort ? conditionText(node) : "…";
}
