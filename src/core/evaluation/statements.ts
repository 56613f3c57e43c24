import type {
  AnnAssign,
  AsyncFor,
  AugAssign,
  Expression,
  For,
  If,
  Match,
  Statement,
  Try,
  TryStar,
} from "../python/ast/nodes";
import { isTypeChecking } from "../python/facts/bindings";
import { assign, bind } from "./assign";
import { attributeOf } from "./attributes";
import { callFunction, decorate } from "./calls";
import { grow } from "./collections";
import { createClass } from "./createClass";
import { type Evaluation, noArguments, placeOf } from "./evaluator";
import { evaluate } from "./expressions";
import { createFunction } from "./functions";
import { runImport, runImportFrom } from "./imports";
import { extend, iteratedInAll } from "./iteration";
import { markBinding } from "./library/decorators";
import { lookUp } from "./names";
import { isTrue, operate } from "./operators";
import type { Scope } from "./scope";
import { resultType } from "./types";
import {
  assumptionsOf,
  type ClassV,
  choice,
  choiceWith,
  external,
  type FunctionV,
  type ImportV,
  none,
  unknown,
  type Value,
} from "./value";

/** Where control goes after a statement. */
type Flow = "next" | "leave" | "break" | "continue";

/** One run of a function's body, or of a module or class. */
interface Frame {
  readonly evaluation: Evaluation;
  readonly scope: Scope;
  /** The class whose body this is. */
  readonly owner: ClassV | undefined;
  readonly returned: Value[];
}

/**
 * Runs statements in a scope. Where it is not known which way a branch goes, both ways are run.
 * @param owner the class whose body they are, or the function
 * @returns what they may return, or yield
 */
export function run(
  evaluation: Evaluation,
  body: readonly Statement[],
  scope: Scope,
  owner?: ClassV | FunctionV,
): readonly Value[] {
  const frame: Frame = {
    evaluation,
    scope,
    owner: owner?.kind === "class" ? owner : undefined,
    returned: [],
  };
  const flow = runBody(frame, body);
  // A function that can reach its end returns `None` too, which only matters beside nothing else.
  if (flow === "next" && frame.returned.length === 0) return [];
  return frame.returned;
}

function runBody(frame: Frame, body: readonly Statement[]): Flow {
  for (const [index, statement] of body.entries()) {
    frame.evaluation.step();
    const flow = runStatement(frame, statement);
    if (flow === "next") continue;
    runUnreached(frame, body.slice(index + 1));
    return flow;
  }
  return "next";
}

/**
 * Runs what is never reached: what is written there means something to the reader of a function all the same, but
 * nothing comes of it.
 */
function runUnreached(frame: Frame, body: readonly Statement[]): void {
  if (frame.evaluation.follows || body.length === 0) return;
  const { names } = frame.scope;
  const before = new Map(names);
  runBody({ ...frame, returned: [] }, body);
  restore(names, before);
}

function runStatement(frame: Frame, statement: Statement): Flow {
  const { evaluation, scope } = frame;
  const of = (node: Expression): Value => evaluate(evaluation, node, scope);
  switch (statement.nodeType) {
    case "Expr":
      if (statement.value.nodeType === "Yield" || statement.value.nodeType === "YieldFrom") {
        frame.returned.push(of(statement.value));
      } else of(statement.value);
      return "next";
    case "Assign": {
      const value = of(statement.value);
      for (const target of statement.targets) assign(evaluation, target, value, scope);
      return "next";
    }
    case "AnnAssign":
      annotate(frame, statement);
      return "next";
    case "AugAssign":
      augment(frame, statement);
      return "next";
    case "FunctionDef":
    case "AsyncFunctionDef": {
      const made = createFunction(evaluation, statement, scope, frame.owner);
      bind(statement.name, decorated(frame, made, statement.decorator_list), scope);
      return "next";
    }
    case "ClassDef": {
      const made = createClass(evaluation, statement, scope);
      bind(statement.name, decorated(frame, made, statement.decorator_list), scope);
      return "next";
    }
    case "Import":
      runImport(evaluation, statement, scope);
      return "next";
    case "ImportFrom":
      runImportFrom(evaluation, statement, scope);
      return "next";
    case "Return":
      frame.returned.push(statement.value === null ? none : of(statement.value));
      return "leave";
    case "Raise":
      if (statement.exc !== null) of(statement.exc);
      return "leave";
    case "If":
      return runIf(frame, statement);
    case "For":
    case "AsyncFor":
      return runFor(frame, statement);
    case "While": {
      of(statement.test);
      const flow = inBlock(frame, "loop", statement, [], () => runBody(frame, statement.body));
      return flow === "leave" && isTrue(of(statement.test)) === true ? "leave" : "next";
    }
    case "With":
    case "AsyncWith":
      for (const { context_expr, optional_vars } of statement.items) {
        const entered = enter(frame, of(context_expr));
        if (optional_vars !== null) assign(evaluation, optional_vars, entered, scope);
      }
      return runBody(frame, statement.body);
    case "Try":
    case "TryStar":
      return runTry(frame, statement);
    case "Match":
      return runMatch(frame, statement);
    case "Global":
      for (const name of statement.names) scope.outer.set(name, "global");
      return "next";
    case "Nonlocal":
      for (const name of statement.names) scope.outer.set(name, "nonlocal");
      return "next";
    case "Delete":
      for (const target of statement.targets) {
        if (target.nodeType === "Name") scope.names.delete(target.id);
      }
      return "next";
    case "TypeAlias":
      bind(statement.name.id, of(statement.value), scope);
      return "next";
    case "Assert":
      of(statement.test);
      return "next";
    case "Break":
      return "break";
    case "Continue":
      return "continue";
    case "Pass":
      return "next";
  }
}

