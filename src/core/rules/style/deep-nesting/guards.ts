import type { AsyncFunctionDef, FunctionDef, If, Statement } from "../../../python/ast/nodes";
import { blocksOf } from "../../../python/ast/statementsIn";

/** An `if` that could leave instead of holding what follows. */
export interface GuardToBe {
  readonly statement: If;
  /** How it would leave: `return` or `continue`, or as its `else` does. */
  readonly leave: string;
  /** How deep the blocks in it go. */
  readonly depth: number;
  /** Those within it that it takes as well, where its block is still too deep once it is a guard. */
  readonly within: readonly GuardToBe[];
}

/** What a block ends: the function, a loop, or nothing, where more comes after it. */
type Tail = "return" | "continue" | undefined;

/** The outermost `if`s of a function that hold blocks nested over a limit and could be turned into guards. */
export function guardsToBe(
  node: FunctionDef | AsyncFunctionDef,
  limit: number,
): readonly GuardToBe[] {
  const found: GuardToBe[] = [];
  visit(node.body, 0, "return", limit, found);
  return found;
}

function visit(
  body: readonly Statement[],
  depth: number,
  tail: Tail,
  limit: number,
  found: GuardToBe[],
): void {
  body.forEach((statement, index) => {
    const blocks = ownBlocks(statement);
    if (blocks.length === 0) return;
    const inside = deepest(statement, depth);
    if (inside <= limit) return;
    const isLast = index === body.length - 1;
    const leave =
      statement.nodeType === "If" ? leaving(statement, isLast ? tail : undefined) : undefined;
    if (statement.nodeType === "If" && leave !== undefined) {
      const isInBody = deepestIn(statement.body, depth + 1) > limit;
      if (isInBody && deepestIn(statement.orelse, depth + 1) <= limit) {
        const within: GuardToBe[] = [];
        visit(statement.body, depth, isLast ? tail : undefined, limit, within);
        found.push({ statement, leave, depth: inside, within });
        return;
      }
    }
    for (const block of blocks)
      visit(block, depth + 1, tailOf(block, statement, isLast, tail), limit, found);
  });
}

/** How an `if` could leave where its condition does not hold. */
function leaving({ orelse }: If, tail: Tail): string | undefined {
  if (orelse.length === 0) return tail;
  const last = orelse.at(-1);
  // An `else` that leaves can come first, as it is, when it is short.
  if (orelse.length > 3 || last === undefined) return undefined;
  switch (last.nodeType) {
    case "Return":
      return "return";
    case "Raise":
      return "raise";
    case "Continue":
      return "continue";
    default:
      return undefined;
  }
}

/** What the end of a block inside a statement is the end of. */
function tailOf(
  block: readonly Statement[],
  statement: Statement,
  isLast: boolean,
  tail: Tail,
): Tail {
  switch (statement.nodeType) {
    case "For":
    case "AsyncFor":
    case "While":
      if (block === statement.body) return "continue";
      return isLast ? tail : undefined;
    case "If":
    case "With":
    case "AsyncWith":
    case "Match":
      return isLast ? tail : undefined;
    default:
      // Behind a `try` may come its `else` and `finally`.
      return undefined;
  }
}

/** The blocks of a statement; none of what opens a scope. */
function ownBlocks(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return [];
    case "If":
      return branchesOf(statement);
    default:
      return blocksOf(statement);
  }
}

/** The bodies of an `if` with all its `elif`s, which stand on its own level. */
function branchesOf(statement: If): readonly (readonly Statement[])[] {
  const branches: (readonly Statement[])[] = [];
  let current = statement;
  for (;;) {
    branches.push(current.body);
    const [next] = current.orelse;
    const isElif =
      current.orelse.length === 1 &&
      next?.nodeType === "If" &&
      next.character === statement.character;
    if (!isElif) break;
    current = next;
  }
  return [...branches, current.orelse];
}

/** How deep the blocks of a statement go that stands at a depth. */
function deepest(statement: Statement, depth: number): number {
  const blocks = ownBlocks(statement);
  if (blocks.length === 0) return depth;
  return Math.max(...blocks.map((block) => deepestIn(block, depth + 1)));
}

function deepestIn(body: readonly Statement[], depth: number): number {
  return Math.max(depth, ...body.map((statement) => deepest(statement, depth)));
}
