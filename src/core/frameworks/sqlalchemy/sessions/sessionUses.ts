import { type FunctionV, optionsOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import { valuesIn } from "../../callGraph";
import { type SessionMethod, sessionMethod } from "./sessionMethods";
import { argumentFor, isParameter, pathOf, type SessionPath, told } from "./sessionPaths";

/** A method of a session that a function leads to. */
export interface SessionUse {
  readonly path: SessionPath;
  readonly method: Pick<SessionMethod, "name" | "colour" | "isCoroutine">;
  /** Whether it waits for its turn before. */
  readonly isGuarded: boolean;
}

/** How many functions within each other are looked into. */
const deepest = 5;

/** Functions that are being looked through, which may call themselves. */
const looking = new Set<object>();

/**
 * What a function and those that it calls do with the sessions that it is given: by a parameter, by `self`, or by a
 * function around it.
 */
export function usesOfFunction(func: FunctionV, code: CodeBase): readonly SessionUse[] {
  if (looking.has(func.node) || looking.size >= deepest) return [];
  looking.add(func.node);
  try {
    return code.remember("uses of sessions", func, (current) => {
      const uses = (code.functionRun(current)?.effects ?? []).flatMap(
        ({ call: { node, place } }) =>
          node === undefined || place.path !== current.path ? [] : usesNamed(node, current, code),
      );
      const isGuarded = hasLock(current);
      const given = uses.filter(({ path: [root = ""] }) => isGiven(root, current));
      const distinct = new Map(given.map((use) => [`${keyOf(use)} ${use.method.name}`, use]));
      return [...distinct.values()].map((use) => (isGuarded ? { ...use, isGuarded } : use));
    });
  } finally {
    looking.delete(func.node);
  }
}

/** What a call in a function does with sessions, each by what tells it from others there. */
export function usesOfCall(node: Call, func: FunctionV, code: CodeBase): readonly SessionUse[] {
  return usesNamed(node, func, code).map((use) => ({ ...use, path: told(use.path, func, code) }));
}

/** The path of a session's use as a text. */
export function keyOf({ path }: Pick<SessionUse, "path">): string {
  return path.join(".");
}

/** What a call does with sessions, as its function names them. */
function usesNamed(node: Call, func: FunctionV, code: CodeBase): readonly SessionUse[] {
  const called = calledBy(node, func, code);
  const [first] = called;
  const method = first && sessionMethod({ func: first });
  if (method !== undefined) {
    const path =
      node.func.nodeType === "Attribute" ? pathOf(node.func.value, func, code) : undefined;
    return path === undefined ? [] : [{ path, method, isGuarded: false }];
  }
  return called.flatMap(optionsOf).flatMap((one) => usesByFunction(one, node, func, code));
}

/** What a call calls; where it only stands for one that a library makes, what its function is. */
function calledBy(node: Call, func: FunctionV, code: CodeBase): readonly Value[] {
  const values = fileCalls(code, func.path).get(node);
  if (values !== undefined) return values.map((one) => one.func);
  const given = valuesIn(func, code).get(node.func);
  return given === undefined ? [] : [given];
}

function usesByFunction(
  called: Value,
  node: Call,
  func: FunctionV,
  code: CodeBase,
): readonly SessionUse[] {
  const wrapped = wrappedIn(called);
  // What the object puts before them is not known: only what is given by name is.
  if (wrapped !== undefined) return usesByFunction(wrapped, { ...node, args: [] }, func, code);
  const inner = called.kind === "bound" ? called.function : called;
  if (inner.kind !== "function") return [];
  const isMethod = called.kind === "bound";
  return usesOfFunction(inner, code).flatMap((use): readonly SessionUse[] => {
    const path = pathInCaller(use.path, inner, isMethod, node, func, code);
    return path === undefined ? [] : [{ ...use, path }];
  });
}

/** How the caller of a function names a session that the function is given. */
function pathInCaller(
  path: SessionPath,
  inner: FunctionV,
  isMethod: boolean,
  node: Call,
  func: FunctionV,
  code: CodeBase,
): SessionPath | undefined {
  const [root = "", ...rest] = path;
  const { posonlyargs, args } = inner.node.args;
  if (isMethod && root === [...posonlyargs, ...args][0]?.arg) {
    return node.func.nodeType === "Attribute"
      ? pathOf(node.func.value, func, code, rest)
      : undefined;
  }
  const argument = argumentFor(root, inner, node, isMethod);
  if (argument !== undefined) return pathOf(argument, func, code, rest);
  // A function within this one sees its names.
  return isWithin(inner, func) && !isParameter(root, inner) ? path : undefined;
}

/** The function that a decorator made an object of, which calls it. */
function wrappedIn(called: Value): FunctionV | undefined {
  const object = called.kind === "bound" ? called.self : called;
  if (object.kind !== "instance") return undefined;
  const isCalled = called.kind !== "bound" || called.function.name === "__call__";
  const [first, ...others] = object.call.args;
  return isCalled && others.length === 0 && first?.kind === "function" ? first : undefined;
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