/** Applies decorators, the nearest first. */
function decorated(
  frame: Frame,
  made: FunctionV | ClassV,
  decorators: readonly Expression[],
): Value {
  const { evaluation, scope } = frame;
  const values = decorators.map((node) => evaluate(evaluation, node, scope));
  made.decorators = values;
  let result: Value = made;
  for (const value of values.toReversed()) {
    if (result.kind !== "function" && result.kind !== "class") break;
    if (result.kind === "function" && markBinding(result, value)) continue;
    result = decorate(evaluation, value, result, scope);
  }
  return result;
}

function annotate({ evaluation, scope, owner }: Frame, statement: AnnAssign): void {
  const { target, annotation, value } = statement;
  if (owner !== undefined && target.nodeType === "Name") {
    owner.annotations.set(target.id, annotation);
  }
  if (value !== null) {
    assign(evaluation, target, evaluate(evaluation, value, scope), scope);
  } else if (owner === undefined && target.nodeType === "Name") {
    // `x: int` binds nothing, but says what `x` will be.
    if (!scope.names.has(target.id)) bind(target.id, unknown(target.id), scope);
  }
}

function augment({ evaluation, scope }: Frame, statement: AugAssign): void {
  const { target, op } = statement;
  const before = evaluate(evaluation, asLoaded(target), scope);
  const value = evaluate(evaluation, statement.value, scope);
  if (before.kind === "list" && op === "Add") {
    // Others may hold the list, too.
    grow(before, evaluation.within);
    extend(before, value);
    return;
  }
  assign(evaluation, target, operate(op, before, value), scope);
}

function asLoaded(target: Expression): Expression {
  return "ctx" in target ? { ...target, ctx: "Load" } : target;
}

function runIf(frame: Frame, statement: If): Flow {
  const { evaluation, scope } = frame;
  const test = evaluate(evaluation, statement.test, scope);
  const truth = isTrue(test);
  if (isTypeChecking(statement.test)) return runTypeChecking(frame, statement);
  if (truth !== undefined) {
    runUnreached(frame, truth ? statement.orelse : statement.body);
    return runBody(frame, truth ? statement.body : statement.orelse);
  }
  return bothWays(frame, statement, assumptionsOf(test), [statement.body, statement.orelse]);
}

/** `if TYPE_CHECKING:` does not run, but its names say what annotations mean, where nothing else binds them. */
function runTypeChecking(frame: Frame, statement: If): Flow {
  const { names } = frame.scope;
  const before = new Map(names);
  frame.evaluation.silently(() => runBody({ ...frame, returned: [] }, statement.body));
  const forTypes = new Map(names);
  restore(names, before);
  const flow = runBody(frame, statement.orelse);
  for (const [name, value] of forTypes) if (!names.has(name)) names.set(name, value);
  return flow;
}

/** Runs each of several ways from the same start, and goes on with what the names are in any of them. */
function bothWays(
  frame: Frame,
  node: Statement,
  assumed: ReturnType<typeof assumptionsOf>,
  ways: readonly (readonly Statement[])[],
): Flow {
  const { names } = frame.scope;
  // Keeping the names of each way takes longer the more there are.
  frame.evaluation.step((names.size * ways.length) >> 2);
  const before = new Map(names);
  const results: { flow: Flow; names: Map<string, Value | ImportV> }[] = [];
  for (const way of ways) {
    restore(names, before);
    const flow = inBlock(frame, "branch", node, assumed, () => runBody(frame, way));
    results.push({ flow, names: new Map(names) });
  }
  const going = results.filter(({ flow }) => flow === "next");
  restore(names, before);
  for (const { names: after } of going.length > 0 ? going : results) {
    for (const [name, value] of after) {
      const others = going.map((one) => one.names.get(name)).filter((one) => one !== undefined);
      names.set(name, merged(others.length > 0 ? others : [value]));
    }
  }
  if (going.length > 0) return "next";
  return results.every(({ flow }) => flow === "leave") ? "leave" : "next";
}

function restore(
  names: Map<string, Value | ImportV>,
  to: ReadonlyMap<string, Value | ImportV>,
): void {
  names.clear();
  for (const [name, value] of to) names.set(name, value);
}

