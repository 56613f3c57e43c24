import type { Arg, Arguments, Expression, Lambda } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
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

/** `Arguments` while parameters are added one by one. */
interface Building {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  readonly kwonlyargs: Arg[];
  readonly kw_defaults: (Expression | null)[];
  kwarg: Arg | null;
  readonly defaults: Expression[];
  /** After `*` or `*args`. */
  keywordOnly: boolean;
}

/** Converts `lambda parameters: body`. */
export function lambda(source: Source, node: number): Lambda {
  const { table } = source;
  const end = next(table, node);
  const head = rule(table, first(node), end);
  const hasParameters = kind(table, head) === Kind.lambda_parameters;
  const body = hasParameters ? rule(table, next(table, head), end) : head;
  return {
    nodeType: "Lambda",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    args: hasParameters ? parameters(source, head) : noParameters(),
    body: expression(source, body),
  };
}

/** No parameters at all. */
export function noParameters(): Arguments {
  return {
    nodeType: "arguments",
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
}

/** Converts the parameters of a function, in or without parentheses. */
export function parameters(source: Source, node: number): Arguments {
  const { table } = source;
  const end = next(table, node);
  const building: Building = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    keywordOnly: false,
  };
  for (let child = first(node); child < end; child = next(table, child)) {
    addParameter(source, child, building);
  }
  const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = building;
  return {
    nodeType: "arguments",
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kw_defaults,
    kwarg,
    defaults,
  };
}

function addParameter(source: Source, node: number, to: Building): void {
  const { table } = source;
  switch (kind(table, node)) {
    case Kind.identifier:
      addNamed(to, arg(source, node, -1), null);
      return;
    case Kind.default_parameter: {
      const value = rule(table, next(table, first(node)), next(table, node));
      addNamed(to, arg(source, first(node), -1), expression(source, value));
      return;
    }
    case Kind.typed_default_parameter: {
      const type = rule(table, next(table, first(node)), next(table, node));
      const value = rule(table, next(table, type), next(table, node));
      addNamed(to, arg(source, first(node), type), expression(source, value));
      return;
    }
    case Kind.typed_parameter:
      addTyped(source, node, to);
      return;
    case Kind.list_splat_pattern:
      to.vararg = arg(source, first(node) + stride, -1);
      to.keywordOnly = true;
      return;
    case Kind.dictionary_splat_pattern:
      to.kwarg = arg(source, first(node) + stride, -1);
      return;
    case Kind.keyword_separator:
      to.keywordOnly = true;
      return;
    case Kind.positional_separator:
      to.posonlyargs = to.args;
      to.args = [];
      return;
    case Kind.tuple_pattern:
      report(source, node);
  }
}

function addTyped(source: Source, node: number, to: Building): void {
  const { table } = source;
  const head = first(node);
  const type = rule(table, next(table, head), next(table, node));
  switch (kind(table, head)) {
    case Kind.list_splat_pattern:
      to.vararg = arg(source, first(head) + stride, type);
      to.keywordOnly = true;
      return;
    case Kind.dictionary_splat_pattern:
      to.kwarg = arg(source, first(head) + stride, type);
      return;
    default:
      addNamed(to, arg(source, head, type), null);
      return;
  }
}

function addNamed(to: Building, parameter: Arg, value: Expression | null): void {
  if (to.keywordOnly) {
    to.kwonlyargs.push(parameter);
    to.kw_defaults.push(value);
    return;
  }
  to.args.push(parameter);
  if (value !== null) to.defaults.push(value);
}

function arg(source: Source, name: number, type: number): Arg {
  const { table } = source;
  const last = type < 0 ? name : type;
  return {
    nodeType: "arg",
    line: line(table, name),
    character: character(table, name),
    endLine: endLine(table, last),
    endCharacter: endCharacter(table, last),
    arg: source.names.get(textOf(source, name)),
    annotation: type < 0 ? null : expression(source, type),
  };
}
