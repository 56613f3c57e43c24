import type { CodeBase } from "../project/codeBase";
import { folderOf } from "../project/paths";
import { isTestPath } from "../project/testPaths";
import type { Statement } from "../python/ast/nodes";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, tally, undetected } from "./detected";

/** Where a backend's tests are, and what they share. */
export interface TestLayout {
  readonly folder: Answer<string>;
  /** Names of the fixtures in `conftest.py` files, with the file. */
  readonly fixtures: readonly { readonly name: string; readonly path: string }[];
}

/** Where the tests of a backend are. */
export function testLayout(backend: Backend, code: CodeBase): TestLayout {
  return code.queries.get(
    `detected test layout ${backend.folder}`,
    () => layoutNow(backend, code),
    isSameAnswer,
  );
}

function layoutNow(backend: Backend, code: CodeBase): TestLayout {
  // The tests of `src/app` are as often in `tests` beside `src`.
  const above = /(?:^|\/)src$/.test(backend.root) ? folderOf(backend.root) : backend.root;
  const tests = code.paths.filter((path) => isTestPath(path) && isBelow(path, above));
  const [most] = tally(tests.flatMap((path) => testFolder(path) ?? []));
  const conftests = tests.filter((path) => /(?:^|\/)conftest\.py$/.test(path));
  const fixtures = conftests.flatMap((path) =>
    code
      .statements(path)
      .filter(isFixture)
      .flatMap((one) =>
        "name" in one && typeof one.name === "string" ? [{ name: one.name, path }] : [],
      ),
  );
  const files = tests.filter((path) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)).length;
  return {
    folder:
      most === undefined
        ? undetected(
            tests.length === 0 ? "there are no tests" : "tests stand beside what they test",
          )
        : detected(
            most[0],
            `it holds ${most[1]} of ${counted(tests.length, "test file")}, ${files} named as tests`,
            ...(fixtures.length === 0
              ? []
              : [
                  `${counted(fixtures.length, "fixture")} in ${counted(conftests.length, "conftest.py file")}`,
                ]),
          ),
    fixtures,
  };
}

/** `server/tests` of `server/tests/users/test_api.py`. */
function testFolder(path: string): string | undefined {
  const parts = path.split("/");
  const at = parts.findIndex(
    (part, index) => index < parts.length - 1 && /^(?:tests?|testing)$/.test(part),
  );
  return at < 0 ? undefined : parts.slice(0, at + 1).join("/");
}

/** `@pytest.fixture`, `@fixture(scope=…)`, `@pytest_asyncio.fixture` */
function isFixture(statement: Statement): boolean {
  if (statement.nodeType !== "FunctionDef" && statement.nodeType !== "AsyncFunctionDef")
    return false;
  return statement.decorator_list.some((decorator) => {
    const func = decorator.nodeType === "Call" ? decorator.func : decorator;
    if (func.nodeType === "Attribute") return func.attr === "fixture";
    return func.nodeType === "Name" && func.id === "fixture";
  });
}
