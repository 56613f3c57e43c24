import type { Kind } from "./kinds";

/*
 * A syntax tree as one flat array of numbers: nodes in the order in which they begin, parents before children, eight
 * numbers each. A node is named by the index of its first number, so `first(table, node)` is its first child and a
 * child's `next` is its sibling. Nothing is allocated per node, and siblings lie side by side in memory.
 */

/** A tree, or part of one, flattened. */
export type SyntaxTable = Int32Array;

/** Numbers a node takes. */
export const stride = 8;

/** Offsets of a node's numbers. The first holds the kind (8 bits) and above it how many nodes the subtree has. */
export const column = {
  kindAndSize: 0,
  /** UTF-16 offset in the text that was parsed. */
  start: 2,
  end: 3,
  line: 4,
  character: 5,
  endLine: 6,
  endCharacter: 7,
} as const;

/** The most nodes that one table can hold. */
export const maximalSize = 0xffffff;

/** What a node is. */
export function kind(table: SyntaxTable, node: number): Kind {
  return ((table[node] as number) & 0xff) as Kind;
}

/** The index after the node and all below it: its next sibling, or the end of its parent. */
export function next(table: SyntaxTable, node: number): number {
  return node + (((table[node] as number) >>> 8) << 3);
}

/** The node's first child; equal to `next(table, node)` where it has none. */
export function first(node: number): number {
  return node + stride;
}
