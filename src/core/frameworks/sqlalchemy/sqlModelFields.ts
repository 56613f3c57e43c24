import { ancestors } from "../../evaluation/classes";
import type { Evaluation } from "../../evaluation/evaluator";
import { typeArguments } from "../../evaluation/typeArguments";
import { typeOf } from "../../evaluation/types";
import { type CallV, type ClassV, externalName, textOf, type Value } from "../../evaluation/value";
import { annotatedParts, isClassVariable, membersOf, readAnnotation } from "./annotations";
import { columnCall, readColumn, takeFlags, takeItems } from "./columns";
import { typeName } from "./columnTypes";
import { type ColumnDraft, emptyColumn } from "./drafts";
import { isAbsent, knownItems, knownText, libraryCall } from "./library";
import type { LibraryVersions } from "./model";
import { type RelationshipDraft, readRelationship } from "./relationships";
import { sqlModelType } from "./sqlModelTypes";

/** The columns and relationships of a SQLModel class. */
export interface SqlModelFields {
  readonly columns: readonly ColumnDraft[];
  readonly relationships: readonly RelationshipDraft[];
}

/**
 * What the fields of a SQLModel table become: Pydantic's fields, those of base classes first, each by
 * `get_column_from_field` (`sqlmodel/main.py`).
 */
export function sqlModelFields(
  of: ClassV,
  evaluation: Evaluation,
  versions: LibraryVersions,
): SqlModelFields {
  const owners = new Map<string, ClassV>();
  for (const owner of ancestors(of).toReversed()) {
    if (owner.kind !== "class") continue;
    for (const name of owner.annotations.keys()) owners.set(name, owner);
  }
  const columns: ColumnDraft[] = [];
  const relationships: RelationshipDraft[] = [];
  for (const [name, owner] of owners) {
    const node = owner.annotations.get(name);
    if (node === undefined || name.startsWith("_") || name === "model_config") continue;
    const written = typeOf(evaluation, node, owner.scope);
    if (isClassVariable(written)) continue;
    const value = owner.members.get(name);
    const call = libraryCall(value);
    if (call?.name === "Relationship" || call?.name === "relationship") {
      const annotation = readAnnotation(evaluation, node, owner, of);
      relationships.push(readRelationship(name, call, annotation, of));
      continue;
    }
    const place = { path: owner.path, line: node.line, character: node.character };
    const column = emptyColumn(name, place);
    column.source = value;
    const type = typeArguments(of, owner, written);
    columns.push(readField(column, type, value, of, versions));
  }
  return { columns, relationships };
}

function readField(
  column: ColumnDraft,
  type: Value,
  value: Value | undefined,
  of: ClassV,
  versions: LibraryVersions,
): ColumnDraft {
  const fields = [value, ...(annotatedParts(type)?.metadata ?? [])].filter(isField);
  const option = (name: string): Value | undefined =>
    fields.map((field) => field.keywords.get(name)).find((found) => found !== undefined);
  const stated = option("sa_column");
  if (stated !== undefined && !isAbsent(stated)) {
    const call = columnCall(stated);
    if (call !== undefined)
      return { ...readColumn(call, column.attribute, of), place: column.place };
    column.problems.push("has an sa_column that is computed");
    return column;
  }
  if (fields.some(({ open }) => open)) column.problems.push("has arguments that are computed");
  const given = option("sa_type");
  column.type = given === undefined ? sqlModelType(type, versions) : typeName(given);
  if (column.type === undefined) column.problems.push("has a type that cannot be told");
  takeFieldFlags(column, type, option, fields.length === 0 && value !== undefined);
  takeForeignKey(column, option("foreign_key"), of);
  const items = knownItems(option("sa_column_args"));
  if (items === undefined) column.problems.push("has arguments that are computed");
  else takeItems(column, items, of);
  return column;
}

function takeFieldFlags(
  column: ColumnDraft,
  type: Value,
  option: (name: string) => Value | undefined,
  isPlainDefault: boolean,
): void {
  const names = ["primary_key", "nullable", "unique", "index", "default", "default_factory"];
  const keywords = new Map<string, Value>();
  for (const name of names) {
    const given = option(name);
    if (given !== undefined) keywords.set(name, given);
  }
  const extra = option("sa_column_kwargs");
  for (const { key, value } of extra?.kind === "dict" ? extra.entries : []) {
    const name = textOf(key);
    if (name !== undefined) keywords.set(name, value);
  }
  if (extra !== undefined && (extra.kind !== "dict" || extra.open)) {
    column.problems.push("has arguments that are computed");
  }
  takeFlags(column, { keywords });
  column.hasDefault ||= isPlainDefault;
  const inner = annotatedParts(type)?.type ?? type;
  const isOptional = membersOf(inner).some((one) => one.kind === "constant" && one.value === null);
  column.nullable = column.statedNullable ?? (!column.primaryKey && isOptional);
  column.statedNullable = column.nullable;
  const named = knownText(keywords.get("name"));
  if (named !== undefined) column.name = named.text;
}

function takeForeignKey(column: ColumnDraft, given: Value | undefined, of: ClassV): void {
  if (given === undefined || isAbsent(given)) return;
  column.foreignKeys.push({ target: given, of });
}

/** `Field(…)` of SQLModel or Pydantic. */
function isField(value: Value | undefined): value is CallV {
  if (value?.kind !== "call") return false;
  return /^(?:sqlmodel|pydantic)\.(?:.*\.)?Field$/.test(externalName(value.func) ?? "");
}
