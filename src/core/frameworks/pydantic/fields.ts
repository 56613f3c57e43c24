import { type Ancestor, ancestors } from "../../evaluation/classes";
import { Evaluation, type Modules } from "../../evaluation/evaluator";
import { typeArguments } from "../../evaluation/typeArguments";
import { argumentsOf, isNullable, typeOf } from "../../evaluation/types";
import {
  type CallV,
  type ClassV,
  externalName,
  type Place,
  type Value,
} from "../../evaluation/value";
import type { Expression } from "../../python/ast/nodes";
import { aliasOf } from "./aliases";
import { configOf } from "./config";
import { createdFields, isCreatedModel } from "./createModel";
import { constraintsOf, fieldInfo } from "./fieldInfo";
import { isDataclass, isModel, majorOf } from "./kinds";
import { libraryFields } from "./libraryModels";
import type { PydanticMajor, Schema, SchemaField } from "./schema";
import { typeText } from "./typeText";
import { factoryText, valueText } from "./valueText";
import { writtenType } from "./writtenType";

/** A field as one class declares it. */
export interface Declaration {
  readonly name: string;
  readonly type: string;
  readonly annotation: Value | undefined;
  readonly member: Value | undefined;
  readonly place: Place;
  /** The class, or what else stands among the bases. */
  readonly owner: Ancestor;
}

/**
 * The fields of a class in the order in which they are validated and shown: those of the bases from the farthest on; one
 * that is declared again keeps its position (https://docs.pydantic.dev/latest/concepts/models/#model-inheritance,
 * https://docs.python.org/3/library/dataclasses.html#inheritance).
 */
export function fieldsOf(
  modules: Modules,
  of: ClassV,
  kind: Schema["kind"],
  installed: PydanticMajor,
): readonly SchemaField[] {
  const major = majorOf(of, installed);
  const declared = new Map<string, Declaration>();
  for (const owner of ancestors(of).toReversed()) {
    for (const one of declarations(modules, of, owner, kind, major)) {
      const before = declared.get(one.name);
      // A default alone, as Pydantic 1 allows it, leaves the type as it was.
      const isDefaultAlone = one.annotation === undefined && before !== undefined;
      declared.set(
        one.name,
        isDefaultAlone ? { ...one, type: before.type, annotation: before.annotation } : one,
      );
    }
  }
  const config = configOf(of);
  return [...declared.values()].map((one) => fieldOf(modules, one, config, kind, major, of));
}

/** A field from its declaration. */
export function fieldOf(
  modules: Modules,
  { name, type, annotation, member, place, owner }: Declaration,
  config: ReadonlyMap<string, Value>,
  kind: Schema["kind"],
  major: PydanticMajor,
  of: ClassV | CallV,
): SchemaField {
  const info = fieldInfo(member, annotation);
  const hasDefault = info.default !== undefined || info.factory !== undefined;
  const text =
    info.default !== undefined
      ? valueText(info.default)
      : info.factory && factoryText(modules, info.factory);
  // In Pydantic 1 `Optional` and `Any` alone give a default of `None` (https://docs.pydantic.dev/latest/migration/#required-optional-and-nullable-fields).
  const isImplied =
    kind === "pydantic" && major === 1 && annotation !== undefined && isOptional(annotation);
  const description = info.keywords.get("description");
  return {
    name,
    alias: kind === "pydantic" ? aliasOf(modules, name, info.keywords, config) : null,
    type,
    annotation,
    required: info.isRequired || !(hasDefault || isImplied || isNotRequired(annotation, kind, of)),
    default: info.isRequired ? null : (text ?? (isImplied && !hasDefault ? "None" : null)),
    defaultValue: info.default,
    constraints: constraintsOf(info.keywords),
    description:
      description?.kind === "constant" && typeof description.value === "string"
        ? description.value
        : null,
    info: info.keywords,
    place,
    inheritedFrom: owner === of ? null : typeText(owner),
    owner,
  };
}

