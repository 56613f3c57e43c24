import { classOf } from "../../evaluation/attributes";
import { ancestors, memberOf } from "../../evaluation/classes";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  optionsOf,
  type Place,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Expression } from "../../python/ast/nodes";
import { functionsCalled } from "../callGraph";
import { type DatabaseCall, databaseCalls } from "./databaseCall";
import { mentions, namesMadeOf, rootOf, sends } from "./flow";

/** The functions between a call and a query that it leads to, nearest first, where each goes on, and the query. */
export interface QueryChain {
  readonly steps: readonly { readonly function: FunctionV; readonly place: Place }[];
  readonly query: DatabaseCall;
}

/** The calls of databases in a function, by the call. */
export function databaseCallsOf(func: FunctionV, code: CodeBase): ReadonlyMap<CallV, DatabaseCall> {
  return code.remember("calls of databases", func, (current) => {
    const run = code.functionRun(current);
    const calls = run === undefined ? [] : databaseCalls(run);
    return new Map(calls.map((one) => [one.call, named(one, current.name)]));
  });
}

const writing = /^_*(insert|update|upsert|delete|create|save|add|remove|set|store|write)(_|$)/;

/** A call whose statement is put together elsewhere writes where the function that it stands in is named so. */
function named(call: DatabaseCall, name: string): DatabaseCall {
  return call.isKnown || !writing.test(name) ? call : { ...call, kind: "write" };
}

/**
 * The query that a call of the project's functions leads to with something in it that is made of what some names of the
 * caller hold: a read, else a write; `undefined` where there is none, or none is known.
 */
export function queryFedBy(
  call: CallV,
  names: ReadonlySet<string>,
  code: CodeBase,
  self?: ClassV,
): QueryChain | undefined {
  const chains = calledBy(call, self).flatMap((called) =>
    fedParameters(call, called, names).map((parameter) => chainFrom(called, parameter, code)),
  );
  return nearest(chains);
}

/** The first read that a call of the project's functions leads to whatever it is given, as far as no branch decides it. */
export function readReachedBy(call: CallV, code: CodeBase, self?: ClassV): QueryChain | undefined {
  return nearest(calledBy(call, self).map((called) => chainFrom(called, undefined, code)));
}

/** A function of the project that a call runs. */
interface Called {
  readonly function: FunctionV;
  /** The class of the object whose method it is, where that is known better than by the class that it stands in. */
  readonly self: ClassV | undefined;
  readonly takesSelf: boolean;
}

/**
 * The functions that a call runs.
 * @param self the class of the caller's own object: what a mixin calls on `self` can stand in another base of it
 */
function calledBy({ func }: CallV, self: ClassV | undefined): readonly Called[] {
  return optionsOf(func).flatMap((one) => {
    const own = self && calledOnSelf(one, self);
    const called = functionsCalled(own ?? one);
    if (called.some(isCached)) return [];
    return called.map((each) => ({
      function: each,
      self: own !== undefined ? self : one.kind === "bound" ? classOf(one.self) : undefined,
      takesSelf:
        own === undefined ? one.kind === "bound" || one.kind === "class" : own.binding !== "static",
    }));
  });
}

/** Whether a decorator keeps what a function gives: then it asks once for each key. */
function isCached({ decorators }: FunctionV): boolean {
  return decorators.some((decorator) => {
    const called = decorator.kind === "call" ? decorator.func : decorator;
    const name = called.kind === "function" ? called.name : externalName(called);
    return /cache|memo/i.test(name ?? "");
  });
}

/** The method that `self.name(…)` calls in a method of a class that objects of another one inherit from. */
function calledOnSelf(func: Value, self: ClassV): FunctionV | undefined {
  const [receiver, name] =
    func.kind === "bound"
      ? [func.self, func.function.name]
      : func.kind === "attribute"
        ? [func.value, func.attr]
        : [undefined, ""];
  const of = receiver?.kind === "some" ? classOf(receiver) : undefined;
  if (of === undefined || !ancestors(self).includes(of)) return undefined;
  const member = memberOf(self, name)?.value;
  return member?.kind === "function" ? member : undefined;
}

/** Functions and parameters that are being looked through; functions may call themselves. */
const looking = new Set<string>();
const deepest = 8;
/** Most functions on the way: what calls half of the project for each element does more than ask for it. */
const longest = 4;

