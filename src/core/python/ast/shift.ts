import type { Mutable } from "./mutable";
import type { Node } from "./nodes";
import type { Named } from "./statements";
import { forEachChild } from "./visit";

/** Moves a node and all below it down by some lines, or up by less than none. */
export function shiftLines(root: Node, lines: number): void {
  const pending: Node[] = [root];
  const push = (child: Node) => {
    pending.push(child);
  };
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ("line" in node) {
      const moved: Mutable<typeof node> = node;
      moved.line += lines;
      moved.endLine += lines;
    }
    if ("nameLine" in node) (node as Mutable<Named>).nameLine += lines;
    forEachChild(node, push);
  }
}
