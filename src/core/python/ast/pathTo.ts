import type { Module, Node, PositionedNode } from "./nodes";
import type { Positioned } from "./position";
import { childrenOf, isPositioned } from "./visit";

/** The nodes from a module down to a node in it, both included; the module alone when it is not in it. */
export function pathTo(module: Module, target: PositionedNode): readonly Node[] {
  const path: Node[] = [module];
  for (;;) {
    const current = path.at(-1);
    if (current === undefined || current === target) return path;
    const next = childrenOf(current).find((child) => leadsTo(child, target));
    if (next === undefined) return [module];
    path.push(next);
  }
}

function leadsTo(node: Node, target: PositionedNode): boolean {
  if (node === target) return true;
  // Nodes without a place, such as `arguments`, are small: what is in them decides.
  if (!isPositioned(node)) return childrenOf(node).some((child) => leadsTo(child, target));
  return contains(node, target) && (!isSamePlace(node, target) || isAbove(node, target));
}

/** Of two nodes in the same place one is a part of the other: `x` of the statement `x`. */
function isAbove(node: Node, target: PositionedNode): boolean {
  return childrenOf(node).some((child) => leadsTo(child, target));
}

function contains(outer: Positioned, inner: Positioned): boolean {
  const begins =
    outer.line < inner.line || (outer.line === inner.line && outer.character <= inner.character);
  const ends =
    outer.endLine > inner.endLine ||
    (outer.endLine === inner.endLine && outer.endCharacter >= inner.endCharacter);
  return begins && ends;
}

function isSamePlace(a: Positioned, b: Positioned): boolean {
  return contains(a, b) && contains(b, a);
}
