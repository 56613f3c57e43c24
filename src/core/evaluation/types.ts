import { parseAnnotationText } from "../python/annotationText";
import type { Expression } from "../python/ast/nodes";
import { attributeOf, classOf } from "./attributes";
import { callFunction } from "./calls";
import { ancestors } from "./classes";
import { Evaluation, TooManySteps } from "./evaluator";
import { evaluate } from "./expressions";
import { libraryType } from "./library/results";
import type { Scope } from "./scope";
import { typeArguments } from "./typeArguments";
import { typeParamScope } from "./typeParams";
import { type CallV, type ClassV, choice, externalName, type FunctionV, type Value } from "./value";

/** The type that an annotation names; annotations in quotes are read too. */
export function typeOf(evaluation: Evaluation, node: Expression, scope: Scope): Value {
  if (node.nodeType === "Constant" && typeof node.value === "string") {
    const parsed = parseAnnotationText(node.value, node);
    return parsed === undefined
      ? { kind: "unknown", why: "an annotation in quotes" }
      : typeOf(evaluation, parsed, scope);
  }
  if (node.nodeType === "Subscript") {
    const value = typeOf(evaluation, node.value, scope);
    if (externalName(value)?.endsWith(".Literal")) return evaluate(evaluation, node, scope);
    const slice =
      node.slice.nodeType === "Tuple"
        ? typeTuple(evaluation, node.slice.elts, scope, externalName(value) === "typing.Annotated")
        : typeOf(evaluation, node.slice, scope);
    return { kind: "subscript", value, slice };
  }
  if (node.nodeType === "BinOp") {
    const operands = [node.left, node.right].map((part) => typeOf(evaluation, part, scope));
    return { kind: "operation", op: node.op, operands };
  }
  return evaluate(evaluation, node, scope);
}

function typeTuple(
  evaluation: Evaluation,
  nodes: readonly Expression[],
  scope: Scope,
  isAnnotated: boolean,
): Value {
  const items = nodes.map((node, index) =>
    isAnnotated && index > 0 ? evaluate(evaluation, node, scope) : typeOf(evaluation, node, scope),
  );
  return { kind: "list", type: "tuple", items, open: false };
}

const optional: ReadonlySet<string> = new Set(["typing.Optional", "typing_extensions.Optional"]);
const wrappers: ReadonlySet<string> = new Set(
  ["Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly"].flatMap((name) => [
    `typing.${name}`,
    `typing_extensions.${name}`,
  ]),
);

/** The types in `slice` of `X[slice]`. */
export function argumentsOf(type: Value): readonly Value[] {
  if (type.kind !== "subscript") return [];
  const { slice } = type;
  return slice.kind === "list" && slice.type === "tuple" ? slice.items : [slice];
}

/** Whether a type is the one of `None`. */
function isNone(type: Value): boolean {
  return type.kind === "constant" && type.value === null;
}

/** The types that a union is made of; `Annotated` and its kind are taken off, `None` stays. */
export function unionMembers(type: Value): readonly Value[] {
  if (type.kind === "operation" && type.op === "BitOr") return type.operands.flatMap(unionMembers);
  if (type.kind === "choice") return type.options.flatMap(unionMembers);
  if (type.kind === "subscript") {
    const name = externalName(type.value);
    const inner = argumentsOf(type);
    if (name !== undefined && wrappers.has(name)) return inner.slice(0, 1).flatMap(unionMembers);
    if (name === "typing.Union") return inner.flatMap(unionMembers);
    if (name !== undefined && optional.has(name)) {
      return [...inner.flatMap(unionMembers), { kind: "constant", value: null }];
    }
  }
  return [type];
}

/** A type without `Annotated` and without `None`: what an attribute is looked up on. */
export function plainType(type: Value): Value {
  return choice(unionMembers(type).filter((member) => !isNone(member)));
}

/** Whether a value of the type can be `None`. */
export function isNullable(type: Value): boolean {
  return unionMembers(type).some(isNone);
}

/** The type of a parameter, without `None`; `undefined` where nothing tells. */
export function annotationOf(
  evaluation: Evaluation,
  func: FunctionV,
  name: string,
): Value | undefined {
  const { node, owner } = func;
  const { posonlyargs, args, kwonlyargs } = node.args;
  const parameters = [...posonlyargs, ...args, ...kwonlyargs];
  const [first] = parameters;
  const isReceiver = owner !== undefined && first?.arg === name && func.binding !== "static";
  // A function without `self` that is called on the class says itself what it takes.
  if (isReceiver && !(first.annotation !== null && name !== "self" && name !== "cls")) return owner;
  const annotation = parameters.find(({ arg }) => arg === name)?.annotation;
  const fallback = func.defaults.get(name);
  if (annotation) {
    const params = node.nodeType === "Lambda" ? [] : node.type_params;
    return plainType(typeOf(evaluation, annotation, typeParamScope(params, func.scope)));
  }
  return fallback?.kind === "call" ? dependencyType(evaluation, fallback) : undefined;
}

