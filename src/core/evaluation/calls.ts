import type { Call } from "../python/ast/nodes";
import { bindParameters } from "./arguments";
import { foreignBase, forgetOrder, memberOf } from "./classes";
import { callDictMethod, callListMethod } from "./collections";
import { isEnum } from "./enums";
import { type Arguments, type Evaluation, placeOf } from "./evaluator";
import { evaluate } from "./expressions";
import { setFields } from "./fields";
import { callLibrary } from "./library/index";
import { callLibraryMethod, callLibraryObject } from "./library/objects";
import { callOwnDecorator, callOwnMethod } from "./library/routers";
import { substituted } from "./library/standard";
import { innerScope, type Scope } from "./scope";
import { run } from "./statements";
import { callTextMethod } from "./texts";
import { annotationOf, resultType } from "./types";
import {
  type CallV,
  type ClassV,
  choice,
  eachOption,
  external,
  externalName,
  type FunctionV,
  type InstanceV,
  none,
  type Place,
  textOf,
  unknown,
  type Value,
} from "./value";

/** Where a call stands. */
export interface CallSite {
  readonly place: Place;
  readonly node: Call | undefined;
  readonly scope: Scope;
}

/** `func(*args, **keywords)` */
export function callValue(
  evaluation: Evaluation,
  func: Value,
  given: Arguments,
  site: CallSite,
): Value {
  switch (func.kind) {
    case "class":
      return instantiate(evaluation, func, given, site);
    case "function":
      return evaluation.follows
        ? followed(evaluation, func, undefined, given)
        : resultOf(evaluation, func, undefined, given, site);
    case "bound": {
      return evaluation.follows
        ? followed(evaluation, func.function, func.self, given)
        : resultOf(evaluation, func.function, func, given, site);
    }
    case "choice":
      return eachOption(func, (option) => callValue(evaluation, option, given, site));
    case "unknown":
      evaluation.note(term(func, given, site));
      return func;
    case "instance": {
      const call = memberOf(func.class, "__call__")?.value;
      if (call?.kind !== "function") break;
      return callValue(evaluation, { kind: "bound", self: func, function: call }, given, site);
    }
    case "external": {
      const result =
        initialiseBase(func.name, given, site) ?? callLibrary(evaluation, func.name, given, site);
      if (result !== undefined) return result;
      break;
    }
    case "attribute": {
      const result =
        callMethod(evaluation, func.value, func.attr, given, site) ??
        callLibraryMethod(evaluation, func, given, site) ??
        callOwnMethod(evaluation, func, given, site);
      if (result !== undefined) return result;
      break;
    }
    case "call": {
      const result =
        callLibraryObject(evaluation, func, given, site) ??
        callOwnDecorator(evaluation, func, given, site);
      if (result !== undefined) return result;
      break;
    }
    case "subscript":
      // `Page[User](…)` makes a `Page`.
      if (func.value.kind === "class") return instantiate(evaluation, func.value, given, site);
      break;
  }
  return evaluation.note(term(func, given, site));
}

/** `Base.__init__(self, …)` of a base from outside. */
function initialiseBase(name: string, given: Arguments, site: CallSite): Value | undefined {
  const [self, ...args] = given.args;
  if (self?.kind !== "instance" || !name.endsWith(".__init__")) return undefined;
  self.base = term(external(name.slice(0, -".__init__".length)), { ...given, args }, site);
  return none;
}

/** A call that is kept as it is written. */
export function term(func: Value, given: Arguments, site: Omit<CallSite, "scope">): CallV {
  const { args, keywords, open } = given;
  const { place, node } = site;
  return { kind: "call", func, args, keywords, open, place, node, attributes: new Map() };
}

function callMethod(
  { within }: Evaluation,
  receiver: Value,
  method: string,
  given: Arguments,
  site: CallSite,
): Value | undefined {
  switch (receiver.kind) {
    case "list":
      return callListMethod(receiver, method, given.args, within);
    case "dict":
      return callDictMethod(receiver, method, given.args, given.keywords, within);
    case "constant":
      return callTextMethod(receiver, method, given.args, given.keywords);
    case "instance":
      return method === "model_copy" || method === "copy" ? copied(receiver, given) : undefined;
    case "super": {
      // `super().__init__(…)` that leads out of the project.
      const { self, owner } = receiver;
      const base = self.kind === "instance" ? foreignBase(self.class, owner) : undefined;
      if (method !== "__init__" || self.kind !== "instance") return undefined;
      self.base = term(base ?? unknown("a base"), given, site);
      return none;
    }
    case "call":
      // `pattern.sub(by, text)` of a compiled pattern.
      return method === "sub" && externalName(receiver.func) === "re.compile"
        ? substituted(receiver.args[0], given.args[0], given.args[1])
        : undefined;
    default:
      return undefined;
  }
}

/** `model.model_copy(update={…})` of Pydantic. */
function copied(model: InstanceV, { keywords }: Arguments): Value | undefined {
  if (!/^(pydantic|sqlmodel)\./.test(externalName(foreignBase(model.class)) ?? ""))
    return undefined;
  const attributes = new Map(model.attributes);
  const update = keywords.get("update");
  for (const { key, value } of update?.kind === "dict" ? update.entries : []) {
    const name = textOf(key);
    if (name !== undefined) attributes.set(name, value);
  }
  return { ...model, attributes };
}

