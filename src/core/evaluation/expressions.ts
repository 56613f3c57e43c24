import type { Comprehension, ConstantValue, Expression } from "../python/ast/nodes";
import { evaluateArguments } from "./arguments";
import { assign } from "./assign";
import { attributeOf } from "./attributes";
import { callValue, term } from "./calls";
import { grow, subscriptOf } from "./collections";
import { type Evaluation, noArguments, placeOf } from "./evaluator";
import { createLambda } from "./functions";
import { itemsOf, iteratedInAll } from "./iteration";
import { lookUp } from "./names";
import { isTrue, joined, negated, operate } from "./operators";
import { bindingScope, innerScope, type Scope } from "./scope";
import { sliceOf } from "./slices";
import {
  choice,
  choiceWith,
  constant,
  type DictV,
  external,
  listOf,
  none,
  type Place,
  unknown,
  type Value,
} from "./value";

/** What an expression gives in a scope, as far as it can be known. */
export function evaluate(evaluation: Evaluation, node: Expression, scope: Scope): Value {
  evaluation.step();
  const value = evaluated(evaluation, node, scope);
  evaluation.onValue?.(node, value);
  return value;
}

function evaluated(evaluation: Evaluation, node: Expression, scope: Scope): Value {
  const of = (part: Expression): Value => evaluate(evaluation, part, scope);
  switch (node.nodeType) {
    case "Constant":
      return isText(node.value)
        ? { ...constant(node.value), written: placeOf(node, scope) }
        : constant(node.value);
    case "Name":
      return lookUp(evaluation, node.id, scope);
    case "Attribute":
      return attributeOf(evaluation, of(node.value), node.attr, scope);
    case "Call": {
      const func = of(node.func);
      const given = evaluateArguments(evaluation, node.args, node.keywords, scope);
      return callValue(evaluation, func, given, { place: placeOf(node, scope), node, scope });
    }
    case "Subscript": {
      if (node.slice.nodeType === "Slice") {
        const { lower, upper, step } = node.slice;
        return sliceOf(of(node.value), lower && of(lower), upper && of(upper), step && of(step));
      }
      const [value, slice] = [of(node.value), of(node.slice)];
      noteEnvironment(evaluation, value, slice, placeOf(node, scope));
      return subscriptOf(value, slice);
    }
    case "JoinedStr":
      return joined(
        node.values.map((part) => (part.nodeType === "FormattedValue" ? of(part.value) : of(part))),
      );
    case "FormattedValue":
      return of(node.value);
    case "List":
    case "Tuple":
    case "Set": {
      const type = node.nodeType === "List" ? "list" : node.nodeType === "Tuple" ? "tuple" : "set";
      return itemsOf(node.elts, type, of);
    }
    case "Dict":
      return dictOf(node.keys, node.values, of);
    case "BinOp":
      return operate(node.op, of(node.left), of(node.right));
    case "BoolOp":
      return boolean(evaluation, node.op, node.values, scope);
    case "Compare":
      return compared(node.ops, [node.left, ...node.comparators].map(of));
    case "UnaryOp":
      return node.op === "Not" ? negated(of(node.operand)) : operate(node.op, of(node.operand));
    case "IfExp": {
      const given = of(node.test);
      const test = isTrue(given);
      if (test === true) return of(node.body);
      if (test === false) return of(node.orelse);
      const [body, orelse] = [of(node.body), of(node.orelse)];
      const isAssumed = given.kind === "constant" && typeof given.value === "boolean";
      if (isAssumed) return choiceWith([body, orelse], given.value ? body : orelse);
      // A variable of the environment is taken to be unset.
      const isUnset = given.kind === "unknown" && given.unset !== undefined;
      return choiceWith([body, orelse], isUnset ? orelse : undefined);
    }
    case "Lambda":
      return createLambda(evaluation, node, scope);
    case "NamedExpr": {
      const value = of(node.value);
      assign(evaluation, node.target, value, bindingScope(scope));
      return value;
    }
    case "Await":
      return of(node.value);
    case "Starred":
      return of(node.value);
    case "ListComp":
    case "SetComp":
    case "GeneratorExp": {
      const made = listOf([], node.nodeType === "SetComp" ? "set" : "list");
      const isKnown = comprehend(evaluation, node.generators, scope, (inner) => {
        made.items.push(evaluate(evaluation, node.elt, inner));
        grow(made, evaluation.within);
      });
      made.open = !isKnown;
      return made;
    }
    case "DictComp": {
      const found: DictV = { kind: "dict", entries: [], open: false };
      found.open = !comprehend(evaluation, node.generators, scope, (inner) => {
        const key = evaluate(evaluation, node.key, inner);
        found.entries.push({ key, value: evaluate(evaluation, node.value, inner) });
        grow(found, evaluation.within);
      });
      return found;
    }
    case "Yield":
      return node.value === null ? none : of(node.value);
    case "YieldFrom":
      return of(node.value);
    case "Slice":
    case "Interpolation":
    case "TemplateStr":
      return unknown(`a ${node.nodeType}`);
  }
}

