import type { Expression } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";

/** Whether a test is about where the code runs: what it guards is for developers. */
export function isForDevelopers(test: Expression): boolean {
  let found = false;
  walk(test, (node) => {
    const name =
      node.nodeType === "Name"
        ? node.id
        : node.nodeType === "Attribute"
          ? node.attr
          : node.nodeType === "Constant" && typeof node.value === "string"
            ? node.value
            : "";
    found ||=
      /debug|^dev|development|local|env(ironment)?$|^is_?prod|production|verbose|testing/i.test(
        name,
      );
    return !found;
  });
  return found;
}
