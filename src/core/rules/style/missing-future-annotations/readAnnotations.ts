import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import type { Statement } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/**
 * Whether the project looks at annotations by itself, of whatever functions: it would find texts in the place of types.
 * What `typing.get_type_hints` gives are types still.
 */
export function readsAnnotations(code: CodeBase): boolean {
  return code.queries.get("annotations are read", () =>
    code.paths.some((path) => !isAside(path) && readsIn(path, code)),
  );
}

function readsIn(path: string, code: CodeBase): boolean {
  return code.queries.get(`annotations are read in ${path}`, () => {
    const isInspecting = code
      .outlineOf(path)
      .some(({ imports }) =>
        imports.some(({ module, level }) => level === 0 && module === "inspect"),
      );
    return isInspecting && code.statements(path).some(mentionsAnnotation);
  });
}

function mentionsAnnotation(statement: Statement): boolean {
  let isFound = false;
  walk(statement, (node) => {
    if (node.nodeType === "Attribute") isFound ||= attributes.test(node.attr);
    return !isFound;
  });
  return isFound;
}

const attributes = /^(annotation|return_annotation|__annotations__)$/;
