import type { WithItem } from "../nodes";
import { Kind } from "../tree/kinds";
import { column, first, kind, next } from "../tree/table";
import { expression } from "./expressions";
import {
  character,
  endCharacter,
  endLine,
  line,
  rule,
  type Source,
  setContext,
  startOf,
} from "./source";

/**
 * Converts the items of a `with`. `with (a, b):` and `with (a as b):` are items in parentheses, which the grammar can
 * take for a tuple or an expression in parentheses.
 */
export function withItems(source: Source, clause: number): WithItem[] {
  const { table } = source;
  const end = next(table, clause);
  const nodes: number[] = [];
  for (let child = rule(table, first(clause), end); child < end; ) {
    nodes.push(rule(table, first(child), next(table, child)));
    child = rule(table, next(table, child), end);
  }
  const [only] = nodes;
  if (only === undefined) return [];
  const isInParentheses = startOf(table, clause) < startOf(table, only);
  if (isInParentheses && !nodes.every((node) => canBeItem(source, node))) {
    return [tupleItem(source, clause, nodes)];
  }
  const inner = nodes.length === 1 ? itemsInParentheses(source, only) : undefined;
  return (inner ?? nodes).map((node) => withItem(source, node));
}

/** Whether what stands between commas in parentheses can be an item; if one cannot, the whole is a tuple. */
function canBeItem(source: Source, node: number): boolean {
  const found = kind(source.table, node);
  return found !== Kind.list_splat && found !== Kind.named_expression;
}

function tupleItem(source: Source, clause: number, nodes: readonly number[]): WithItem {
  const { table } = source;
  return {
    nodeType: "withitem",
    context_expr: {
      nodeType: "Tuple",
      line: line(table, clause),
      character: character(table, clause),
      endLine: endLine(table, clause),
      endCharacter: endCharacter(table, clause),
      elts: nodes.map((node) => expression(source, node)),
      ctx: "Load",
    },
    optional_vars: null,
  };
}

function itemsInParentheses(source: Source, node: number): number[] | undefined {
  const { table } = source;
  const found = kind(table, node);
  const end = next(table, node);
  if (found === Kind.parenthesized_expression) {
    const inner = rule(table, first(node), end);
    return inner < end && kind(table, inner) === Kind.as_pattern ? [inner] : undefined;
  }
  if (found !== Kind.tuple) return undefined;
  const items: number[] = [];
  for (let child = rule(table, first(node), end); child < end; ) {
    if (!canBeItem(source, child)) return undefined;
    items.push(child);
    child = rule(table, next(table, child), end);
  }
  return items.length > 0 ? items : undefined;
}

function withItem(source: Source, node: number): WithItem {
  const { table } = source;
  const alias = trailingAlias(source, node);
  if (alias === undefined) {
    return {
      nodeType: "withitem",
      context_expr: expression(source, node),
      optional_vars: null,
    };
  }
  const end = next(table, alias);
  const target = rule(table, next(table, rule(table, first(alias), end)), end);
  const optional_vars = setContext(expression(source, target), "Store");
  endAtValue(source, node, alias);
  return { nodeType: "withitem", context_expr: expression(source, node), optional_vars };
}

/** The `x as y` that is the item, or the last operand of it: the grammar reads `a if b else x as y` so. */
function trailingAlias(source: Source, item: number): number | undefined {
  const { table } = source;
  let node = item;
  while (kind(table, node) !== Kind.as_pattern) {
    if (!endsInOperand(kind(table, node))) return undefined;
    node = lastChild(source, node);
  }
  return node;
}

function endsInOperand(found: Kind): boolean {
  return (
    found === Kind.conditional_expression ||
    found === Kind.lambda ||
    found === Kind.boolean_operator ||
    found === Kind.not_operator ||
    found === Kind.comparison_operator
  );
}

function lastChild(source: Source, node: number): number {
  const { table } = source;
  let last = first(node);
  for (let child = last; child < next(table, node); child = next(table, child)) last = child;
  return last;
}

/** Makes the item end before `as` in the table, and what is left of the alias stand for its value. */
function endAtValue(source: Source, item: number, alias: number): void {
  const { table } = source;
  const value = rule(table, first(alias), next(table, alias));
  for (let node = item; ; node = lastChild(source, node)) {
    for (const end of [column.end, column.endLine, column.endCharacter]) {
      table[node + end] = table[value + end] as number;
    }
    if (node === alias) break;
  }
  // A `type` is a wrapper that the AST does not have.
  table[alias] = ((table[alias] as number) & ~0xff) | Kind.type;
}
