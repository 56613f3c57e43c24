import { memberOf } from "../evaluation/classes";
import { type ExpressionValues, expressionValues } from "../evaluation/functionRuns";
import { type CallV, type FunctionV, optionsOf, type Value } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import type { Call, Expression } from "../python/ast/nodes";

/** What the expressions in a function give when it runs. */
export function valuesIn(func: FunctionV, code: CodeBase): ExpressionValues {
  return code.remember("values of expressions", func, (current) => expressionValues(code, current));
}

/** The project's functions that a function calls, in order, each once; a class stands for its `__init__`. */
export function callsOf(func: FunctionV, code: CodeBase): readonly FunctionV[] {
  return code.remember("calls of", func, (current) => {
    const called = (code.functionRun(current)?.effects ?? []).flatMap(({ call }) =>
      optionsOf(call.func).flatMap(functionsCalled),
    );
    return [...new Map(called.map((one) => [one.node, one])).values()];
  });
}

/** The functions of the project that calling a value runs, with those that they wrap; of a class its `__init__`. */
export function functionsCalled(value: Value | undefined): readonly FunctionV[] {
  if (value === undefined) return [];
  if (value.kind === "function") return withWrapped(value);
  if (value.kind === "bound") return withWrapped(value.function);
  if (value.kind !== "class") return [];
  const initializer = memberOf(value, "__init__")?.value;
  return initializer?.kind === "function" ? withWrapped(initializer) : [];
}

/** A wrapper calls what it wraps, by a name of which it knows nothing itself. */
function withWrapped(func: FunctionV): readonly FunctionV[] {
  const found = [func];
  for (let next = func.wrapped; next !== undefined && !found.includes(next); next = next.wrapped)
    found.push(next);
  return found;
}

/** The name of the method that a call is of, also where nothing is known of what it is called on. */
export function methodName({ func, node }: CallV): string | undefined {
  if (func.kind === "attribute") return func.attr;
  return func.kind === "unknown" && node?.func.nodeType === "Attribute"
    ? node.func.attr
    : undefined;
}

/** The parameter that an argument of a call is given to. @param isMethod whether an object comes before the arguments */
export function parameterGiven(
  { node: { args } }: FunctionV,
  call: Call,
  argument: Expression,
  isMethod: boolean,
): string | undefined {
  const keyword = call.keywords.find(({ value }) => value === argument);
  const positional = [...args.posonlyargs, ...args.args];
  if (keyword !== undefined) {
    return [...positional, ...args.kwonlyargs].find(({ arg }) => arg === keyword.arg)?.arg;
  }
  const index = call.args.indexOf(argument);
  const isPlain = call.args.slice(0, index).every(({ nodeType }) => nodeType !== "Starred");
  return isPlain ? positional[index + (isMethod ? 1 : 0)]?.arg : undefined;
}
