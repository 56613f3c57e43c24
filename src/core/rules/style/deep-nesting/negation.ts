import type { Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";

/** Operators that say the opposite of each other. */
const opposites: Readonly<Record<string, readonly [written: RegExp, opposite: string]>> = {
  Is: [/^is$/, "is not"],
  IsNot: [/^is\s+not$/, "is"],
  In: [/^in$/, "not in"],
  NotIn: [/^not\s+in$/, "in"],
  Eq: [/^==$/, "!="],
  NotEq: [/^!=$/, "=="],
};

/** A condition as it stands between `if` and the colon. */
export interface WrittenTest {
  readonly test: Expression;
  readonly text: string;
  /** Whether parentheses stand around all of it. */
  readonly isWrapped: boolean;
}

/**
 * The condition that holds where another does not. Orders are not turned round: neither `a < b` nor `a >= b` holds where
 * one of them is no number.
 */
export function negated({ test, text, isWrapped }: WrittenTest, { document }: PythonFile): string {
  if (isWrapped || isAtom(test)) return `not ${text}`;
  if (test.nodeType === "UnaryOp" && test.op === "Not") return text.slice("not".length).trim();
  if (test.nodeType === "Compare" && test.ops.length === 1) {
    const { left, comparators, ops } = test;
    const [right] = comparators;
    const [known, opposite] = opposites[ops[0] ?? ""] ?? [];
    const { end: leftEnd } = rangeOf(left);
    const between = right && document.getText({ start: leftEnd, end: rangeOf(right).start });
    if (known?.test(between?.trim() ?? "") && right && opposite !== undefined) {
      const { start, end } = rangeOf(test);
      const [before, after] = [
        { start, end: leftEnd },
        { start: rangeOf(right).start, end },
      ].map((part) => document.getText(part));
      return `${before} ${opposite} ${after}`;
    }
  }
  return `not (${text})`;
}

/** Whether `not` before an expression is about all of it. */
function isAtom({ nodeType }: Expression): boolean {
  return ["Name", "Attribute", "Call", "Subscript", "Await", "Constant"].includes(nodeType);
}