function isOptional(annotation: Value): boolean {
  return isNullable(annotation) || externalName(annotation) === "typing.Any";
}

/** Keys of a `TypedDict` that may be missing (https://docs.python.org/3/library/typing.html#typing.TypedDict). */
function isNotRequired(
  annotation: Value | undefined,
  kind: Schema["kind"],
  of: ClassV | CallV,
): boolean {
  if (kind !== "typed-dict") return false;
  const form = annotation?.kind === "subscript" ? externalName(annotation.value) : undefined;
  if (form?.endsWith(".NotRequired")) return true;
  const total = of.keywords.get("total");
  return total?.kind === "constant" && total.value === false && !form?.endsWith(".Required");
}

function declarations(
  modules: Modules,
  of: ClassV,
  owner: Ancestor,
  kind: Schema["kind"],
  major: PydanticMajor,
): readonly Declaration[] {
  if (owner.kind === "call" && isCreatedModel(owner)) return createdFields(modules, owner);
  if (owner.kind !== "class") return [...rootField(of, owner), ...libraryFields(of, owner)];
  if (kind === "dataclass" && !isDataclass(owner)) return [];
  // Pydantic 2 reads the annotations of plain mixins, Pydantic 1 does not.
  if (kind === "pydantic" && major === 1 && !isModel(owner)) return [];
  const evaluation = new Evaluation(modules, false);
  const found: Declaration[] = [];
  for (const [name, node] of owner.annotations) {
    const type = typeOf(evaluation, node, owner.scope);
    if (isSkipped(name, type, kind)) continue;
    const substitute = (variable: Value) => typeArguments(of, owner, variable);
    found.push({
      name,
      type: writtenType(evaluation, node, owner.scope, substitute),
      annotation: substitute(type),
      member: owner.members.get(name),
      place: placeOf(owner, node),
      owner,
    });
  }
  return kind === "pydantic" ? [...found, ...bareDefaults(owner, major)] : found;
}

/** `x = 5` without annotation: a field in Pydantic 1, and of a class of 2 another default at the most. */
function bareDefaults(owner: ClassV, major: PydanticMajor): readonly Declaration[] {
  if (major === 2) return [];
  return [...owner.members].flatMap(([name, member]): readonly Declaration[] => {
    const isPlain = member.kind === "constant" || member.kind === "list" || member.kind === "dict";
    if (!isPlain || name.startsWith("_") || owner.annotations.has(name)) return [];
    const plain = member.kind === "constant" ? typeof member.value : member.kind;
    const names: Readonly<Record<string, string>> = {
      string: "str",
      number: "int",
      boolean: "bool",
    };
    const type = names[plain] ?? (member.kind === "list" ? member.type : plain);
    const place = placeOf(owner, owner.node);
    return [{ name, type, annotation: undefined, member, place, owner }];
  });
}

function isSkipped(name: string, type: Value, kind: Schema["kind"]): boolean {
  if (
    kind === "pydantic" &&
    (name === "model_config" || (name.startsWith("_") && name !== "__root__"))
  ) {
    return true;
  }
  const form = externalName(type.kind === "subscript" ? type.value : type);
  return form === "typing.ClassVar" || form === "dataclasses.KW_ONLY";
}

/** The value in `RootModel[list[str]]`. */
function rootField(of: ClassV, owner: Ancestor): readonly Declaration[] {
  if (!externalName(owner)?.endsWith(".RootModel")) return [];
  const base = of.bases.find(
    (one) => one.kind === "subscript" && externalName(one.value) === externalName(owner),
  );
  const [annotation] = base === undefined ? [] : argumentsOf(base);
  if (annotation === undefined) return [];
  const place = placeOf(of, of.node);
  const type = typeText(annotation);
  return [{ name: "root", type, annotation, member: undefined, place, owner: of }];
}

function placeOf(
  { path }: ClassV,
  { line, character }: Pick<Expression, "line" | "character">,
): Place {
  return { path, line, character };
}
