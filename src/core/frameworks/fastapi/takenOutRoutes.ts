import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import type { Expression, Node } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";

/**
 * Whether the project takes routes out of an application again, or puts them in another order: `del app.routes[0]`,
 * `app.router.routes = …`, `router.routes.remove(route)`. Which are left, and which comes first, cannot be told then.
 * What is put back, as class-based views do with their methods, is still there.
 */
export function takesRoutesOut(code: CodeBase): boolean {
  return code.queries.get("routes are taken out", () =>
    code.paths.some((path) => {
      const isAbout = code
        .outlineOf(path)
        .some(({ imports }) => imports.some(({ module }) => /^(fastapi|starlette)\b/.test(module)));
      return isAbout && !isTestPath(path) && code.statements(path).some(changesRoutes);
    }),
  );
}

function changesRoutes(statement: Node): boolean {
  let isDeleted = false;
  let isRemoved = false;
  let isWritten = false;
  let isAdded = false;
  walk(statement, (node) => {
    if (node.nodeType === "Delete") {
      isDeleted ||= node.targets.some(
        (target) => target.nodeType === "Subscript" && isRoutes(target.value),
      );
    } else if (node.nodeType === "Assign") {
      isWritten ||= node.targets.some((target) =>
        isRoutes(target.nodeType === "Subscript" ? target.value : target),
      );
    } else if (node.nodeType === "Call" && node.func.nodeType === "Attribute") {
      const { attr, value } = node.func;
      isRemoved ||= /^(remove|pop|clear|insert|sort|reverse)$/.test(attr) && isRoutes(value);
      isAdded ||= attr === "append" && isRoutes(value);
    }
    return true;
  });
  return isDeleted || (isRemoved ? !isWritten && !isAdded : isWritten);
}

/** `app.routes`, but not a list of one's own class. */
function isRoutes(target: Expression): boolean {
  if (target.nodeType !== "Attribute" || target.attr !== "routes") return false;
  return target.value.nodeType !== "Name" || target.value.id !== "self";
}
