import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import type { AsyncFunctionDef, FunctionDef, Statement } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import type { TestFact } from "./facts";
import type { Target } from "./target";

/** The tests of a target: all of a test file that has its name, elsewhere those that use what they import from it. */
export function testsOf(target: Target, code: CodeBase): readonly TestFact[] {
  const files = new Set(target.files);
  const stem = target.path.slice(target.path.lastIndexOf("/") + 1).replace(/\.py$/, "");
  const isNamed = new RegExp(`(?:^|/)(?:test_${stem}(?:_\\w+)?|${stem}_test)\\.py$|/${stem}/`);
  return code.paths.filter(isTestPath).flatMap((path) => {
    const body = code.statements(path);
    const isOwn = stem !== "" && isNamed.test(path);
    const imported = isOwn ? new Set<string>() : importedFrom(files, path, body, code);
    if (!isOwn && imported.size === 0) return [];
    return testFunctions(body)
      .filter((one) => isOwn || names(one, imported))
      .map(({ name, nameLine }) => ({ name, path, line: nameLine + 1 }));
  });
}

function importedFrom(
  files: ReadonlySet<string>,
  path: string,
  body: readonly Statement[],
  code: CodeBase,
): ReadonlySet<string> {
  return new Set(
    body.flatMap((statement) => {
      if (statement.nodeType !== "ImportFrom" || statement.level > 0 || !statement.module)
        return [];
      const isIn = (name: string): boolean => files.has(code.resolve(name, path) ?? "");
      const whole = isIn(statement.module);
      return statement.names
        .filter(({ name }) => whole || isIn(`${statement.module}.${name}`))
        .map(({ name, asname }) => asname ?? name);
    }),
  );
}

function testFunctions(body: readonly Statement[]): readonly (FunctionDef | AsyncFunctionDef)[] {
  return body.flatMap((statement) => {
    if (statement.nodeType === "ClassDef") return testFunctions(statement.body);
    const isTest =
      statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef";
    return isTest && statement.name.startsWith("test") ? [statement] : [];
  });
}

function names(root: Statement, wanted: ReadonlySet<string>): boolean {
  let isFound = false;
  walk(root, (node) => {
    if (node.nodeType === "Name" && wanted.has(node.id)) isFound = true;
    return !isFound;
  });
  return isFound;
}
