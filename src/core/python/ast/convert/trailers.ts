import type { Expression, Keyword, Slice } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { elements } from "./collections";
import { expression } from "./expressions";
import { character, endCharacter, endLine, line, rule, type Source, textOf } from "./source";
import { leadingStar, restar, startAfter } from "./stars";
import { tupleOfStar } from "./types";

/** Converts `a.b(c)[d]…`, however long the chain, without going deeper for each link. */
export function trailers(source: Source, outermost: number): Expression {
  const { table } = source;
  const chain: number[] = [];
  let node = outermost;
  for (let found = kind(table, node); isTrailer(found); found = kind(table, node)) {
    chain.push(node);
    node = first(node);
  }
  let result = expression(source, node);
  const star = leadingStar(source, node, result);
  if (star !== undefined) result = star.value;
  const start = startAfter(star, source, node);
  for (let index = chain.length - 1; index >= 0; index--) {
    result = trailer(source, chain[index] as number, result, start);
  }
  return restar(star, source, outermost, result);
}

/** All links of a chain begin where its first operand does. */
export interface Start {
  readonly line: number;
  readonly character: number;
}

/** Whether a node is one link of a chain. */
export function isTrailer(found: Kind): boolean {
  return found === Kind.attribute || found === Kind.call || found === Kind.subscript;
}

/** Converts one link of a chain, given what stands before it. */
export function trailer(source: Source, node: number, base: Expression, start: Start): Expression {
  const { table } = source;
  const end = next(table, node);
  const operand = next(table, first(node));
  switch (kind(table, node)) {
    case Kind.attribute:
      return {
        nodeType: "Attribute",
        line: start.line,
        character: start.character,
        endLine: endLine(table, node),
        endCharacter: endCharacter(table, node),
        value: base,
        attr: source.names.get(textOf(source, operand)),
        ctx: "Load",
      };
    case Kind.subscript:
      return {
        nodeType: "Subscript",
        line: start.line,
        character: start.character,
        endLine: endLine(table, node),
        endCharacter: endCharacter(table, node),
        value: base,
        slice: subscripts(source, operand, end),
        ctx: "Load",
      };
    default: {
      const { args, keywords } = callArguments(source, operand);
      return {
        nodeType: "Call",
        line: start.line,
        character: start.character,
        endLine: endLine(table, node),
        endCharacter: endCharacter(table, node),
        func: base,
        args,
        keywords,
      };
    }
  }
}

/** What a pair of parentheses gives to a call, or to a class. */
export interface CallArguments {
  readonly args: Expression[];
  readonly keywords: Keyword[];
}

/** Converts the arguments of a call. */
export function callArguments(source: Source, node: number): CallArguments {
  const { table } = source;
  if (kind(table, node) === Kind.generator_expression) {
    return { args: [expression(source, node)], keywords: [] };
  }
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  const end = next(table, node);
  for (let child = rule(table, first(node), end); child < end; ) {
    const found = kind(table, child);
    if (found === Kind.keyword_argument || found === Kind.dictionary_splat) {
      keywords.push(keyword(source, child, found));
    } else {
      args.push(expression(source, child));
    }
    child = rule(table, next(table, child), end);
  }
  return { args, keywords };
}

function keyword(source: Source, node: number, found: Kind): Keyword {
  const { table } = source;
  const isNamed = found === Kind.keyword_argument;
  // The name and `=`, or `**`, stand before the value.
  const value = first(node) + (isNamed ? 2 * stride : stride);
  return {
    nodeType: "keyword",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    arg: isNamed ? source.names.get(textOf(source, first(node))) : null,
    value: expression(source, value),
  };
}

/** Converts what stands in the brackets of a subscript. */
export function subscripts(source: Source, from: number, end: number): Expression {
  const { table } = source;
  if (next(table, from) >= end) return tupleOfStar(subscriptElement(source, from));
  let last = from;
  const elts: Expression[] = [];
  for (let child = from; child < end; child = next(table, child)) {
    last = child;
    if (kind(table, child) !== Kind.Comma) elts.push(subscriptElement(source, child));
  }
  return {
    nodeType: "Tuple",
    line: line(table, from),
    character: character(table, from),
    endLine: endLine(table, last),
    endCharacter: endCharacter(table, last),
    elts,
    ctx: "Load",
  };
}

function subscriptElement(source: Source, node: number): Expression {
  return kind(source.table, node) === Kind.slice ? slice(source, node) : expression(source, node);
}

function slice(source: Source, node: number): Slice {
  const { table } = source;
  const end = next(table, node);
  const bounds: (Expression | null)[] = [null, null, null];
  let colons = 0;
  for (let child = first(node); child < end; child = next(table, child)) {
    if (kind(table, child) === Kind.Colon) colons++;
    else bounds[colons] = elements(source, child, next(table, child))[0] ?? null;
  }
  return {
    nodeType: "Slice",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    lower: bounds[0] ?? null,
    upper: bounds[1] ?? null,
    step: bounds[2] ?? null,
  };
}