function instantiate(evaluation: Evaluation, of: ClassV, given: Arguments, site: CallSite): Value {
  const [first] = given.args;
  if (isEnum(of)) {
    for (const member of of.members.values()) {
      if (member.kind !== "instance") continue;
      const own = member.attributes.get("value");
      if (own?.kind === "constant" && first?.kind === "constant" && own.value === first.value) {
        return member;
      }
    }
    return { kind: "some", type: of };
  }
  const call = term(of, given, site);
  const instance: InstanceV = { kind: "instance", class: of, attributes: new Map(), call };
  forgetOrder(of);
  const initializer = memberOf(of, "__init__")?.value;
  if (initializer?.kind === "function") {
    if (evaluation.follows) {
      callFunction(evaluation, initializer, { ...given, args: [instance, ...given.args] });
    } else evaluation.note(call);
  } else {
    setFields(evaluation, instance, given);
    const base = foreignBase(of);
    if (base !== undefined) instance.base = term(base, given, site);
    evaluation.note(call);
  }
  return instance;
}

/** How a function is called. */
interface CallOptions {
  /** Whether parameters without argument are some value of their type, instead of their default. */
  readonly isSymbolic?: boolean;
  /** Hears what the parameters are. */
  readonly onBound?: (parameters: ReadonlyMap<string, Value>) => void;
}

/** Runs a function's body and gives what it returns. */
export function callFunction(
  evaluation: Evaluation,
  func: FunctionV,
  given: Arguments,
  { isSymbolic = false, onBound }: CallOptions = {},
): Value {
  const { node } = func;
  if (!evaluation.mayCall(node)) return unknown(`what ${func.name} returns`);
  const scope = innerScope(func.scope, "function", func.name, func);
  const defaults = isSymbolic ? new Map<string, Value>() : func.defaults;
  const bound = bindParameters(node.args, given, defaults, (name) =>
    isSymbolic ? someArgument(evaluation, func, name) : unknown(`the argument ${name}`),
  );
  if (isSymbolic) openRest(node.args, bound);
  onBound?.(bound);
  for (const [name, value] of bound) scope.names.set(name, value);
  evaluation.calls.push(node);
  evaluation.called.add(node);
  try {
    if (node.nodeType === "Lambda") return evaluate(evaluation, node.body, scope);
    const returned = run(evaluation, node.body, scope, func);
    return returned.length === 0 ? none : choice(returned);
  } finally {
    evaluation.calls.pop();
  }
}

/** `*args` and `**kwargs` of a function that is called with anything can hold anything. */
function openRest({ vararg, kwarg }: FunctionV["node"]["args"], bound: Map<string, Value>): void {
  for (const name of [vararg?.arg, kwarg?.arg]) {
    const rest = name === undefined ? undefined : bound.get(name);
    if (rest?.kind === "list" || rest?.kind === "dict") rest.open = true;
  }
}

/** Some value that a parameter can have. */
function someArgument(evaluation: Evaluation, func: FunctionV, name: string): Value {
  const { posonlyargs, args } = func.node.args;
  const isFirst = (posonlyargs[0] ?? args[0])?.arg === name;
  // `cls` is the class itself, not an object of it.
  if (isFirst && func.binding === "class" && func.owner !== undefined) return func.owner;
  const type = annotationOf(evaluation, func, name);
  const fallback = func.defaults.get(name);
  if (type === undefined) return unknown(`the argument ${name}`);
  return fallback === undefined
    ? { kind: "some", type }
    : { kind: "some", type, default: fallback };
}

/** What a function gives when its body is run; where that tells nothing, by its annotation. */
function followed(
  evaluation: Evaluation,
  func: FunctionV,
  self: Value | undefined,
  given: Arguments,
): Value {
  const args = self === undefined ? given.args : [self, ...given.args];
  const returned = callFunction(evaluation, func, { ...given, args });
  const isSaid = func.node.nodeType !== "Lambda" && func.node.returns !== null;
  if (returned.kind !== "unknown" || !isSaid) return returned;
  return resultType(evaluation, func, self) ?? returned;
}

/** What a function gives, where its body is not followed: by its annotation, or by what it returns. */
function resultOf(
  evaluation: Evaluation,
  func: FunctionV,
  bound: Extract<Value, { kind: "bound" }> | undefined,
  given: Arguments,
  site: CallSite,
): Value {
  const call = evaluation.note(term(bound ?? func, given, site));
  const type = resultType(evaluation, func, bound?.self);
  return type ?? call;
}

/** Calls a decorator on what it decorates. */
export function decorate(
  evaluation: Evaluation,
  decorator: Value,
  target: FunctionV | ClassV,
  scope: Scope,
): Value {
  const site: CallSite = { place: placeOf(target.node, scope), node: undefined, scope };
  const given: Arguments = { args: [target], keywords: new Map(), open: false };
  const result = callValue(evaluation, decorator, given, site);
  if (result.kind === "function" && target.kind === "function" && result !== target) {
    // A wrapper stands for what it wraps, whether or not it says so by `functools.wraps`.
    result.wrapped ??= target;
    return result;
  }
  return result.kind === "class" || result.kind === "function" || result.kind === "instance"
    ? result
    : target;
}
