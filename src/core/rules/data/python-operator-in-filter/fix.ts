import type { TextEdit } from "../../../edits/plan";
import type { FunctionV } from "../../../evaluation/value";
import { valuesIn } from "../../../frameworks/callGraph";
import {
  type ExpressionContext,
  isColumnExpression,
  isRelationship,
} from "../../../frameworks/sqlalchemy/queries/columnExpressions";
import type { CodeBase } from "../../../project/codeBase";
import type { BoolOp, Compare, Expression, UnaryOp } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { type Position, type Range, range } from "../../../text/range";
import type { Report } from "../../rule";
import { methodFor } from "./methods";
import { becomesColumn, type PythonOperator } from "./operators";

/** Writes an operator that SQLAlchemy sees; none where an operand is no column, or the text does not allow it. */
export function operatorFix(
  { node, kind, isArgument }: PythonOperator,
  func: FunctionV,
  file: PythonFile,
  code: CodeBase,
): Report<string>["fix"] {
  const context = { values: valuesIn(func, code), code };
  const text = (range: Range): string => file.document.getText(range);
  const replacements = ((): readonly TextEdit[] | undefined => {
    switch (node.nodeType) {
      case "BoolOp":
        return node.values.every((one) => becomesColumn(one, context))
          ? joined(node, isArgument && kind === "and" ? "," : kind === "and" ? " &" : " |", text)
          : undefined;
      case "UnaryOp":
        return inverted(node, text);
      case "Compare":
        return kind === "chain" || isRelationship(node.left, context) || isOther(node, context)
          ? undefined
          : compared(node, methodFor(node, file, code), text);
    }
  })();
  return (
    replacements && {
      title: "Use an operator of SQLAlchemy",
      edits: { replacements, insertions: [] },
    }
  );
}

/** `"x" in User.tags` asks the other way round, and `is` can only be asked of a constant. */
function isOther({ left, ops: [op], comparators: [right] }: Compare, context: ExpressionContext) {
  if (op === "In" || op === "NotIn") return !isColumnExpression(left, context);
  return right?.nodeType !== "Constant";
}

type TextOf = (range: Range) => string;

/** `a == 1 and b == 2` → `a == 1, b == 2`, or `(a == 1) & (b == 2)` */
function joined({ values }: BoolOp, by: string, text: TextOf): readonly TextEdit[] | undefined {
  const ranges = values.map(rangeOf);
  const gaps = ranges
    .slice(1)
    .map(({ start }, index) => ({ start: ranges[index]?.end ?? start, end: start }));
  const texts = gaps.map(text);
  if (texts.some((gap) => gap.includes("#"))) return undefined;
  const isOpen = values.map((one, index) => {
    const isEnclosed = /^\s*\)/.test(texts[index] ?? "") || /\(\s*$/.test(texts[index - 1] ?? "");
    return by !== "," && !isAtom(one) && !isEnclosed;
  });
  const edits = gaps.map((range, index) => {
    const operator = (texts[index] ?? "").replace(/\s*\b(?:and|or)\b/, by);
    return edit(range, `${isOpen[index] ? ")" : ""}${operator}${isOpen[index + 1] ? "(" : ""}`);
  });
  const { start } = ranges[0] ?? range(0, 0, 0, 0);
  const { end } = ranges.at(-1) ?? range(0, 0, 0, 0);
  if (isOpen[0]) edits.unshift(edit({ start, end: start }, "("));
  if (isOpen.at(-1)) edits.push(edit({ start: end, end }, ")"));
  return edits;
}

/** `not a.b` → `~a.b` */
function inverted(node: UnaryOp, text: TextOf): readonly TextEdit[] | undefined {
  const { operand } = node;
  const between = { start: rangeOf(node).start, end: rangeOf(operand).start };
  const before = text(between);
  if (!/^not[\s(]+$/.test(before)) return undefined;
  const isOpen = !isAtom(operand) && !before.includes("(");
  const newText = before.replace(/^not\s*/, isOpen ? "~(" : "~");
  const { end } = rangeOf(operand);
  return [edit(between, newText), ...(isOpen ? [edit({ start: end, end }, ")")] : [])];
}

/** `a.b is None` → `a.b.is_(None)` */
function compared(
  { left, comparators: [right] }: Compare,
  method: string,
  text: TextOf,
): readonly TextEdit[] | undefined {
  if (right === undefined || !isAtom(left)) return undefined;
  const between = { start: rangeOf(left).end, end: rangeOf(right).start };
  if (!/^ (?:is not|is|not in|in) $/.test(text(between))) return undefined;
  const { end } = rangeOf(right);
  return [edit({ start: between.start, end }, `.${method}(${text(rangeOf(right))})`)];
}

function edit(range: { readonly start: Position; readonly end: Position }, newText: string) {
  return { range, newText };
}

function isAtom({ nodeType }: Expression): boolean {
  return /^(?:Name|Attribute|Call|Subscript|Constant)$/.test(nodeType);
}
