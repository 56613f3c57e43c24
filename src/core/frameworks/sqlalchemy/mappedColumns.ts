import type { ClassV, Value } from "../../evaluation/value";
import { annotatedParts, includesNone, type MappedAnnotation, withoutNone } from "./annotations";
import { columnCall, readColumn } from "./columns";
import type { ColumnDraft } from "./drafts";
import { mapped, sqlType, type TypeMap } from "./typeMap";

/** What decides how an annotation becomes a column. */
export interface MappingContext {
  readonly of: ClassV;
  readonly map: TypeMap;
  readonly version: string | undefined;
}

/**
 * Adds to a `mapped_column(…)` what the annotation says, in the order of `MappedColumn._init_column_for_annotation`
 * (`sqlalchemy/orm/properties.py`): nullability, then a `mapped_column` in `Annotated`, then the type.
 */
export function applyAnnotation(
  column: ColumnDraft,
  annotation: MappedAnnotation | undefined,
  context: MappingContext,
): void {
  const given = annotation?.type;
  if (given === undefined) return;
  const isOptional = includesNone(given);
  if (column.statedNullable === undefined) column.nullable = isOptional;
  const type = withoutNone(given);
  const parts = annotatedParts(type);
  const inner = parts === undefined ? undefined : isOptional ? withoutNone(parts.type) : parts.type;
  const found = parts?.metadata.map(columnCall).find((call) => call !== undefined);
  if (found !== undefined) merge(readColumn(found, column.attribute, context.of), column);
  if (column.type !== undefined || column.foreignKeys.length > 0) return;
  if (column.problems.length > 0) return;
  column.type = typeOfColumn(type, inner, context);
  column.isTypeInferred = ![type, inner].some((one) => one && mapped(one, context.map));
  if (column.type === undefined) column.problems.push("has a type that cannot be told");
}

function typeOfColumn(
  type: Value,
  inner: Value | undefined,
  { map, version }: MappingContext,
): string | undefined {
  return sqlType(type, map, version) ?? (inner && sqlType(inner, map, version));
}

/** `Column._merge`: what the column in `Annotated` says counts where the other one says nothing. */
function merge(from: ColumnDraft, to: ColumnDraft): void {
  to.primaryKey ||= from.primaryKey;
  to.type ??= from.type;
  if (from.statedNullable !== undefined && to.statedNullable === undefined) {
    to.nullable = from.statedNullable;
    to.statedNullable = from.statedNullable;
  }
  to.index ??= from.index;
  to.unique ??= from.unique;
  to.hasDefault ||= from.hasDefault;
  to.hasServerDefault ||= from.hasServerDefault;
  to.foreignKeys.push(...from.foreignKeys);
  to.problems.push(...from.problems);
  to.sortOrder ||= from.sortOrder;
  to.useExisting ||= from.useExisting;
}
