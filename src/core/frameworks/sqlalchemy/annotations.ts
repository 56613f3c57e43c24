import type { Evaluation } from "../../evaluation/evaluator";
import { typeArguments } from "../../evaluation/typeArguments";
import { argumentsOf, typeOf } from "../../evaluation/types";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import type { Expression } from "../../python/ast/nodes";
import { shortName } from "./library";

/** An annotation of a class's attribute as SQLAlchemy's declarative scan reads it. */
export interface MappedAnnotation {
  /** `Mapped`, `DynamicMapped` …; `undefined` for a plain one. */
  readonly container: string | undefined;
  /** The type inside, or the plain one; `undefined` for a bare `Mapped`. */
  readonly type: Value | undefined;
}

const containers: ReadonlySet<string> = new Set([
  "Mapped",
  "MappedColumn",
  "DynamicMapped",
  "WriteOnlyMapped",
  "Unmapped",
  "Relationship",
  "RelationshipProperty",
]);

/**
 * Reads an annotation that stands in the class `owner` (or in a function of it), as `of` inherits it.
 */
export function readAnnotation(
  evaluation: Evaluation,
  node: Expression,
  owner: ClassV,
  of: ClassV,
): MappedAnnotation {
  const type = typeOf(evaluation, node, owner.scope);
  const container = containerOf(type);
  const inner = container === undefined ? type : argumentsOf(type)[0];
  return { container, type: inner && typeArguments(of, owner, inner) };
}

function containerOf(type: Value): string | undefined {
  const name = type.kind === "subscript" ? shortName(type.value) : shortName(type);
  if (name !== undefined) return containers.has(name) ? name : undefined;
  // `Mapped` that is imported for type checkers only.
  const written = externalName(type.kind === "subscript" ? type.value : type);
  return written === "builtins.Mapped" ? "Mapped" : undefined;
}

/** Whether an annotation is `ClassVar[…]`. */
export function isClassVariable(type: Value | undefined): boolean {
  const of = type?.kind === "subscript" ? type.value : type;
  return /^typing(?:_extensions)?\.ClassVar$/.test(externalName(of) ?? "");
}

const optional = /^typing(?:_extensions)?\.Optional$/;
const union = /^typing(?:_extensions)?\.Union$/;
const annotated = /^typing(?:_extensions)?\.Annotated$/;

/** The members of a union, `None` among them; any other type is its only member. */
export function membersOf(type: Value): readonly Value[] {
  if (type.kind === "operation" && type.op === "BitOr") return type.operands.flatMap(membersOf);
  if (type.kind !== "subscript") return [type];
  const name = externalName(type.value) ?? "";
  if (union.test(name)) return argumentsOf(type).flatMap(membersOf);
  if (optional.test(name)) {
    return [...argumentsOf(type).flatMap(membersOf), { kind: "constant", value: null }];
  }
  return [type];
}

/** `Annotated[type, …]` in parts; nested ones are one, as in Python. */
export function annotatedParts(
  type: Value,
): { readonly type: Value; readonly metadata: readonly Value[] } | undefined {
  if (type.kind !== "subscript" || !annotated.test(externalName(type.value) ?? "")) {
    return undefined;
  }
  const [first, ...metadata] = argumentsOf(type);
  if (first === undefined) return undefined;
  const inner = annotatedParts(first);
  return inner === undefined
    ? { type: first, metadata }
    : { type: inner.type, metadata: [...inner.metadata, ...metadata] };
}

/** Whether a type allows `None`, as `sqlalchemy.util.typing.includes_none` has it. */
export function includesNone(type: Value): boolean {
  return membersOf(type).some((member) => {
    if (member.kind === "constant") return member.value === null;
    const parts = annotatedParts(member);
    if (parts !== undefined) return includesNone(parts.type);
    return isNewType(member) && member.args[1] !== undefined && includesNone(member.args[1]);
  });
}

/** A union without `None`. */
export function withoutNone(type: Value): Value {
  const members = membersOf(type);
  if (members.length < 2) return type;
  const rest = members.filter((member) => !(member.kind === "constant" && member.value === null));
  const [only] = rest;
  if (only !== undefined && rest.length === 1) return only;
  return { kind: "operation", op: "BitOr", operands: rest };
}

/** Whether a value is what `NewType("Name", type)` makes. */
export function isNewType(value: Value): value is Extract<Value, { kind: "call" }> {
  return (
    value.kind === "call" &&
    /^typing(?:_extensions)?\.NewType$/.test(externalName(value.func) ?? "")
  );
}

const collections =
  /^(?:builtins\.(?:list|set|tuple|dict|frozenset)|(?:typing|collections\.abc)\.(?:List|Set|Sequence|Collection|Iterable|MutableSequence|Dict|Mapping|MutableSet|MutableMapping))$/;

/** What a relationship's annotation names: the class, and whether there are many. */
export function relationshipType({ container, type }: MappedAnnotation): {
  readonly target: Value | undefined;
  readonly isList: boolean | undefined;
} {
  if (type === undefined) return { target: undefined, isList: undefined };
  const plain = withoutNone(type);
  if (container === "DynamicMapped" || container === "WriteOnlyMapped") {
    return { target: plain, isList: true };
  }
  if (plain.kind === "subscript" && collections.test(externalName(plain.value) ?? "")) {
    return { target: argumentsOf(plain).at(-1), isList: true };
  }
  const isPlain = plain.kind === "class" || plain.kind === "external" || plain.kind === "constant";
  return { target: plain, isList: isPlain ? false : undefined };
}

/** Whether two types are equal as Python's `==` has it. */
export function isSameType(a: Value, b: Value): boolean {
  if (a === b) return true;
  const [left, right] = [externalName(a), externalName(b)];
  if (left !== undefined || right !== undefined) return left === right;
  const [members, others] = [membersOf(a), membersOf(b)];
  if (members.length > 1 || others.length > 1) {
    return (
      members.length === others.length &&
      members.every((one) => others.some((other) => isSameType(one, other)))
    );
  }
  const [parts, otherParts] = [annotatedParts(a), annotatedParts(b)];
  if (parts !== undefined || otherParts !== undefined) {
    if (parts === undefined || otherParts === undefined) return false;
    return isSameList([parts.type, ...parts.metadata], [otherParts.type, ...otherParts.metadata]);
  }
  if (a.kind === "subscript" && b.kind === "subscript") {
    return isSameType(a.value, b.value) && isSameList(argumentsOf(a), argumentsOf(b));
  }
  if (a.kind === "constant" && b.kind === "constant") return a.value === b.value;
  if (a.kind === "list" && b.kind === "list") return isSameList(a.items, b.items);
  if (a.kind === "instance" && b.kind === "instance") {
    return a.class === b.class && a.call.node === b.call.node && a.call.node !== undefined;
  }
  return a.kind === "call" && b.kind === "call" && a.node !== undefined && a.node === b.node;
}

function isSameList(a: readonly Value[], b: readonly Value[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && isSameType(one, other);
    })
  );
}