/** @param parameter what has to be in the query; `undefined` for any that is always made */
function chainFrom(
  { function: func, self }: Called,
  parameter: string | undefined,
  code: CodeBase,
): QueryChain | undefined {
  const of = self === func.owner ? undefined : self;
  const question = `query with ${parameter ?? "anything"} of ${of?.module ?? ""} ${of?.qualname ?? ""}`;
  const key = `${question} ${func.path} ${func.qualname} ${func.node.line}`;
  if (looking.has(key) || looking.size > deepest) return undefined;
  looking.add(key);
  try {
    return code.remember(question, func, (current) => found(current, of, parameter, code));
  } finally {
    looking.delete(key);
  }
}

function found(
  func: FunctionV,
  self: ClassV | undefined,
  parameter: string | undefined,
  code: CodeBase,
): QueryChain | undefined {
  const calls = databaseCallsOf(func, code);
  const names = parameter === undefined ? undefined : namesMadeOf(func.node, new Set([parameter]));
  const chains: (QueryChain | undefined)[] = [];
  for (const { call, within } of code.functionRun(func)?.effects ?? []) {
    const { node } = call;
    if (node === undefined || within?.kind === "handler") continue;
    if (names === undefined && within !== undefined && within.kind !== "try") continue;
    const query = calls.get(call);
    if (query !== undefined) {
      if ((names === undefined || sends(node, names)) && !isRefresh(call))
        chains.push({ steps: [{ function: func, place: call.place }], query });
      continue;
    }
    const chain =
      names === undefined ? readReachedBy(call, code, self) : queryFedBy(call, names, code, self);
    if (chain !== undefined && chain.steps.length < longest)
      chains.push({ ...chain, steps: [{ function: func, place: call.place }, ...chain.steps] });
  }
  return nearest(chains);
}

/** `session.refresh(row)` comes with what was written. */
function isRefresh({ func }: CallV): boolean {
  return func.kind === "attribute" && func.attr === "refresh";
}

/** The shortest way to a read, else to a write. */
function nearest(chains: readonly (QueryChain | undefined)[]): QueryChain | undefined {
  const all = chains
    .filter((chain) => chain !== undefined)
    .toSorted((a, b) => a.steps.length - b.steps.length);
  return all.find(({ query }) => query.kind === "read") ?? all[0];
}

/** The parameters of a called function that are given something made of what some names hold. */
function fedParameters(
  { node }: CallV,
  { function: func, takesSelf }: Called,
  names: ReadonlySet<string>,
): readonly string[] {
  if (node === undefined) return [];
  const { posonlyargs, args, kwonlyargs, vararg, kwarg } = func.node.args;
  const positional = [...posonlyargs, ...args].map(({ arg }) => arg);
  const known = new Set([...positional, ...kwonlyargs.map(({ arg }) => arg)]);
  const fed = takesSelf && isFedReceiver(node.func, names) ? positional.slice(0, 1) : [];
  for (const [index, argument] of node.args.entries()) {
    const name = positional[index + (takesSelf ? 1 : 0)] ?? vararg?.arg;
    if (name !== undefined && mentions(argument, names)) fed.push(name);
  }
  for (const { arg, value } of node.keywords) {
    if (!mentions(value, names)) continue;
    if (arg === null) fed.push(...known);
    else if (known.has(arg)) fed.push(arg);
    else if (kwarg !== null) fed.push(kwarg.arg);
  }
  return fed;
}

/** Whether a method is called on what some names hold: what hangs on `self` is an object of its own. */
function isFedReceiver(func: Expression, names: ReadonlySet<string>): boolean {
  if (func.nodeType !== "Attribute") return false;
  const root = rootOf(func.value);
  if (root === undefined || !names.has(root)) return false;
  return func.value.nodeType === "Name" || (root !== "self" && root !== "cls");
}

/** Functions that are being looked through for any call of a database; they may call themselves. */
const asking = new Set<object>();

/** Whether a call of the project's functions leads to any call of a database, reading or writing. */
export function reachesDatabase({ func }: CallV, code: CodeBase): boolean {
  return optionsOf(func)
    .flatMap(functionsCalled)
    .some((called) => usesDatabase(called, code));
}

function usesDatabase(func: FunctionV, code: CodeBase): boolean {
  if (asking.has(func.node)) return false;
  asking.add(func.node);
  try {
    return code.remember("reaches a database", func, (current) => {
      if (databaseCallsOf(current, code).size > 0) return true;
      const effects = code.functionRun(current)?.effects ?? [];
      return effects.some(({ call }) => reachesDatabase(call, code));
    });
  } finally {
    asking.delete(func.node);
  }
}
