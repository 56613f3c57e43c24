import type { Expression } from "../python/ast/nodes";
import { callFunction } from "./calls";
import { type Effect, Evaluation, type Modules, noArguments, TooManySteps } from "./evaluator";
import { choice, type FunctionV, unknown, type Value } from "./value";

/** What the body of one function does, whatever it is called with. */
export interface FunctionRun {
  readonly function: FunctionV;
  /** What its parameters are in `effects`, by their names. */
  readonly parameters: ReadonlyMap<string, Value>;
  /** The calls in it, in order; those of the project's own functions are among them. */
  readonly effects: readonly Effect[];
  readonly returned: Value;
}

/**
 * Runs functions that were made by running a module, each on its own, with arguments of which only the types are known:
 * methods, and functions within functions, too.
 * @param made what the module's names stand for
 */
export function runFunctions(modules: Modules, made: Iterable<FunctionV>): readonly FunctionRun[] {
  const runs: FunctionRun[] = [];
  const pending = [...made];
  const seen = new Set<object>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (seen.has(next.node)) continue;
    seen.add(next.node);
    const evaluation = new Evaluation(modules, false);
    let parameters: ReadonlyMap<string, Value> = new Map();
    const returned = runOne(evaluation, next, (bound) => {
      parameters = bound;
    });
    runs.push({ function: next, parameters, effects: evaluation.effects, returned });
    pending.push(...evaluation.made.filter((one) => one.kind === "function"));
  }
  return runs;
}

function runOne(
  evaluation: Evaluation,
  func: FunctionV,
  onBound: (parameters: ReadonlyMap<string, Value>) => void,
): Value {
  try {
    const given = { args: [], keywords: new Map<string, Value>(), open: false };
    return callFunction(evaluation, func, given, { isSymbolic: true, onBound });
  } catch (error) {
    if (error instanceof TooManySteps || error instanceof RangeError) return unknown(error.message);
    throw error;
  }
}

/** What the expressions in a function's body give, those of functions in it left out. */
export type ExpressionValues = ReadonlyMap<Expression, Value>;

/**
 * Runs a function as `runFunctions` does, for what each of its expressions gives. One that is evaluated in several ways
 * is any of them.
 */
export function expressionValues(modules: Modules, func: FunctionV): ExpressionValues {
  const found = new Map<Expression, Value>();
  const evaluation = new Evaluation(modules, false);
  evaluation.onValue = (node, value) => {
    const before = found.get(node);
    found.set(node, before === undefined ? value : choice([before, value]));
  };
  runOne(evaluation, func, () => {});
  return found;
}

/** Most steps of a run that follows calls: a function that answers a request can lead to half of a project. */
const mostFollowedSteps = 100_000;

/**
 * Runs a function with arguments of which only the types are known, and the project's functions that it calls with those
 * that they are given: their bodies are part of it.
 */
export function runFollowed(modules: Modules, func: FunctionV): FunctionRun {
  const evaluation = new Evaluation(modules, true, mostFollowedSteps);
  let parameters: ReadonlyMap<string, Value> = new Map();
  const returned = runOne(evaluation, func, (bound) => {
    parameters = bound;
  });
  return { function: func, parameters, effects: evaluation.effects, returned };
}

/** What calling a function does, its calls of other functions followed. @param args the first arguments */
export function runFactory(
  modules: Modules,
  factory: FunctionV,
  args: readonly Value[] = [],
): { readonly effects: readonly Effect[]; readonly called: ReadonlySet<object> } {
  const evaluation = new Evaluation(modules, true);
  try {
    callFunction(
      evaluation,
      factory,
      { ...noArguments, args },
      { isSymbolic: factory.node.args.args.length > args.length },
    );
  } catch (error) {
    if (!(error instanceof TooManySteps) && !(error instanceof RangeError)) throw error;
  }
  return evaluation;
}
