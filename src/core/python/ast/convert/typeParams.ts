import type { TypeParam } from "../nodes";
import type { Positioned } from "../position";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { expression } from "./expressions";
import {
  character,
  endCharacter,
  endLine,
  line,
  report,
  rule,
  type Source,
  textOf,
} from "./source";

/** Converts `T: bound`, `*Ts`, `**P` between two places. */
export function typeParams(source: Source, from: number, end: number): TypeParam[] {
  const { table } = source;
  const result: TypeParam[] = [];
  for (let child = rule(table, from, end); child < end; ) {
    const param = typeParam(source, child);
    if (param !== undefined) result.push(param);
    child = rule(table, next(table, child), end);
  }
  return result;
}

function typeParam(source: Source, from: number): TypeParam | undefined {
  const { table } = source;
  let node = from;
  while (kind(table, node) === Kind.type) node = first(node);
  const end = next(table, node);
  const head = rule(table, first(node), end);
  const position = {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  switch (kind(table, node)) {
    case Kind.identifier:
      return typeVar(source, node, -1, position);
    // In the type parameters of a `type` statement, which the grammar reads as a subscript.
    case Kind.slice:
    case Kind.constrained_type: {
      const bound = rule(table, next(table, head), end);
      return typeVar(source, head, bound, position);
    }
    case Kind.list_splat:
    case Kind.list_splat_pattern:
      return typeVarTuple(source, head, position);
    case Kind.splat_type:
      return kind(table, first(node)) === Kind.DoubleStar
        ? { nodeType: "ParamSpec", ...position, name: nameOf(source, head), default_value: null }
        : typeVarTuple(source, head, position);
    case Kind.dictionary_splat:
      return {
        nodeType: "ParamSpec",
        ...position,
        name: nameOf(source, head),
        default_value: null,
      };
    default:
      report(source, node);
      return undefined;
  }
}

function typeVar(source: Source, name: number, bound: number, position: Positioned): TypeParam {
  return {
    nodeType: "TypeVar",
    ...position,
    name: nameOf(source, name),
    bound: bound < 0 ? null : expression(source, bound),
    default_value: null,
  };
}

function typeVarTuple(source: Source, name: number, position: Positioned): TypeParam {
  return { nodeType: "TypeVarTuple", ...position, name: nameOf(source, name), default_value: null };
}

function nameOf(source: Source, node: number): string {
  return source.names.get(textOf(source, node));
}
