import type { Block } from "../evaluation/evaluator";
import type { FunctionV } from "../evaluation/value";
import type { If, Node } from "../python/ast/nodes";
import { ownStatements } from "../python/ast/statementsIn";
import { walk } from "../python/ast/visit";

/**
 * Whether what stands in a block of a function runs only for some of its callers: after a test of a parameter, or of
 * something that `self` was given, or on the way out of an error. Whoever follows a call into the function does not
 * know then whether this one gets there.
 */
export function isCallersChoice(within: Block | undefined, func: FunctionV): boolean {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "handler") return true;
    if (block.kind !== "branch") continue;
    const test = testAt(block, func);
    if (test !== undefined && readsParameter(test, func)) return true;
  }
  return false;
}

function testAt({ place }: Block, { node, path }: FunctionV): If["test"] | undefined {
  if (node.nodeType === "Lambda" || place.path !== path) return undefined;
  const found = ownStatements(node.body).find(
    ({ nodeType, line, character }) =>
      nodeType === "If" && line === place.line && character === place.character,
  );
  return found?.nodeType === "If" ? found.test : undefined;
}

function readsParameter(test: Node, { node: { args } }: FunctionV): boolean {
  const names = new Set(
    [...args.posonlyargs, ...args.args, ...args.kwonlyargs].map(({ arg }) => arg),
  );
  let found = false;
  walk(test, (part) => {
    found ||= part.nodeType === "Name" && names.has(part.id);
    return !found;
  });
  return found;
}
