import type { Call, Node, Statement } from "../../../python/ast/nodes";
import { isPositioned, walk } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";

/**
 * Whether what a call makes is given to another call, there or by the name that it gets: `Service(Repository(db))`. Of
 * `Repository(db).get()` the call that follows says it all.
 */
export function isHandedOn(node: Call, body: readonly Statement[], file: PythonFile): boolean {
  const parent = file.parent(node);
  if (isArgument(node, parent)) return true;
  if (parent?.nodeType === "keyword" || parent?.nodeType === "Attribute") return true;
  if (parent?.nodeType !== "Assign" && parent?.nodeType !== "AnnAssign") return false;
  const [target] = parent.nodeType === "Assign" ? parent.targets : [parent.target];
  return target?.nodeType === "Name" && isGiven(target.id, body);
}

function isArgument(node: Node, parent: Node | undefined): boolean {
  return (
    parent?.nodeType === "Call" &&
    isPositioned(node) &&
    parent.args.some((argument) => argument === node)
  );
}

/** Whether a name is an argument of some call. */
function isGiven(name: string, body: readonly Statement[]): boolean {
  let found = false;
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.nodeType !== "Call") return;
      const values = [...node.args, ...node.keywords.map(({ value }) => value)];
      found ||= values.some((value) => value.nodeType === "Name" && value.id === name);
    });
  }
  return found;
}
