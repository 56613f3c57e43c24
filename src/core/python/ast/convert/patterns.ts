import type { Expression, MatchClass, MatchMapping, Pattern } from "../nodes";
import type { Positioned } from "../position";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { dotted, expression } from "./expressions";
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
  textOf,
} from "./source";

/** Converts what stands after `case`: one pattern, or a sequence without brackets. */
export function openSequence(source: Source, from: number, end: number): Pattern {
  const { table } = source;
  const isOne = next(table, from) >= end;
  if (isOne && !isStar(source, from)) return pattern(source, from);
  return {
    nodeType: "MatchSequence",
    ...span(source, from, end),
    patterns: patternList(source, from, end),
  };
}

function isStar(source: Source, node: number): boolean {
  const { table } = source;
  return kind(table, node) === Kind.case_pattern && kind(table, first(node)) === Kind.splat_pattern;
}

/** From the first of some siblings to the last. */
function span(source: Source, from: number, end: number): Positioned {
  const { table } = source;
  let last = from;
  for (let child = from; child < end; child = next(table, child)) last = child;
  return {
    line: line(table, from),
    character: character(table, from),
    endLine: endLine(table, last),
    endCharacter: endCharacter(table, last),
  };
}

function patternList(source: Source, from: number, end: number): Pattern[] {
  const { table } = source;
  const result: Pattern[] = [];
  for (let child = from; child < end; child = next(table, child)) {
    if (kind(table, child) !== Kind.Comma) result.push(pattern(source, child));
  }
  return result;
}

function pattern(source: Source, node: number): Pattern {
  const { table } = source;
  descend(source);
  const isWrapper = kind(table, node) === Kind.case_pattern;
  const result = isWrapper
    ? siblings(source, first(node), next(table, node), node)
    : siblings(source, node, next(table, node), node);
  ascend(source);
  return result;
}

/** Converts the one pattern that some siblings make: a number can have its sign beside it. */
function siblings(source: Source, from: number, end: number, whole: number): Pattern {
  const { table } = source;
  const position = from < end ? span(source, from, end) : span(source, whole, whole + stride);
  if (from >= end) return { nodeType: "MatchAs", ...position, pattern: null, name: null };
  switch (kind(table, from)) {
    case Kind.Underscore:
      return { nodeType: "MatchAs", ...position, pattern: null, name: null };
    case Kind.as_pattern: {
      const inner = first(from);
      const name = rule(table, next(table, inner), next(table, from));
      return {
        nodeType: "MatchAs",
        ...position,
        pattern: pattern(source, inner),
        name: source.names.get(textOf(source, name)),
      };
    }
    case Kind.dotted_name:
      return captureOrValue(source, from, position);
    case Kind.class_pattern:
      return classPattern(source, from, position);
    case Kind.splat_pattern: {
      const name = rule(table, first(from), next(table, from));
      const isNamed = name < next(table, from);
      const written = isNamed ? source.names.get(textOf(source, name)) : "_";
      return { nodeType: "MatchStar", ...position, name: written === "_" ? null : written };
    }
    case Kind.union_pattern:
      return { nodeType: "MatchOr", ...position, patterns: alternatives(source, from) };
    case Kind.list_pattern:
      return {
        nodeType: "MatchSequence",
        ...position,
        patterns: patternList(source, first(from), next(table, from)),
      };
    case Kind.tuple_pattern:
      return group(source, from, position);
    case Kind.dict_pattern:
      return mapping(source, from, position);
    case Kind.true:
      return { nodeType: "MatchSingleton", ...position, value: true };
    case Kind.false:
      return { nodeType: "MatchSingleton", ...position, value: false };
    case Kind.none:
      return { nodeType: "MatchSingleton", ...position, value: null };
    default:
      return { nodeType: "MatchValue", ...position, value: literal(source, from, end, position) };
  }
}

function captureOrValue(source: Source, node: number, position: Positioned): Pattern {
  const { table } = source;
  const head = first(node);
  const end = next(table, node);
  if (head + stride < end) {
    return { nodeType: "MatchValue", ...position, value: dotted(source, head, end) };
  }
  const name = source.names.get(textOf(source, head));
  return { nodeType: "MatchAs", ...position, pattern: null, name: name === "_" ? null : name };
}

/** `(a)` is `a`; `(a,)` is a sequence. */
function group(source: Source, node: number, position: Positioned): Pattern {
  const { table } = source;
  const from = first(node);
  const end = next(table, node);
  const isGroup = from < end && next(table, from) >= end && !isStar(source, from);
  if (isGroup) return pattern(source, from);
  return { nodeType: "MatchSequence", ...position, patterns: patternList(source, from, end) };
}