/** An import beside something else counts: the other is for when it cannot be had. */
function merged(values: readonly (Value | ImportV)[]): Value | ImportV {
  const [first] = values;
  if (values.every((value) => value === first) && first !== undefined) return first;
  const imported = values.find((value) => value.kind === "import");
  if (imported !== undefined) return imported;
  return choice(values.filter((value) => value.kind !== "import"));
}

function runFor(frame: Frame, statement: For | AsyncFor): Flow {
  const { evaluation, scope } = frame;
  const over = evaluate(evaluation, statement.iter, scope);
  const { items, isKnown } = iteratedInAll(over);
  const place = placeOf(statement, scope);
  if (items.length === 0 && !evaluation.follows) {
    // What is empty at the start may be filled by the time that a function runs.
    assign(evaluation, statement.target, unknown("an item"), scope);
    evaluation.inside({ kind: "loop", place, assumed: [], over }, () =>
      runUnreached(frame, statement.body),
    );
  }
  for (const item of items) {
    assign(evaluation, statement.target, item, scope);
    const flow = isKnown
      ? runBody(frame, statement.body)
      : evaluation.inside({ kind: "loop", place, assumed: [], over }, () =>
          runBody(frame, statement.body),
        );
    if (flow === "leave" && isKnown) return flow;
    if (flow === "break") return "next";
  }
  return runBody(frame, statement.orelse);
}

function runTry(frame: Frame, statement: Try | TryStar): Flow {
  const { names } = frame.scope;
  const flow = inBlock(frame, "try", statement, [], () => runBody(frame, statement.body));
  const after = new Map(names);
  for (const handler of statement.handlers) {
    // What a handler binds counts only where the body did not: it is the way out.
    const handled = inBlock(frame, "handler", statement, [], () => runBody(frame, handler.body));
    const made = new Map(names);
    restore(names, after);
    if (handled === "leave") continue;
    for (const [name, value] of made) {
      const before = names.get(name);
      if (before === undefined) names.set(name, value);
      else if (before !== value) names.set(name, insteadOf(frame, name, before, value));
    }
  }
  const rest = flow === "next" ? runBody(frame, statement.orelse) : flow;
  const last = runBody(frame, statement.finalbody);
  return last === "next" ? rest : last;
}

/** A project's own module in place of a library that may not be there: either. */
function insteadOf(
  { evaluation, scope }: Frame,
  name: string,
  value: Value | ImportV,
  other: Value | ImportV,
): Value | ImportV {
  if (value.kind !== "import" && other.kind !== "import") {
    return isStandIn(other, value, scope) ? choiceWith([value, other], other) : value;
  }
  if (value.kind !== "import" || other.kind !== "import") return value;
  const { modules } = evaluation;
  if (modules.resolve(value.module, scope.path) !== undefined) return value;
  if (modules.resolve(other.module, scope.path) === undefined) return value;
  scope.names.set(name, other);
  const own = lookUp(evaluation, name, scope);
  return choiceWith([external(`${value.module}.${value.attribute}`), own], own);
}

/**
 * Whether something of the project's own is given for something of a library's, as with `importlib.import_module`. What
 * is defined in place only helps out older versions.
 */
function isStandIn(other: Value, value: Value, scope: Scope): boolean {
  if (value.kind !== "external" || (other.kind !== "class" && other.kind !== "module"))
    return false;
  return other.path !== scope.path;
}

function runMatch(frame: Frame, statement: Match): Flow {
  const { evaluation, scope } = frame;
  const subject = evaluate(evaluation, statement.subject, scope);
  const possible: (readonly Statement[])[] = [];
  for (const { pattern, guard, body } of statement.cases) {
    let truth: boolean | undefined;
    if (pattern.nodeType === "MatchValue") {
      truth = isTrue(operate("Eq", subject, evaluate(evaluation, pattern.value, scope)));
    } else if (pattern.nodeType === "MatchAs" && pattern.pattern === null) {
      if (pattern.name !== null) bind(pattern.name, subject, scope);
      truth = guard === null ? true : undefined;
    }
    if (truth === false) continue;
    possible.push(body);
    if (truth === true) break;
  }
  const [only] = possible;
  if (only !== undefined && possible.length === 1) return runBody(frame, only);
  return bothWays(frame, statement, assumptionsOf(subject), possible);
}

/** What `with value as x` gives `x`. */
function enter({ evaluation, scope }: Frame, value: Value): Value {
  for (const name of ["__aenter__", "__enter__"]) {
    const method = attributeOf(evaluation, value, name, scope);
    if (method.kind !== "bound") continue;
    const { function: func, self } = method;
    if (!evaluation.follows) return resultType(evaluation, func, self) ?? value;
    const entered = callFunction(evaluation, func, { ...noArguments, args: [self] });
    return entered.kind === "unknown" ? value : entered;
  }
  return value;
}

function inBlock<T>(
  { evaluation, scope }: Frame,
  kind: "branch" | "loop" | "try" | "handler",
  node: Statement,
  assumed: ReturnType<typeof assumptionsOf>,
  runIt: () => T,
): T {
  return evaluation.inside({ kind, place: placeOf(node, scope), assumed }, runIt);
}
