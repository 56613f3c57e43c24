import type { Expression, Statement, TypeParam } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { expression, name, unknown } from "./expressions";
import { operators } from "./operators";
import {
  character,
  endCharacter,
  endLine,
  line,
  report,
  rule,
  type Source,
  setContext,
} from "./source";
import { typeCallAssignment } from "./typeCalls";
import { typeParams } from "./typeParams";

/** Converts `a = b = value` and `a: annotation = value`. */
export function assignment(source: Source, node: number): Statement {
  const { table } = source;
  const left = first(node);
  const token = next(table, left);
  if (kind(table, token) === Kind.Colon) return annotated(source, node, left, token + stride);
  const targets = [setContext(expression(source, left), "Store")];
  let value = token + stride;
  while (kind(table, value) === Kind.assignment) {
    const target = first(value);
    const equal = next(table, target);
    if (kind(table, equal) !== Kind.Equal) break;
    targets.push(setContext(expression(source, target), "Store"));
    value = equal + stride;
  }
  return {
    nodeType: "Assign",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    targets,
    value: expression(source, value),
  };
}

function annotated(source: Source, node: number, left: number, type: number): Statement {
  const { table } = source;
  const value = next(table, type);
  const hasValue = value < next(table, node);
  return {
    nodeType: "AnnAssign",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    target: setContext(expression(source, left), "Store"),
    annotation: expression(source, type),
    value: hasValue ? expression(source, value + stride) : null,
    simple: kind(table, left) === Kind.identifier ? 1 : 0,
  };
}

/** Converts `a += value`. */
export function augmentedAssignment(source: Source, node: number): Statement {
  const { table } = source;
  const target = first(node);
  const token = next(table, target);
  const op = operators[kind(table, token)];
  if (op === undefined) report(source, node);
  return {
    nodeType: "AugAssign",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    target: setContext(expression(source, target), "Store"),
    op: op ?? "Add",
    value: expression(source, next(table, token)),
  };
}

/** Converts `type Name[T] = value`. */
export function typeAlias(source: Source, node: number): Statement | undefined {
  const { table } = source;
  const end = next(table, node);
  const left = rule(table, first(node), end);
  const right = rule(table, next(table, left), end);
  let target = left;
  while (kind(table, target) === Kind.type) target = first(target);
  let annotation = -1;
  if (kind(table, target) === Kind.constrained_type) {
    annotation = rule(table, next(table, first(target)), next(table, target));
    target = first(target);
    while (kind(table, target) === Kind.type) target = first(target);
  }
  const call = typeCallAssignment(source, node, target, annotation, right);
  if (call !== undefined) return call;
  let params: TypeParam[] = [];
  const found = kind(table, target);
  if (found === Kind.generic_type || found === Kind.subscript) {
    const whole = target;
    target = first(whole);
    const list = next(table, target);
    const isList = kind(table, list) === Kind.type_parameter;
    params = typeParams(source, isList ? first(list) : list, next(table, whole));
  }
  const alias: Expression =
    kind(table, target) === Kind.identifier ? name(source, target) : unknown(source, node);
  if (alias.nodeType !== "Name") return undefined;
  return {
    nodeType: "TypeAlias",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    name: { ...alias, ctx: "Store" },
    type_params: params,
    value: expression(source, right),
  };
}
