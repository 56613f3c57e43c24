import { callFunction } from "../../evaluation/calls";
import { ancestors } from "../../evaluation/classes";
import { type Evaluation, noArguments } from "../../evaluation/evaluator";
import {
  type ClassV,
  externalName,
  type FunctionV,
  usualOf,
  type Value,
} from "../../evaluation/value";
import type { Expression } from "../../python/ast/nodes";
import { readAnnotation } from "./annotations";
import { columnCall } from "./columns";
import { libraryColumns } from "./libraryModels";

/** An attribute that the declarative scan finds for a class: its value, its annotation, or both. */
export interface Collected {
  readonly value: Value | undefined;
  readonly annotation: WrittenAnnotation | undefined;
}

/** An annotation and the class in which it is written. */
export interface WrittenAnnotation {
  readonly node: Expression;
  readonly owner: ClassV;
}

/** What the scan of a class asks. */
export interface ScanContext {
  readonly evaluation: Evaluation;
  /** The attributes that a mapped class has; `undefined` for one that is not mapped. */
  attributesOf(of: ClassV): ReadonlySet<string> | undefined;
}

/** Where an attribute of a class is found first, in Python's order of lookup. */
type Found = { readonly owner: ClassV; readonly value: Value | "mapped" } | undefined;

/**
 * The attributes of a class that may be mapped, as `_DeclarativeMapperConfig._scan_attributes` of
 * `sqlalchemy/orm/decl_base.py` collects them: columns of unmapped bases first of all, each from the first class in the
 * order of lookup that gives it a value, then along that order what the class itself and `declared_attr` say.
 */
export function scan(of: ClassV, context: ScanContext): ReadonlyMap<string, Collected> {
  const order = ancestors(of);
  const taken = new Map<ClassV, Map<string, Collected>>();
  const annotated = new Set<string>();
  for (const base of order) {
    if (base.kind !== "class" || base === of || context.attributesOf(base) !== undefined) continue;
    const own = new Map<string, Collected>();
    for (const name of namesOf(base)) {
      const column = inherited(of, base, name, context, annotated);
      if (column !== undefined) own.set(name, column);
    }
    taken.set(base, own);
  }
  const collected = new Map<string, Collected>();
  for (const base of order) {
    if (base.kind !== "class") {
      takeLibraryColumns(of, base, context, collected);
      continue;
    }
    for (const [name, column] of taken.get(base) ?? []) collected.set(name, column);
    if (base === of) takeOwn(of, context, collected);
    else if (!taken.has(base)) continue;
    else takeDeclared(of, base, context, collected);
  }
  return collected;
}

/** A column that a class takes over from an unmapped base, unless something nearer has that name. */
function inherited(
  of: ClassV,
  base: ClassV,
  name: string,
  context: ScanContext,
  annotated: Set<string>,
): Collected | undefined {
  const value = base.members.get(name);
  const node = base.annotations.get(name);
  const annotation = node && { node, owner: base };
  const found = lookUp(of, name, context);
  if (value === undefined) {
    if (found !== undefined || annotated.has(name) || annotation === undefined) return undefined;
    if (!isMapped(annotation, of, context)) return undefined;
    annotated.add(name);
    return { value: undefined, annotation };
  }
  if (columnCall(value) === undefined || found?.owner !== base) return undefined;
  return { value, annotation };
}

function takeOwn(of: ClassV, context: ScanContext, collected: Map<string, Collected>): void {
  for (const name of namesOf(of)) {
    const value = of.members.get(name);
    const node = of.annotations.get(name);
    const annotation = node && { node, owner: of };
    if (value === undefined) {
      if (annotation !== undefined && isMapped(annotation, of, context)) {
        collected.set(name, { value, annotation });
      }
    } else if (isDeclaredAttr(value)) {
      collected.set(name, { value: declared(value, of, context), annotation: undefined });
    } else collected.set(name, { value, annotation });
  }
}

/** What the `declared_attr` functions of a mixin give for the class that inherits them. */
function takeDeclared(
  of: ClassV,
  base: ClassV,
  context: ScanContext,
  collected: Map<string, Collected>,
): void {
  for (const name of namesOf(base)) {
    const value = base.members.get(name);
    if (value === undefined || !isDeclaredAttr(value)) continue;
    const found = lookUp(of, name, context);
    if (found?.value !== value && !(isCascading(value) && found?.value === "mapped")) continue;
    const { node } = value;
    const returns = node.nodeType === "Lambda" ? null : node.returns;
    const annotation = returns === null ? undefined : { node: returns, owner: base };
    collected.set(name, { value: declared(value, of, context), annotation });
  }
}

function takeLibraryColumns(
  of: ClassV,
  base: Value,
  context: ScanContext,
  collected: Map<string, Collected>,
): void {
  for (const [name, value] of libraryColumns(externalName(base))) {
    if (lookUp(of, name, context) === undefined && !collected.has(name)) {
      collected.set(name, { value, annotation: undefined });
    }
  }
}

/** `getattr(of, name)`: a mapped class holds its columns, wherever they were declared. */
function lookUp(of: ClassV, name: string, context: ScanContext): Found {
  for (const owner of ancestors(of)) {
    if (owner.kind !== "class") continue;
    if (owner !== of && context.attributesOf(owner)?.has(name)) return { owner, value: "mapped" };
    const value = owner.members.get(name);
    if (value !== undefined) return { owner, value };
  }
  return undefined;
}

function isMapped(annotation: WrittenAnnotation, of: ClassV, { evaluation }: ScanContext): boolean {
  const { container } = readAnnotation(evaluation, annotation.node, annotation.owner, of);
  return container !== undefined;
}

function declared(func: FunctionV, of: ClassV, { evaluation }: ScanContext): Value {
  return usualOf(callFunction(evaluation, func, { ...noArguments, args: [of] }));
}

/** Whether a member is a function under `@declared_attr`. */
export function isDeclaredAttr(value: Value | undefined): value is FunctionV {
  return value?.kind === "function" && value.binding === "declared";
}

function isCascading(func: FunctionV): boolean {
  return func.decorators.some((one) => externalName(one)?.endsWith(".cascading"));
}

/** The names in a class's body in order, without Python's and SQLAlchemy's own. */
function namesOf(of: ClassV): readonly string[] {
  const names = new Set([...of.members.keys(), ...of.annotations.keys()]);
  const places = [...names].map((name) => ({ name, line: lineOf(of, name) }));
  return places
    .filter(({ name }) => !/^(?:_sa_|__)/.test(name))
    .sort((a, b) => a.line - b.line)
    .map(({ name }) => name);
}

/** The line of a name's annotation or value; what is set from elsewhere comes last. */
function lineOf(of: ClassV, name: string): number {
  const node = of.annotations.get(name);
  if (node !== undefined) return node.line;
  const value = of.members.get(name);
  if (value?.kind === "function") return value.node.line;
  const place = value?.kind === "call" ? value.place : undefined;
  const isInside = place?.path === of.path && place.line >= of.node.line;
  return isInside && place.line <= of.node.endLine ? place.line : of.node.endLine;
}
