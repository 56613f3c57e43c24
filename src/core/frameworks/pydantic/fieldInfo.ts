import { argumentsOf } from "../../evaluation/types";
import { externalName, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import { constrainedTypes, shortTypeName } from "./typeNames";
import { valueText } from "./valueText";

/** What `Field(…)`, a plain default and the metadata in `Annotated[…]` say of a field. */
export interface FieldInfo {
  /** `undefined` where there is none. */
  readonly default: Value | undefined;
  readonly factory: Value | undefined;
  /** Whether `...` says that there is no default. */
  readonly isRequired: boolean;
  readonly keywords: ReadonlyMap<string, Value>;
}

/**
 * `pydantic.Field`, and what FastAPI, SQLModel and dataclasses have instead; FastAPI's parameter functions make the same
 * `FieldInfo` (https://github.com/fastapi/fastapi/blob/master/fastapi/params.py).
 */
const fieldFunctions: ReadonlySet<string> = new Set([
  "pydantic.Field",
  "pydantic.fields.Field",
  "pydantic.v1.Field",
  "pydantic.v1.fields.Field",
  "pydantic.dataclasses.Field",
  "sqlmodel.Field",
  "sqlmodel.main.Field",
  "dataclasses.field",
  "fastapi.Query",
  "fastapi.Path",
  "fastapi.Body",
  "fastapi.Form",
  "fastapi.File",
  "fastapi.Header",
  "fastapi.Cookie",
]);

/** Names of `Field`'s keywords that limit the values (https://docs.pydantic.dev/latest/concepts/fields/). */
const constraintNames: ReadonlySet<string> = new Set(
  `gt ge lt le multiple_of min_length max_length min_items max_items unique_items pattern regex strict max_digits
  decimal_places allow_inf_nan strip_whitespace to_lower to_upper const`.split(/\s+/),
);

/** Classes of `annotated_types` that stand for one keyword each (https://github.com/annotated-types/annotated-types). */
const annotatedTypes: Readonly<Record<string, string>> = nameTable({
  Gt: "gt",
  Ge: "ge",
  Lt: "lt",
  Le: "le",
  MultipleOf: "multiple_of",
  MinLen: "min_length",
  MaxLen: "max_length",
});

/** Reads what a field is given. @param member what the class body gives it @param type its annotation */
export function fieldInfo(member: Value | undefined, type: Value | undefined): FieldInfo {
  const keywords = new Map<string, Value>();
  let found: Omit<FieldInfo, "keywords"> = {
    default: undefined,
    factory: undefined,
    isRequired: false,
  };
  for (const part of type === undefined ? [] : metadataOf(type)) {
    readMetadata(part, keywords);
    if (isField(part)) found = { ...found, ...defaultsOf(part) };
  }
  if (member !== undefined && isField(member)) {
    for (const [name, value] of member.keywords) keywords.set(name, value);
    found = { ...found, ...defaultsOf(member) };
  } else if (member !== undefined) {
    found = isEllipsis(member)
      ? { ...found, isRequired: true }
      : { default: member, factory: undefined, isRequired: false };
  }
  return { ...found, keywords };
}

/** The limits among a field's keywords, as Python source text; `regex` and `min_items` by their names in Pydantic 2. */
export function constraintsOf(keywords: ReadonlyMap<string, Value>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of keywords) {
    if (!constraintNames.has(name)) continue;
    if (value.kind === "constant" && value.value === null) continue;
    const text = valueText(value);
    if (text !== undefined) found[newConstraintNames[name] ?? name] = text;
  }
  return found;
}

const newConstraintNames: Readonly<Record<string, string>> = nameTable({
  regex: "pattern",
  min_items: "min_length",
  max_items: "max_length",
});

type FieldCall = Extract<Value, { kind: "call" }>;

function isField(value: Value): value is FieldCall {
  return value.kind === "call" && fieldFunctions.has(externalName(value.func) ?? "");
}

function defaultsOf({ func, args, keywords }: FieldCall): Partial<FieldInfo> {
  const isStandard = externalName(func) === "dataclasses.field";
  const value = keywords.get("default") ?? (isStandard ? undefined : args[0]);
  const factory = keywords.get("default_factory");
  if (value !== undefined && isEllipsis(value)) return { isRequired: true };
  return {
    ...(value === undefined ? {} : { default: value }),
    ...(factory === undefined ? {} : { factory }),
  };
}

function isEllipsis(value: Value): boolean {
  return (
    value.kind === "constant" &&
    typeof value.value === "object" &&
    value.value !== null &&
    "ellipsis" in value.value
  );
}

/** What stands after the type in `Annotated`, within unions too, and calls such as `constr(…)`. */
function metadataOf(type: Value): readonly Value[] {
  if (type.kind === "operation" && type.op === "BitOr") return type.operands.flatMap(metadataOf);
  if (type.kind === "call") return [type];
  if (type.kind !== "subscript") return [];
  const name = externalName(type.value);
  const [first, ...rest] = argumentsOf(type);
  if (name === "typing.Annotated" || name === "typing_extensions.Annotated") {
    return [...(first === undefined ? [] : metadataOf(first)), ...rest];
  }
  const isUnion = /^typing(_extensions)?\.(Optional|Union)$/.test(name ?? "");
  return isUnion
    ? [...(first === undefined ? [] : metadataOf(first)), ...rest.flatMap(metadataOf)]
    : [];
}

function readMetadata(part: Value, into: Map<string, Value>): void {
  if (part.kind !== "call") return;
  const name = externalName(part.func) ?? "";
  const short = shortTypeName(name);
  const single = name.startsWith("annotated_types.") ? annotatedTypes[short] : undefined;
  const [first, second] = part.args;
  if (single !== undefined && first !== undefined) into.set(single, first);
  else if (name === "annotated_types.Len") {
    if (first !== undefined) into.set("min_length", first);
    if (second !== undefined) into.set("max_length", second);
  }
  const isRead = isField(part) || short === "StringConstraints" || short in constrainedTypes;
  const isInterval = name === "annotated_types.Interval" || name === "annotated_types.Len";
  if (isRead || isInterval) for (const [key, value] of part.keywords) into.set(key, value);
}