function alternatives(source: Source, node: number): Pattern[] {
  const { table } = source;
  const end = next(table, node);
  const result: Pattern[] = [];
  let from = first(node);
  for (let child = from; child <= end; child = next(table, child)) {
    if (child < end && kind(table, child) !== Kind.Bar) continue;
    result.push(siblings(source, from, child, from));
    from = child + stride;
    if (child >= end) break;
  }
  return result;
}

function classPattern(source: Source, node: number, position: Positioned): MatchClass {
  const { table } = source;
  const end = next(table, node);
  const name = first(node);
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  for (let child = next(table, name); child < end; child = next(table, child)) {
    if (kind(table, child) !== Kind.case_pattern) continue;
    const inner = first(child);
    const keyword = keywordOf(source, inner);
    if (keyword === undefined) {
      patterns.push(pattern(source, child));
      continue;
    }
    kwd_attrs.push(source.names.get(textOf(source, first(keyword))));
    kwd_patterns.push(keywordValue(source, keyword, inner));
  }
  const cls = dotted(source, first(name), next(table, name));
  return { nodeType: "MatchClass", ...position, cls, patterns, kwd_attrs, kwd_patterns };
}

/** The `name=pattern` in a pattern of a class, also in `name=pattern as other`. */
function keywordOf(source: Source, node: number): number | undefined {
  const { table } = source;
  if (kind(table, node) === Kind.keyword_pattern) return node;
  const isAlias = kind(table, node) === Kind.as_pattern;
  const inner = first(first(node));
  return isAlias && kind(table, inner) === Kind.keyword_pattern ? inner : undefined;
}

function keywordValue(source: Source, keyword: number, whole: number): Pattern {
  const { table } = source;
  const from = first(keyword) + 2 * stride;
  const value = siblings(source, from, next(table, keyword), keyword);
  if (whole === keyword) return value;
  const name = next(table, whole) - stride;
  return {
    nodeType: "MatchAs",
    line: line(table, from),
    character: character(table, from),
    endLine: endLine(table, name),
    endCharacter: endCharacter(table, name),
    pattern: value,
    name: source.names.get(textOf(source, name)),
  };
}

function mapping(source: Source, node: number, position: Positioned): MatchMapping {
  const { table } = source;
  const end = next(table, node);
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  let key = -1;
  for (let child = first(node); child < end; child = next(table, child)) {
    switch (kind(table, child)) {
      case Kind.Comma:
      case Kind.Colon:
        break;
      case Kind.splat_pattern:
        rest = source.names.get(textOf(source, rule(table, first(child), next(table, child))));
        break;
      case Kind.case_pattern:
        if (key >= 0) patterns.push(pattern(source, child));
        key = -1;
        break;
      default:
        if (key < 0) {
          key = child;
          keys.push(mappingKey(source, child, end));
        }
    }
  }
  return { nodeType: "MatchMapping", ...position, keys, patterns, rest };
}

function mappingKey(source: Source, from: number, end: number): Expression {
  const { table } = source;
  let stop = from;
  while (stop < end && kind(table, stop) !== Kind.Colon) stop = next(table, stop);
  if (kind(table, from) === Kind.dotted_name) {
    return dotted(source, first(from), next(table, from));
  }
  return literal(source, from, stop, span(source, from, stop));
}

/** `1`, `-1`, `-1 + 2j`, a string. */
function literal(source: Source, from: number, end: number, position: Positioned): Expression {
  const { table } = source;
  const found = kind(table, from);
  if (found === Kind.complex_pattern) return complex(source, from, position);
  if (found !== Kind.Minus) {
    if (found === Kind.list_pattern || found === Kind.dict_pattern) report(source, from);
    return expression(source, from);
  }
  if (from + stride >= end) report(source, from);
  const operand = expression(source, from + stride);
  return { nodeType: "UnaryOp", ...position, op: "USub", operand };
}

function complex(source: Source, node: number, position: Positioned): Expression {
  const { table } = source;
  const end = next(table, node);
  const isNegative = kind(table, first(node)) === Kind.Minus;
  const real = first(node) + (isNegative ? stride : 0);
  const sign = next(table, real);
  const imaginary = next(table, sign);
  if (imaginary >= end) return expression(source, node);
  const operand = expression(source, real);
  const left: Expression = isNegative
    ? {
        nodeType: "UnaryOp",
        ...span(source, first(node), sign),
        op: "USub",
        operand,
      }
    : operand;
  return {
    nodeType: "BinOp",
    ...position,
    left,
    op: kind(table, sign) === Kind.Minus ? "Sub" : "Add",
    right: expression(source, imaginary),
  };
}
