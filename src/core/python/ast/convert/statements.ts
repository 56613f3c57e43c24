import type { Statement } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { assignment, augmentedAssignment, typeAlias } from "./assignments";
import { elements } from "./collections";
import { forStatement, ifStatement, whileStatement, withStatement } from "./compound";
import { classDefinition, decoratedDefinition, functionDefinition } from "./definitions";
import { expression, expressionOrTuple } from "./expressions";
import { importFrom, importStatement } from "./imports";
import { matchStatement } from "./matching";
import { printStatement } from "./print";
import {
  ascend,
  character,
  descend,
  endCharacter,
  endLine,
  line,
  report,
  rule,
  type Source,
  setContext,
  textOf,
} from "./source";
import { tryStatement } from "./try";

/** Converts a statement and adds it to a list; adds nothing for what is none. */
export function statement(source: Source, node: number, to: Statement[]): void {
  descend(source);
  const result = convert(source, node);
  if (result !== undefined) to.push(result);
  ascend(source);
}

function convert(source: Source, node: number): Statement | undefined {
  const { table } = source;
  switch (kind(table, node)) {
    case Kind.expression_statement:
      return expressionStatement(source, node);
    case Kind.return_statement:
    case Kind.delete_statement:
    case Kind.raise_statement:
    case Kind.assert_statement:
    case Kind.pass_statement:
    case Kind.break_statement:
    case Kind.continue_statement:
    case Kind.global_statement:
    case Kind.nonlocal_statement:
      return simple(source, node);
    case Kind.import_statement:
      return importStatement(source, node);
    case Kind.import_from_statement:
    case Kind.future_import_statement:
      return importFrom(source, node);
    case Kind.if_statement:
      return ifStatement(source, node);
    case Kind.for_statement:
      return forStatement(source, node);
    case Kind.while_statement:
      return whileStatement(source, node);
    case Kind.with_statement:
      return withStatement(source, node);
    case Kind.try_statement:
      return tryStatement(source, node);
    case Kind.match_statement:
      return matchStatement(source, node);
    case Kind.function_definition:
      return functionDefinition(source, node, []);
    case Kind.class_definition:
      return classDefinition(source, node, []);
    case Kind.decorated_definition:
      return decoratedDefinition(source, node);
    case Kind.type_alias_statement:
      return typeAlias(source, node);
    case Kind.print_statement:
      return printStatement(source, node);
    case Kind.Semicolon:
      return undefined;
    default:
      report(source, node);
      return undefined;
  }
}

function expressionStatement(source: Source, node: number): Statement {
  const { table } = source;
  const head = first(node);
  switch (kind(table, head)) {
    case Kind.assignment:
      return assignment(source, head);
    case Kind.augmented_assignment:
      return augmentedAssignment(source, head);
    default:
      return {
        nodeType: "Expr",
        line: line(table, node),
        character: character(table, node),
        endLine: endLine(table, node),
        endCharacter: endCharacter(table, node),
        value: expressionOrTuple(source, head, next(table, node)),
      };
  }
}

function simple(source: Source, node: number): Statement {
  const { table } = source;
  const end = next(table, node);
  const head = rule(table, first(node), end);
  const hasValue = head < end;
  const position = {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
  switch (kind(table, node)) {
    case Kind.return_statement:
      return {
        nodeType: "Return",
        ...position,
        value: hasValue ? expression(source, head) : null,
      };
    case Kind.delete_statement: {
      const isList = kind(table, head) === Kind.expression_list;
      const targets = isList
        ? elements(source, first(head), next(table, head))
        : elements(source, head, end);
      for (const target of targets) setContext(target, "Del");
      return { nodeType: "Delete", ...position, targets };
    }
    case Kind.raise_statement:
      return { nodeType: "Raise", ...position, ...raised(source, node) };
    case Kind.assert_statement: {
      const [test, msg] = elements(source, head, end);
      return {
        nodeType: "Assert",
        ...position,
        test: test ?? expression(source, node),
        msg: msg ?? null,
      };
    }
    case Kind.break_statement:
      return { nodeType: "Break", ...position };
    case Kind.continue_statement:
      return { nodeType: "Continue", ...position };
    case Kind.global_statement:
      return { nodeType: "Global", ...position, names: names(source, head, end) };
    case Kind.nonlocal_statement:
      return { nodeType: "Nonlocal", ...position, names: names(source, head, end) };
    default:
      return { nodeType: "Pass", ...position };
  }
}

function raised(source: Source, node: number) {
  const { table } = source;
  const end = next(table, node);
  const exc = rule(table, first(node), end);
  if (exc >= end) return { exc: null, cause: null };
  const from = next(table, exc);
  const cause = rule(table, from, end);
  return {
    exc: expression(source, exc),
    cause: cause < end ? expression(source, cause) : null,
  };
}

function names(source: Source, from: number, end: number): string[] {
  const { table } = source;
  const result: string[] = [];
  for (
    let child = rule(table, from, end);
    child < end;
    child = rule(table, next(table, child), end)
  ) {
    result.push(source.names.get(textOf(source, child)));
  }
  return result;
}
