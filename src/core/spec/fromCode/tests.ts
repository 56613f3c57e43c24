import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import type { AsyncFunctionDef, FunctionDef, Statement } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import type { TestFact } from "./facts";
import type { Target } from "./target";

/**
 * The tests of a target: those that use what they import from it, and all of a test file that has a module's name. A single
 * file shares its name with others, so there the name counts only where nothing is imported.
 */
export function testsOf(target: Target, code: CodeBase): readonly TestFact[] {
  const files = new Set(target.files);
  const last = target.path.slice(target.path.lastIndexOf("/") + 1).replace(/\.py$/, "");
  const stem = last.replace(/\W/g, "\\$&");
  const isNamed = new RegExp(`(?:^|/)(?:test_${stem}(?:_\\w+)?|${stem}_test)\\.py$|/${stem}/`);
  const paths = code.paths.filter(isTestPath);
  // All of a backend has all of its tests.
  const longer = longerNames(last, code);
  const isOfOther = (path: string): boolean =>
    longer.some((name) => path.includes(`/test_${name}`) || path.includes(`/${name}/`));
  const named = paths.filter((path) => stem === "" || (isNamed.test(path) && !isOfOther(path)));
  const using = paths.flatMap((path) => testsUsing(path, files, code));
  if (target.isFile && using.length > 0) return using;
  const own = named.flatMap((path) => factsOf(path, testFunctions(code.statements(path))));
  return [...own, ...using.filter(({ path }) => !named.includes(path))];
}

/** What else in the project has a name that begins with this one: the tests of `tag_type` are none of `tag`. */
function longerNames(name: string, code: CodeBase): readonly string[] {
  const parts = code.paths.filter((path) => !isTestPath(path)).flatMap((path) => path.split("/"));
  const names = parts.map((part) => part.replace(/\.py$/, ""));
  return [...new Set(names.filter((other) => other.startsWith(`${name}_`)))];
}

function testsUsing(path: string, files: ReadonlySet<string>, code: CodeBase): readonly TestFact[] {
  const body = code.statements(path);
  const imported = importedFrom(files, path, body, code);
  if (imported.size === 0) return [];
  return factsOf(
    path,
    testFunctions(body).filter((one) => names(one, imported)),
  );
}

function factsOf(path: string, tests: readonly TestFunction[]): readonly TestFact[] {
  return tests.map(({ name, nameLine }) => ({ name, path, line: nameLine + 1 }));
}

type TestFunction = FunctionDef | AsyncFunctionDef;

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

function testFunctions(body: readonly Statement[]): readonly TestFunction[] {
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
