import { memberOf } from "../../../evaluation/classes";
import { type ClassV, type FunctionV, optionsOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import { runOf, valuesIn } from "../../callGraph";
import { sessionMethod } from "./sessionMethods";

/**
 * How a function names a session, from a name of its own on: `["db"]`, `["self", "session"]`. What an object's `__init__`
 * was given begins with `__init__`: `["__init__", "session"]` is the session of every holder that was made with it.
 */
export type SessionPath = readonly string[];

/** How many functions within each other are looked into. */
const deepest = 5;

/** Functions that are being looked through, which may call themselves. */
const looking = new Set<object>();

/**
 * The async sessions by which a function sends something, of those that it is given: by a parameter, by `self`, or by a
 * function around it. What it does under a lock is left out.
 */
export function sessionsUsed(func: FunctionV, code: CodeBase): readonly SessionPath[] {
  if (looking.has(func.node) || looking.size >= deepest) return [];
  looking.add(func.node);
  try {
    return code.remember("sessions used", func, (current) => {
      if (hasLock(current)) return [];
      const paths = (runOf(current, code)?.effects ?? []).flatMap(({ call: { node, place } }) =>
        node === undefined || place.path !== current.path
          ? []
          : sessionsOfCall(node, current, code),
      );
      const given = paths.filter(([root = ""]) => isGiven(root, current));
      return [...new Map(given.map((path) => [path.join("."), path])).values()];
    });
  } finally {
    looking.delete(func.node);
  }
}

/** The sessions by which a call in a function sends something, by what tells them from others there. */
export function sessionsOf(node: Call, func: FunctionV, code: CodeBase): readonly SessionPath[] {
  const { owner } = func;
  return sessionsOfCall(node, func, code).map((path) =>
    path[0] === "self" && owner !== undefined ? ofObject(path, owner, code) : path,
  );
}

/** The same, as the function names them. */
function sessionsOfCall(node: Call, func: FunctionV, code: CodeBase): readonly SessionPath[] {
  const called = calledBy(node, func, code);
  const [first] = called;
  const method = first && sessionMethod({ func: first });
  if (method !== undefined) {
    const own =
      node.func.nodeType === "Attribute" ? pathOf(node.func.value, func, code) : undefined;
    return method.isCoroutine && own !== undefined ? [own] : [];
  }
  return called.flatMap(optionsOf).flatMap((one) => sessionsOfFunction(one, node, func, code));
}

/** What a call calls; where it only stands for one that a library makes, what its function is. */
function calledBy(node: Call, func: FunctionV, code: CodeBase): readonly Value[] {
  const values = fileCalls(code, func.path).get(node);
  if (values !== undefined) return values.map((one) => one.func);
  const given = valuesIn(func, code).get(node.func);
  return given === undefined ? [] : [given];
}

function sessionsOfFunction(
  called: Value,
  node: Call,
  func: FunctionV,
  code: CodeBase,
): readonly SessionPath[] {
  const wrapped = wrappedIn(called);
  if (wrapped !== undefined) {
    // What the object puts before them is not known: only what is given by name is.
    const named = { ...node, args: [] };
    return sessionsOfFunction(wrapped, named, func, code);
  }
  const inner = called.kind === "bound" ? called.function : called;
  if (inner.kind !== "function") return [];
  return sessionsUsed(inner, code).flatMap((path): readonly SessionPath[] => {
    const [root = "", ...rest] = path;
    const { posonlyargs, args } = inner.node.args;
    const self = called.kind === "bound" ? [...posonlyargs, ...args][0]?.arg : undefined;
    if (root === self) {
      const receiver = node.func.nodeType === "Attribute" ? node.func.value : undefined;
      const found = receiver && pathOf(receiver, func, code, rest);
      return found === undefined ? [] : [found];
    }
    const argument = argumentFor(root, inner, node, called.kind === "bound");
    if (argument !== undefined) {
      const found = pathOf(argument, func, code, rest);
      return found === undefined ? [] : [found];
    }
    // A function within this one sees its names.
    return isWithin(inner, func) && !isParameter(root, inner) ? [path] : [];
  });
}

/** The function that a decorator made an object of, which calls it. */
function wrappedIn(called: Value): FunctionV | undefined {
  const object = called.kind === "bound" ? called.self : called;
  if (object.kind !== "instance") return undefined;
  const isCalled = called.kind !== "bound" || called.function.name === "__call__";
  const [first, ...others] = object.call.args;
  return isCalled && others.length === 0 && first?.kind === "function" ? first : undefined;
}

/** How a function names what an expression and some attributes of it give; `undefined` where that is made on the way. */
function pathOf(
  node: Expression,
  func: FunctionV,
  code: CodeBase,
  rest: SessionPath = [],
): SessionPath | undefined {
  if (node.nodeType === "Call") return pathOfMade(node, func, code, rest);
  const name = dottedName(node);
  const [root] = name ?? [];
  if (name === undefined || root === undefined) return undefined;
  const path = [...name, ...rest];
  if (func.node.nodeType === "Lambda") return path;
  const made = boundTo(root, func.node.body);
  if (made?.nodeType === "Name" && made.id !== root) {
    return pathOf(made, func, code, path.slice(1));
  }
  if (made?.nodeType === "Call") {
    const found = pathOfMade(made, func, code, path.slice(1));
    if (found !== undefined) return found;
  }
  return path;
}

/** `Repository(db)`: its `session` is `db`. */
function pathOfMade(
  node: Call,
  func: FunctionV,
  code: CodeBase,
  path: SessionPath,
): SessionPath | undefined {
  const [value] = fileCalls(code, func.path).get(node) ?? [];
  const [attribute] = path;
  if (value?.func.kind !== "class" || attribute === undefined) return undefined;
  const held = heldFrom(value.func, path, code);
  const [, parameter, ...rest] = held;
  const initializer = initializerOf(value.func);
  if (held[0] !== "__init__" || parameter === undefined || initializer === undefined)
    return undefined;
  const argument = argumentFor(parameter, initializer, node, true);
  return argument && pathOf(argument, func, code, rest);
}

/** `self.users.session` is what the object was made with, where `__init__` says so. */
function ofObject(path: SessionPath, of: ClassV, code: CodeBase): SessionPath {
  const held = heldFrom(of, path.slice(1), code);
  return held[0] === "__init__" ? held : path;
}

function heldFrom(of: ClassV, path: SessionPath, code: CodeBase): SessionPath {
  const [attribute, ...rest] = path;
  const initializer = initializerOf(of);
  if (initializer === undefined || initializer.node.nodeType === "Lambda") return path;
  const value = ownStatements(initializer.node.body).flatMap((one) =>
    setsAttribute(one, attribute),
  )[0];
  if (value === undefined) return path;
  const found = pathOf(value, initializer, code, rest);
  const [root = ""] = found ?? [];
  if (found === undefined) return path;
  return isParameter(root, initializer) ? ["__init__", ...found] : found;
}

/** `self.attribute = value` */
function setsAttribute(statement: Statement, attribute: string | undefined): readonly Expression[] {
  const targets =
    statement.nodeType === "Assign"
      ? statement.targets
      : statement.nodeType === "AnnAssign"
        ? [statement.target]
        : [];
  const isSet = targets.some(
    (one) =>
      one.nodeType === "Attribute" &&
      one.attr === attribute &&
      one.value.nodeType === "Name" &&
      one.value.id === "self",
  );
  const isAssigned = statement.nodeType === "Assign" || statement.nodeType === "AnnAssign";
  return isSet && isAssigned && statement.value !== null ? [statement.value] : [];
}

function initializerOf(of: ClassV): FunctionV | undefined {
  const found = memberOf(of, "__init__")?.value;
  return found?.kind === "function" ? found : undefined;
}

/** The value of a name that is bound once, by an assignment. */
function boundTo(name: string, body: readonly Statement[]): Expression | undefined {
  const values = ownStatements(body).flatMap((one): readonly Expression[] => {
    if (one.nodeType !== "Assign" && one.nodeType !== "AnnAssign") return [];
    const targets = one.nodeType === "Assign" ? one.targets : [one.target];
    const isBound = targets.some((target) => target.nodeType === "Name" && target.id === name);
    return isBound && one.value !== null ? [one.value] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/** The argument of a call for a parameter. */
function argumentFor(
  parameter: string,
  { node: { args } }: FunctionV,
  call: Call,
  takesSelf: boolean,
): Expression | undefined {
  const keyword = call.keywords.find(({ arg }) => arg === parameter);
  if (keyword !== undefined) return keyword.value;
  const positional = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const index = positional.indexOf(parameter) - (takesSelf ? 1 : 0);
  const isPlain = call.args.slice(0, index + 1).every(({ nodeType }) => nodeType !== "Starred");
  return index >= 0 && isPlain ? call.args[index] : undefined;
}

function isParameter(name: string, { node: { args } }: FunctionV): boolean {
  return [...args.posonlyargs, ...args.args, ...args.kwonlyargs].some(({ arg }) => arg === name);
}

/** Whether a name comes from outside of a function: a parameter, what `__init__` was given, or a name of a function around. */
function isGiven(root: string, func: FunctionV): boolean {
  if (root === "__init__" || isParameter(root, func)) return true;
  return func.scope.kind === "function" && !isBound(root, func);
}

function isBound(name: string, { node }: FunctionV): boolean {
  let found = false;
  walk(node, (one) => {
    found ||= one.nodeType === "Name" && one.id === name && one.ctx === "Store";
    return !found;
  });
  return found;
}

function isWithin(inner: FunctionV, outer: FunctionV): boolean {
  return (
    inner.path === outer.path &&
    inner.node.line >= outer.node.line &&
    inner.node.endLine <= outer.node.endLine
  );
}

/** Whether a function waits for its turn. */
function hasLock({ node }: FunctionV): boolean {
  if (node.nodeType === "Lambda") return false;
  return ownStatements(node.body).some(
    (one) =>
      one.nodeType === "AsyncWith" &&
      one.items.some(({ context_expr }) =>
        /lock|mutex|sem(aphore)?$/i.test(dottedName(context_expr)?.at(-1) ?? ""),
      ),
  );
}
