import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";
import { isImported } from "../../project/importsReach";
import { walk } from "../../python/ast/visit";
import type { PythonFile } from "../../python/pythonFile";

/**
 * Whether a file is a script: it does its work where `__name__` is `"__main__"`, no other file imports it, and no request
 * is answered in it.
 */
export function isScript({ path, parsed }: PythonFile, code: CodeBase): boolean {
  const hasMainBlock = parsed.module.body.some((statement) => {
    let isFound = false;
    if (statement.nodeType !== "If") return false;
    walk(statement.test, (one) => {
      isFound ||= one.nodeType === "Name" && one.id === "__name__";
      return !isFound;
    });
    return isFound;
  });
  if (!hasMainBlock || isImported(path, code)) return false;
  return backend.routing(code).endpoints.every(({ handler }) => handler.path !== path);
}