/** Whether a literal is one of text or bytes. */
function isText(value: ConstantValue): boolean {
  return (
    typeof value === "string" || (typeof value === "object" && value !== null && "bytes" in value)
  );
}

/** `os.environ[name]` reads a setting, as a call of `os.getenv` does. */
function noteEnvironment(evaluation: Evaluation, value: Value, name: Value, place: Place): void {
  if (value.kind !== "external" || value.name !== "os.environ") return;
  const func = external("os.environ.__getitem__");
  evaluation.note(term(func, { ...noArguments, args: [name] }, { place, node: undefined }));
}

function dictOf(
  keys: readonly (Expression | null)[],
  values: readonly Expression[],
  of: (part: Expression) => Value,
): Value {
  const found: DictV = { kind: "dict", entries: [], open: false };
  for (const [index, node] of values.entries()) {
    const key = keys[index];
    const value = of(node);
    if (key !== null && key !== undefined) found.entries.push({ key: of(key), value });
    else if (value.kind === "dict") {
      found.entries.push(...value.entries);
      found.open ||= value.open;
    } else found.open = true;
  }
  return found;
}

/** `a or b`, `a and b`: what decides it, and what it can be where nothing does. */
function boolean(
  evaluation: Evaluation,
  op: "And" | "Or",
  nodes: readonly Expression[],
  scope: Scope,
): Value {
  const possible: Value[] = [];
  for (const [index, node] of nodes.entries()) {
    const given = evaluate(evaluation, node, scope);
    const value = op === "Or" && possible.length > 0 ? asFallback(given) : given;
    const truth = isTrue(value);
    const isLast = index === nodes.length - 1;
    if (isLast || truth === (op === "Or")) {
      possible.push(value);
      const unreached = evaluation.onValue === undefined ? [] : nodes.slice(index + 1);
      for (const one of unreached) evaluation.silently(() => evaluate(evaluation, one, scope));
      break;
    }
    if (truth === undefined) possible.push(value);
  }
  return choice(possible);
}

function asFallback(value: Value): Value {
  return value.kind === "constant" && value.written !== undefined
    ? { ...value, isFallback: true }
    : value;
}

function compared(ops: readonly string[], operands: readonly Value[]): Value {
  let result: Value = constant(true);
  for (const [index, op] of ops.entries()) {
    const [left, right] = [operands[index], operands[index + 1]];
    if (left === undefined || right === undefined) break;
    result = operate(op, left, right);
    if (isTrue(result) === false) break;
  }
  return result;
}

/** Runs a comprehension's loops. Says whether all of its items are known. */
function comprehend(
  evaluation: Evaluation,
  generators: readonly Comprehension[],
  scope: Scope,
  each: (inner: Scope) => void,
): boolean {
  const [first, ...rest] = generators;
  const inner = innerScope(scope, "comprehension", "<listcomp>");
  if (first === undefined) {
    each(scope);
    return true;
  }
  const over = evaluate(evaluation, first.iter, scope);
  const { items, isKnown } = iteratedInAll(over);
  let isWhole = isKnown && over.kind !== "choice";
  const runItem = (item: Value): void => {
    assign(evaluation, first.target, item, inner);
    const tests = first.ifs.map((test) => isTrue(evaluate(evaluation, test, inner)));
    if (tests.includes(false)) return;
    if (tests.includes(undefined)) isWhole = false;
    if (!comprehend(evaluation, rest, inner, each)) isWhole = false;
  };
  const place = placeOf(first.iter, scope);
  const inLoop = (item: Value): void =>
    evaluation.inside({ kind: "loop", place, assumed: [], over }, () => runItem(item));
  for (const item of items) {
    if (isKnown) runItem(item);
    else inLoop(item);
  }
  // What is empty at the start may be filled by the time that a function runs.
  if (items.length === 0 && !evaluation.follows) {
    inLoop(unknown("an item"));
    isWhole = false;
  }
  return isWhole;
}
