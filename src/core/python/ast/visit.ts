import { type Range, range } from "../../text/range";
import { childFields } from "./fields";
import type { Arguments, Call, ClassDef, Node, PositionedNode } from "./nodes";
import type { Positioned } from "./position";

/** The range of a node, as LSP has it. */
export function rangeOf(node: Positioned): Range {
  return range(node.line, node.character, node.endLine, node.endCharacter);
}

/** Whether the node says where it stands, which `Module`, `arguments`, `comprehension`, … do not. */
export function isPositioned(node: Node): node is PositionedNode {
  return "line" in node;
}

/** The nodes that a node is directly made of, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}

/** Calls back with each node that a node is directly made of, in the order of the text. */
export function forEachChild(node: Node, callback: (child: Node) => void): void {
  if (node.nodeType === "arguments") forEachParameterPart(node, callback);
  else if (node.nodeType === "Dict") forEachPair(node.keys, node.values, callback);
  else if (node.nodeType === "MatchMapping") forEachPair(node.keys, node.patterns, callback);
  else if ((node.nodeType === "Call" || node.nodeType === "ClassDef") && node.keywords.length > 0) {
    forEachArgument(node, callback);
  } else forEachField(node, callback);
}

function forEachField(node: Node, callback: (child: Node) => void): void {
  // The fields listed for a class hold nodes, lists of nodes (with gaps) or null, which the table's type cannot say.
  const values = node as unknown as Record<string, Node | readonly (Node | null)[] | null>;
  for (const field of childFields[node.nodeType]) {
    const value = values[field];
    if (value === null || value === undefined) continue;
    if (!isList(value)) callback(value);
    else for (const child of value) if (child !== null) callback(child);
  }
}

function isList(value: Node | readonly (Node | null)[]): value is readonly (Node | null)[] {
  return Array.isArray(value);
}

/**
 * Visits a node and all nodes below it, parents first and in the order of the text, however deep they lie.
 * @param enter returns `false` to leave out what is below the node
 * @param leave called after all below the node were visited, or left out
 */
export function walk(
  root: Node,
  enter: (node: Node) => unknown,
  leave?: (node: Node) => void,
): void {
  // Each pending node, or `undefined` where the node on top of `open` is done.
  const pending: (Node | undefined)[] = [root];
  const open: Node[] = [];
  while (pending.length > 0) {
    const node = pending.pop();
    if (node === undefined) {
      const done = open.pop();
      if (done !== undefined) leave?.(done);
      continue;
    }
    if (leave !== undefined) {
      open.push(node);
      pending.push(undefined);
    }
    if (enter(node) === false) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index]);
  }
}

function forEachPair(
  keys: readonly (Node | null)[],
  values: readonly Node[],
  callback: (child: Node) => void,
): void {
  for (const [index, value] of values.entries()) {
    const key = keys[index];
    if (key !== null && key !== undefined) callback(key);
    callback(value);
  }
}

function forEachParameterPart(node: Arguments, callback: (child: Node) => void): void {
  const positional = [...node.posonlyargs, ...node.args];
  const required = positional.length - node.defaults.length;
  for (const [index, parameter] of positional.entries()) {
    callback(parameter);
    const value = node.defaults[index - required];
    if (value !== undefined) callback(value);
  }
  if (node.vararg !== null) callback(node.vararg);
  forEachKeywordOnly(node, callback);
  if (node.kwarg !== null) callback(node.kwarg);
}

function forEachKeywordOnly(node: Arguments, callback: (child: Node) => void): void {
  for (const [index, parameter] of node.kwonlyargs.entries()) {
    callback(parameter);
    const value = node.kw_defaults[index];
    if (value !== null && value !== undefined) callback(value);
  }
}

/** `f(a=1, *b)`: positional and keyword arguments can take turns. */
function forEachArgument(node: Call | ClassDef, callback: (child: Node) => void): void {
  const isCall = node.nodeType === "Call";
  if (isCall) callback(node.func);
  else for (const child of [...node.decorator_list, ...node.type_params]) callback(child);
  const inOrder: (Node & Positioned)[] = [...(isCall ? node.args : node.bases), ...node.keywords];
  inOrder.sort((a, b) => a.line - b.line || a.character - b.character);
  for (const argument of inOrder) callback(argument);
  if (!isCall) for (const statement of node.body) callback(statement);
}
