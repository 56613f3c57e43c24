import type { Mutable } from "../mutable";
import type { Node, Statement } from "../nodes";
import { forEachChild } from "../visit";

/** A place in a text. */
export interface End {
  readonly endLine: number;
  readonly endCharacter: number;
}

/** The statements of a block. */
export interface Block {
  readonly body: readonly Statement[];
  /** Where it ends, if that is at a semicolon after the last of them. */
  readonly semicolon: End | undefined;
}

/**
 * Puts blocks in the place of the `pass` statements that stood for them, and moves the ends of the statements that
 * hold them.
 * @param blocks by the line of their `pass`
 */
export function insertBlocks(statement: Statement, blocks: ReadonlyMap<number, Block>): void {
  const parents = compoundNodes(statement);
  for (const node of parents) replaceBodies(node, blocks);
  const semicolons = new Map([...blocks.values()].map(({ body, semicolon }) => [body, semicolon]));
  // The innermost last, so that ends are taken over from the inside out.
  for (const node of parents.reverse()) moveEnd(node, semicolons);
}

/** The node and the parts of it that hold statements, a holder before what it holds. */
function compoundNodes(root: Node): Node[] {
  const result: Node[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!bodyFields.some((field) => field in (node as Node))) {
      if (node.nodeType !== "Match") continue;
    }
    result.push(node);
    forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  return result;
}

const bodyFields = ["body", "orelse", "finalbody"] as const;

/** The lists of a node, by name; some are of statements. */
type Lists = Mutable<Partial<Record<(typeof bodyFields)[number], readonly Statement[]>>>;

function replaceBodies(node: Node, blocks: ReadonlyMap<number, Block>): void {
  // Whether a field of that name holds statements is asked below.
  const lists = node as unknown as Lists;
  for (const field of bodyFields) {
    const list = lists[field];
    const [only] = Array.isArray(list) ? list : [];
    if (only?.nodeType !== "Pass") continue;
    const block = blocks.get(only.line);
    if (block !== undefined) lists[field] = block.body;
  }
}

const endFields = ["finalbody", "orelse", "handlers", "cases", "body"] as const;

/** @param semicolons where a block ends that does not end with its last statement */
function moveEnd(node: Node, semicolons: ReadonlyMap<readonly Node[], End | undefined>): void {
  if (!("endLine" in node)) return;
  // The last of these that holds anything is where the node ends.
  const lists = node as unknown as Record<string, readonly Node[] | undefined>;
  for (const field of endFields) {
    const list = lists[field];
    const last = list && (semicolons.get(list) ?? lastPositioned(list, semicolons));
    if (last === undefined) continue;
    const moved: Mutable<typeof node> = node;
    moved.endLine = last.endLine;
    moved.endCharacter = last.endCharacter;
    return;
  }
}

function lastPositioned(
  list: readonly Node[],
  semicolons: ReadonlyMap<readonly Node[], End | undefined>,
): End | undefined {
  const last = list[list.length - 1];
  if (last === undefined) return undefined;
  if (last.nodeType === "match_case") {
    return semicolons.get(last.body) ?? last.body[last.body.length - 1];
  }
  return "endLine" in last ? last : undefined;
}