/** What `Depends(x)` gives: what `x` returns or yields. */
function dependencyType(evaluation: Evaluation, call: CallV): Value | undefined {
  const name = externalName(call.func);
  if (name !== "fastapi.Depends" && name !== "fastapi.Security") return undefined;
  const [given] = call.args;
  const dependency = given ?? call.keywords.get("dependency");
  if (dependency?.kind === "class") return dependency;
  if (dependency?.kind === "function") return resultType(evaluation, dependency, undefined)?.type;
  const called = dependency && classOf(dependency);
  const method = called && attributeOf(evaluation, dependency, "__call__", called.scope);
  return method?.kind === "bound"
    ? resultType(evaluation, method.function, dependency)?.type
    : undefined;
}

/** The annotation of a class's attribute, along the order of lookup, without `None`. */
export function annotatedType(evaluation: Evaluation, of: ClassV, attr: string): Value | undefined {
  for (const ancestor of ancestors(of)) {
    if (ancestor.kind !== "class") continue;
    const node = ancestor.annotations.get(attr);
    if (node === undefined) continue;
    const type = plainType(typeOf(evaluation, node, ancestor.scope));
    return typeArguments(of, ancestor, type);
  }
  return undefined;
}

/** Functions whose results are being looked for, which they may be asked for again on the way. */
const running = new Set<object>();

const containers: ReadonlySet<string> = new Set(
  ["Generator", "AsyncGenerator", "Iterator", "AsyncIterator", "Awaitable", "Coroutine"].flatMap(
    (name) => [`typing.${name}`, `collections.abc.${name}`],
  ),
);

/**
 * What calling a function gives, as some value of a type: by its annotation, else by what its body returns. Of a
 * generator it is what it yields, as `Depends` and `with` see it. `undefined` where nothing tells.
 */
export function resultType(
  evaluation: Evaluation,
  func: FunctionV,
  self: Value | undefined,
): Extract<Value, { kind: "some" }> | undefined {
  const { node } = func;
  if (node.nodeType !== "Lambda" && node.returns !== null) {
    const scope = typeParamScope(node.type_params, func.scope);
    let type = plainType(typeOf(evaluation, node.returns, scope));
    const name = type.kind === "subscript" ? externalName(type.value) : undefined;
    if (name !== undefined && containers.has(name)) {
      const inner = argumentsOf(type);
      const index = name.endsWith(".Coroutine") ? 2 : 0;
      type = plainType(inner[index] ?? type);
    }
    const of = self && classOf(self);
    if (externalName(type) === "typing.Self" && of !== undefined) return { kind: "some", type: of };
    if (of !== undefined && func.owner !== undefined) {
      type = typeArguments(of, func.owner, type);
    }
    return { kind: "some", type };
  }
  const of = self && classOf(self);
  if (of === undefined || of === func.owner) {
    return evaluation.modules.remember("returns", func, (current) =>
      returnedType(evaluation, current, current.owner && { kind: "some", type: current.owner }),
    );
  }
  return returnedType(evaluation, func, self);
}

function returnedType(
  { modules }: Evaluation,
  func: FunctionV,
  self: Value | undefined,
): Extract<Value, { kind: "some" }> | undefined {
  if (running.has(func.node)) return undefined;
  running.add(func.node);
  try {
    const args = self === undefined || func.binding === "static" ? [] : [self];
    const evaluation = new Evaluation(modules, false);
    const given = { args, keywords: new Map<string, Value>(), open: false };
    return typed(callFunction(evaluation, func, given, { isSymbolic: true }));
  } catch (error) {
    // To be known as unknown: otherwise each of its callers would try again.
    if (error instanceof TooManySteps) return undefined;
    throw error;
  } finally {
    running.delete(func.node);
  }
}

/** A value as some value of its type, where it has one. */
function typed(value: Value): Extract<Value, { kind: "some" }> | undefined {
  if (value.kind === "some") return value;
  if (value.kind === "instance") return { kind: "some", type: value.class };
  if (value.kind === "call") {
    const type = libraryType(value);
    return type && { kind: "some", type };
  }
  if (value.kind === "choice") {
    const members = value.options.filter((option) => !isNone(option)).map(typed);
    const known = members.filter((member) => member !== undefined);
    const [first] = known;
    if (first === undefined || known.length < members.length) return undefined;
    return { kind: "some", type: choice(known.map(({ type }) => type)) };
  }
  return undefined;
}
