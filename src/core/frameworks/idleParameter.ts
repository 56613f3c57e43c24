import { type FunctionV, optionsOf } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import type { Call, Expression } from "../python/ast/nodes";
import { walk } from "../python/ast/visit";
import { functionsCalled, parameterGiven } from "./callGraph";

/** How many functions a parameter is followed through. */
const furthest = 5;

/**
 * Whether nothing reads a parameter of a function: its name stands nowhere in the body but where it is handed to functions
 * of the project that do not read it, either. What cannot be told is read.
 */
export function isIdle(func: FunctionV, name: string, code: CodeBase, depth = 0): boolean {
  const { node } = func;
  if (node.nodeType === "Lambda" || depth > furthest || isStub(func)) return false;
  const uses: Expression[] = [];
  for (const statement of node.body) {
    walk(statement, (one) => {
      // `locals()` reads all there is.
      if (one.nodeType === "Name" && [name, "locals", "vars", "eval"].includes(one.id)) {
        uses.push(one);
      }
      return true;
    });
  }
  const effects = code.functionRun(func)?.effects ?? [];
  return uses.every((use) => {
    const calls = effects.filter(({ call }) => isGiven(use, call.node));
    return (
      calls.length > 0 &&
      calls.every(({ call }) =>
        optionsOf(call.func).every((called) => {
          const [target, ...wrapped] = functionsCalled(called);
          if (target === undefined || call.node === undefined || wrapped.length > 0) return false;
          const isMethod = called.kind === "bound" || called.kind === "class";
          const parameter = parameterGiven(target, call.node, use, isMethod);
          return parameter !== undefined && isIdle(target, parameter, code, depth + 1);
        }),
      )
    );
  });
}

function isGiven(use: Expression, node: Call | undefined): boolean {
  return (
    node !== undefined && [...node.args, ...node.keywords.map(({ value }) => value)].includes(use)
  );
}

/** A body that others fill: `...`, `pass`, `raise NotImplementedError`. */
function isStub({ node }: FunctionV): boolean {
  if (node.nodeType === "Lambda") return false;
  return node.body.every(
    (one) =>
      one.nodeType === "Pass" ||
      one.nodeType === "Raise" ||
      (one.nodeType === "Expr" && one.value.nodeType === "Constant"),
  );
}
