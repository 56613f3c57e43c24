import type { Value } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { isSameSet } from "../../../project/queries";
import type { Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { isSessionClass } from "../queries/sessions";

const library = ["sessionmaker", "async_sessionmaker", "AsyncSession"];

/**
 * Whether a file names, beside annotations, what makes sessions or factories of them. Without that no call in it makes
 * one, and its functions need not be run to find out.
 */
export function namesMakers(path: string, code: CodeBase): boolean {
  const names = makerNames(code);
  return code.statements(path).some((statement) => {
    let isNamed = false;
    const annotations = new Set<Node | null>();
    walk(statement, (node) => {
      if (isNamed || annotations.has(node) || node.nodeType === "arg") return false;
      if (node.nodeType === "AnnAssign") annotations.add(node.annotation);
      if (node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef")
        annotations.add(node.returns);
      isNamed =
        (node.nodeType === "Name" && names.has(node.id)) ||
        (node.nodeType === "Attribute" && names.has(node.attr));
      return !isNamed;
    });
    return isNamed;
  });
}

/** What the project calls session classes and their factories: the library's names, its own classes, and other names for them. */
function makerNames(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "names of session makers",
    () => {
      const names = new Set(library);
      for (const path of code.paths) {
        if (isAside(path)) continue;
        const { scope, definitions } = code.run(path);
        for (const [name, value] of scope.names)
          if (value.kind !== "import" && isMaker(value)) names.add(name);
        for (const one of definitions.values()) if (isMaker(one)) names.add(one.name);
        for (const { bindings } of code.outlineOf(path)) {
          for (const one of bindings) {
            if (one.kind === "import" && library.includes(one.attribute ?? "")) names.add(one.name);
          }
        }
      }
      return names;
    },
    isSameSet,
  );
}

function isMaker(value: Value): boolean {
  if (value.kind === "choice") return value.options.some(isMaker);
  if (value.kind === "external") return library.includes(value.name.split(".").at(-1) ?? "");
  return value.kind === "class" && isSessionClass(value);
}
