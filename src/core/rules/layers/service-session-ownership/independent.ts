import type { Block } from "../../../evaluation/evaluator";
import type { FunctionV } from "../../../evaluation/value";
import type { Call } from "../../../python/ast/nodes";
import type { PythonFile } from "../../../python/pythonFile";

const words =
  /\b(?:independent|separate|isolated|autonomous|dedicated|own|new|another|short-?lived)(?:ly)?\b[\w\s,-]{0,40}\b(?:sessions?|transactions?|connections?)\b|\b(?:independent|separate|isolated)ly\b/i;
const names = /(?:independent|separate|isolated|detached|autonomous)/i;

/** Whether somebody says that a session is opened on purpose, by a name, a docstring or a comment, or after a failure. */
export function isIndependent(
  func: FunctionV,
  node: Call,
  within: Block | undefined,
  { parsed }: PythonFile,
): boolean {
  if (names.test(func.name) || isAfterFailure(within)) return true;
  const first = func.node.nodeType === "Lambda" ? undefined : func.node.body[0];
  const docstring =
    first?.nodeType === "Expr" && first.value.nodeType === "Constant" ? first.value.value : "";
  if (typeof docstring === "string" && words.test(docstring)) return true;
  const near = parsed.comments.filter(
    ({ range: { start } }) => start.line >= node.line - 4 && start.line <= node.line + 1,
  );
  return near.some(({ text }) => words.test(text));
}

/** What the request's session did may be rolled back by then. */
function isAfterFailure(within: Block | undefined): boolean {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "handler") return true;
  }
  return false;
}
