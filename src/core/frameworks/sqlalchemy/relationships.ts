import { callFunction } from "../../evaluation/calls";
import type { Evaluation } from "../../evaluation/evaluator";
import { type ClassV, externalName, type Place, textOf, type Value } from "../../evaluation/value";
import { type MappedAnnotation, relationshipType } from "./annotations";
import type { TableDraft } from "./drafts";
import { flagOf, type LibraryCall, libraryCall, shortName } from "./library";
import type { RelationshipModel } from "./model";

/** A relationship before its target is looked for. */
export interface RelationshipDraft {
  readonly attribute: string;
  readonly of: ClassV;
  readonly target: Value | undefined;
  readonly secondary: Value | undefined;
  readonly isList: boolean | undefined;
  readonly isRemote: boolean;
  readonly keywords: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/** Reads `relationship(…)`, or SQLModel's `Relationship(…)`, with the attribute's annotation. */
export function readRelationship(
  attribute: string,
  call: LibraryCall,
  annotation: MappedAnnotation | undefined,
  of: ClassV,
): RelationshipDraft {
  const own = libraryCall(call.keywords.get("sa_relationship"));
  const extra = call.keywords.get("sa_relationship_kwargs");
  const given = new Map(own?.keywords ?? call.keywords);
  for (const { key, value } of extra?.kind === "dict" ? extra.entries : []) {
    const name = textOf(key);
    if (name !== undefined) given.set(name, value);
  }
  const type = annotation && relationshipType(annotation);
  const args = own?.args ?? (call.name === "Relationship" ? [] : call.args);
  const uselist = flagOf(given.get("uselist"));
  const isDynamic = call.name === "dynamic_loader" || textOf(given.get("lazy")) === "dynamic";
  return {
    attribute,
    of,
    target: args[0] ?? given.get("argument") ?? type?.target,
    secondary: given.get("secondary") ?? args[1] ?? given.get("link_model"),
    isList: typeof uselist === "boolean" ? uselist : isDynamic ? true : type?.isList,
    isRemote: given.has("remote_side"),
    keywords: given,
    place: call.place,
  };
}

/** What a relationship's target and table are looked up in. */
export interface RelationshipContext {
  readonly evaluation: Evaluation;
  classesNamed(name: string, from: ClassV): readonly ClassV[];
  tableOf(of: ClassV): TableDraft | undefined;
  /** A table by the value or the name that `secondary` has. */
  tableFor(value: Value): TableDraft | undefined;
  /** Whether one of a table's foreign keys points to another. */
  refersTo(from: TableDraft, to: TableDraft): boolean;
}

/** Resolves a relationship: names of classes as the class registry does, `lambda`s by calling them. */
export function resolveRelationship(
  draft: RelationshipDraft,
  own: TableDraft,
  context: RelationshipContext,
): RelationshipModel {
  const target = draft.target && classFor(draft.target, draft.of, context);
  const secondary = draft.secondary && called(draft.secondary, context.evaluation);
  const joining = secondary && context.tableFor(secondary);
  const other = target && context.tableOf(target);
  const direction =
    draft.secondary !== undefined
      ? "many-to-many"
      : other === undefined
        ? undefined
        : directionOf(draft, own, other, context);
  const text = (name: string): string | undefined => textOf(draft.keywords.get(name));
  return {
    attribute: draft.attribute,
    target,
    secondary: joining?.table,
    backPopulates: text("back_populates"),
    backref: text("backref") ?? textOf(libraryCall(draft.keywords.get("backref"))?.args[0]),
    isList: draft.isList ?? (direction === undefined ? undefined : direction !== "many-to-one"),
    direction,
    lazy: lazyOf(draft.keywords.get("lazy")),
    cascade:
      text("cascade") ??
      (flagOf(draft.keywords.get("cascade_delete")) === true ? "all, delete-orphan" : undefined),
    place: draft.place,
  };
}

/** How a relationship is loaded; what `True`, `False` and `None` stand for is written out. */
function lazyOf(given: Value | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (given.kind !== "constant") return "unknown";
  if (given.value === null) return "noload";
  if (typeof given.value === "boolean") return given.value ? "select" : "joined";
  return textOf(given) ?? "unknown";
}

function directionOf(
  draft: RelationshipDraft,
  own: TableDraft,
  other: TableDraft,
  { refersTo }: RelationshipContext,
): RelationshipModel["direction"] {
  if (own === other) {
    return draft.isRemote || draft.isList === false ? "many-to-one" : "one-to-many";
  }
  const [to, from] = [refersTo(own, other), refersTo(other, own)];
  if (to && from) return draft.isList === true ? "one-to-many" : undefined;
  return to ? "many-to-one" : from ? "one-to-many" : undefined;
}

function called(value: Value, evaluation: Evaluation): Value {
  if (value.kind !== "function") return value;
  return callFunction(evaluation, value, { args: [], keywords: new Map(), open: false });
}

function classFor(value: Value, from: ClassV, context: RelationshipContext): ClassV | undefined {
  const target = called(value, context.evaluation);
  if (target.kind === "class") return target;
  // A name in quotes, or one that is imported for type checkers only.
  const name = textOf(target) ?? externalName(target)?.replace(/^builtins\./, "");
  if (name === undefined || shortName(target) !== undefined) return undefined;
  const found = context.classesNamed(name, from);
  return found.length === 1 ? found[0] : undefined;
}
