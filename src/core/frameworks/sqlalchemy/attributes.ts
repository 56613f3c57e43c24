import { ancestors, memberOf } from "../../evaluation/classes";
import type { Evaluation } from "../../evaluation/evaluator";
import { typeOf } from "../../evaluation/types";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import { isClassVariable, type MappedAnnotation, readAnnotation } from "./annotations";
import { columnCall, readColumn } from "./columns";
import { type ColumnDraft, emptyColumn } from "./drafts";
import { flagOf, knownText, libraryCall } from "./library";
import { applyAnnotation, type MappingContext } from "./mappedColumns";
import { type RelationshipDraft, readRelationship } from "./relationships";
import type { Collected } from "./scan";

/** What an attribute of a mapped class is. */
export interface Attribute {
  readonly columns: readonly ColumnDraft[];
  readonly relationship?: RelationshipDraft;
}

const nothing: Attribute = { columns: [] };

/** Makes of what the scan found under a name what SQLAlchemy makes of it (`_extract_mappable_attributes`). */
export function attributeFor(
  name: string,
  collected: Collected,
  context: MappingContext,
  evaluation: Evaluation,
): Attribute {
  const { of } = context;
  const { value, annotation: written } = collected;
  const annotation = written && readAnnotation(evaluation, written.node, written.owner, of);
  const place = written
    ? { path: written.owner.path, line: written.node.line, character: written.node.character }
    : { path: of.path, line: of.node.line, character: of.node.character };
  if (value === undefined) {
    const column = emptyColumn(name, place);
    applyAnnotation(column, annotation, context);
    return { columns: [column] };
  }
  const call = libraryCall(value);
  switch (call?.name) {
    case "Column":
      return { columns: [readColumn(call, name, of)] };
    case "mapped_column":
    case "unmapped_column": {
      const column = readColumn(call, name, of);
      applyAnnotation(column, usable(annotation, of), context);
      return { columns: [noted(column, annotation)] };
    }
    case "deferred":
    case "column_property": {
      const inner = call.args.map(columnCall).filter((one) => one !== undefined);
      return { columns: inner.map((one) => readColumn(one, name, of)) };
    }
    case "composite":
      return { columns: compositeColumns(name, collected, context, evaluation) };
    case "relationship":
    case "dynamic_loader":
    case "Relationship":
      return { columns: [], relationship: readRelationship(name, call, annotation, of) };
    case undefined: {
      if (annotation?.container === undefined || value.kind === "constant") return nothing;
      if (value.kind !== "unknown" && value.kind !== "choice") return nothing;
      const column = emptyColumn(name, place);
      column.problems.push("is what a function gives that cannot be followed");
      return { columns: [column] };
    }
    default:
      return nothing;
  }
}

/** A plain annotation counts only where `__allow_unmapped__` says so. */
function usable(
  annotation: MappedAnnotation | undefined,
  of: ClassV,
): MappedAnnotation | undefined {
  if (annotation === undefined || annotation.container !== undefined) return annotation;
  const allowed = flagOf(memberOf(of, "__allow_unmapped__")?.value) === true;
  return allowed && !isClassVariable(annotation.type) ? annotation : undefined;
}

/** A column without any type has none in the database either, and SQLAlchemy refuses it: it was not understood. */
function noted(column: ColumnDraft, annotation: MappedAnnotation | undefined): ColumnDraft {
  const isTyped = column.type !== undefined || column.foreignKeys.length > 0;
  if (!isTyped && annotation === undefined && column.problems.length === 0) {
    column.problems.push("has no type that can be told");
  }
  return column;
}

/**
 * The columns in `composite(…)`: of those given each, and one for each further parameter of the class
 * (https://docs.sqlalchemy.org/en/20/orm/composites.html).
 */
function compositeColumns(
  name: string,
  { value, annotation: written }: Collected,
  context: MappingContext,
  evaluation: Evaluation,
): readonly ColumnDraft[] {
  const call = libraryCall(value);
  if (call === undefined) return [];
  const [first, ...rest] = call.args;
  const given = first?.kind === "class" ? rest : call.args;
  const annotation = written && readAnnotation(evaluation, written.node, written.owner, context.of);
  const type =
    annotation?.type?.kind === "operation" ? annotation.type.operands[0] : annotation?.type;
  const of = first?.kind === "class" ? first : type;
  const parameters = of?.kind === "class" ? parametersOf(of) : [];
  const template = knownText(call.keywords.get("column_template"))?.text;
  const columns: ColumnDraft[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const item = given[index];
    const made = columnCall(item);
    if (made !== undefined || item === undefined) {
      const column = made
        ? readColumn(made, parameter.name, context.of)
        : emptyColumn(template?.replace("%s", parameter.name) ?? parameter.name, call.place);
      const isPlain = made?.name === "Column";
      const plain = typeOf(evaluation, parameter.node, parameter.owner.scope);
      if (!isPlain) applyAnnotation(column, { container: undefined, type: plain }, context);
      columns.push(column);
    }
  }
  if (of?.kind === "class" && parameters.length > 0) return columns;
  for (const item of given) {
    const made = columnCall(item);
    if (made === undefined) continue;
    const column = readColumn(made, name, context.of);
    if (column.name === undefined) column.problems.push("is part of a composite and has no name");
    columns.push(column);
  }
  return columns;
}

interface Parameter {
  readonly name: string;
  readonly node: Parameters<typeof typeOf>[1];
  readonly owner: ClassV;
}

/** The fields of a dataclass; of any other class SQLAlchemy asks nothing. */
function parametersOf(of: ClassV): readonly Parameter[] {
  const isDataclass = ancestors(of).some(
    (base) => base.kind === "class" && base.decorators.some(makesDataclass),
  );
  if (!isDataclass) return [];
  const fields = new Map<string, Parameter>();
  for (const owner of ancestors(of).toReversed()) {
    if (owner.kind !== "class") continue;
    for (const [name, node] of owner.annotations) fields.set(name, { name, node, owner });
  }
  return [...fields.values()];
}

function makesDataclass(decorator: Value): boolean {
  const func = decorator.kind === "call" ? decorator.func : decorator;
  return (externalName(func) ?? "").endsWith(".dataclass");
}
