import type { WithItem } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next } from "../tree/table";
import { expression } from "./expressions";
import { rule, type Source, setContext } from "./source";

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
  if (only !== undefined && nodes.length === 1) {
    const inner = itemsInParentheses(source, only);
    if (inner !== undefined) return inner.map((node) => withItem(source, node));
  }
  return nodes.map((node) => withItem(source, node));
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
    const element = kind(table, child);
    // Neither of these can be an item, so the whole is a tuple.
    if (element === Kind.list_splat || element === Kind.named_expression) return undefined;
    items.push(child);
    child = rule(table, next(table, child), end);
  }
  return items.length > 0 ? items : undefined;
}

function withItem(source: Source, node: number): WithItem {
  const { table } = source;
  if (kind(table, node) !== Kind.as_pattern) {
    return {
      nodeType: "withitem",
      context_expr: expression(source, node),
      optional_vars: null,
    };
  }
  const end = next(table, node);
  const value = rule(table, first(node), end);
  const target = rule(table, next(table, value), end);
  return {
    nodeType: "withitem",
    context_expr: expression(source, value),
    optional_vars: setContext(expression(source, target), "Store"),
  };
}
