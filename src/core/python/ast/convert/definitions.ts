import type { ClassDef, Expression, Statement, TypeParam } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { clauseBody } from "./blocks";
import { expression } from "./expressions";
import { noParameters, parameters } from "./parameters";
import { character, line, rule, type Source, textOf } from "./source";
import { type CallArguments, callArguments } from "./trailers";
import { typeParams } from "./typeParams";

/** Converts `def` and `async def`. */
export function functionDefinition(
  source: Source,
  node: number,
  decorators: readonly Expression[],
): Statement {
  const { table } = source;
  const end = next(table, node);
  const isAsync = kind(table, first(node)) === Kind.Async;
  const name = first(node) + (isAsync ? stride : 0);
  let args = noParameters();
  let returns: Expression | null = null;
  let params: TypeParam[] = [];
  for (let child = next(table, name); child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found === Kind.parameters) args = parameters(source, child);
    else if (found === Kind.type) returns = expression(source, child);
    else if (found === Kind.type_parameter) {
      params = typeParams(source, first(child), next(table, child));
    }
  }
  const { body, endLine, endCharacter } = clauseBody(source, node);
  return {
    nodeType: isAsync ? "AsyncFunctionDef" : "FunctionDef",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
    nameLine: line(table, name),
    nameCharacter: character(table, name),
    name: source.names.get(textOf(source, name)),
    args,
    body,
    decorator_list: decorators,
    returns,
    type_params: params,
  };
}

/** Converts `class`. */
export function classDefinition(
  source: Source,
  node: number,
  decorators: readonly Expression[],
): ClassDef {
  const { table } = source;
  const end = next(table, node);
  const name = first(node);
  let bases: CallArguments = { args: [], keywords: [] };
  let params: TypeParam[] = [];
  for (let child = next(table, name); child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found === Kind.argument_list) bases = callArguments(source, child);
    else if (found === Kind.type_parameter) {
      params = typeParams(source, first(child), next(table, child));
    }
  }
  const { body, endLine, endCharacter } = clauseBody(source, node);
  return {
    nodeType: "ClassDef",
    line: line(table, node),
    character: character(table, node),
    endLine,
    endCharacter,
    nameLine: line(table, name),
    nameCharacter: character(table, name),
    name: source.names.get(textOf(source, name)),
    bases: bases.args,
    keywords: bases.keywords,
    body,
    decorator_list: decorators,
    type_params: params,
  };
}

/** Converts a definition with its decorators. */
export function decoratedDefinition(source: Source, node: number): Statement | undefined {
  const { table } = source;
  const end = next(table, node);
  const decorators: Expression[] = [];
  for (let child = first(node); child < end; child = next(table, child)) {
    switch (kind(table, child)) {
      case Kind.decorator:
        decorators.push(expression(source, rule(table, first(child), next(table, child))));
        break;
      case Kind.function_definition:
        return functionDefinition(source, child, decorators);
      case Kind.class_definition:
        return classDefinition(source, child, decorators);
    }
  }
  return undefined;
}
