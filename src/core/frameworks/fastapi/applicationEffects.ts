import type { Effect } from "../../evaluation/evaluator";
import { runFactory } from "../../evaluation/functionRuns";
import type { FunctionV } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import { routerOf } from "./applications";

/**
 * All that importing the project's modules does beyond themselves, and what the functions do that make an application
 * and that nothing calls: those that a server is started with, as `uvicorn --factory app.main:create_app` does.
 * Tests are left out.
 */
export function applicationEffects(code: CodeBase): readonly Effect[] {
  return code.queries.get("application effects", () => {
    const paths = code.paths.filter((path) => !isTestPath(path));
    const imported = paths.flatMap((path) => code.run(path).effects);
    const called = new Set(paths.flatMap((path) => [...code.run(path).called]));
    const made = factories(code, paths)
      .filter(({ node }) => !called.has(node))
      .flatMap((factory) => runFactory(code, factory));
    return [...imported, ...made];
  });
}

/** Functions whose body makes an application. */
function factories(code: CodeBase, paths: readonly string[]): readonly FunctionV[] {
  return paths
    .filter((path) => importsApplication(code, path))
    .flatMap((path) =>
      code
        .functionRuns(path)
        .filter(({ effects }) => effects.some(({ call }) => routerOf(call)?.kind === "application"))
        .map((run) => run.function),
    );
}

function importsApplication(code: CodeBase, path: string): boolean {
  return (code.factsOf(path)?.statements ?? []).some(({ imports }) =>
    imports.some(({ module }) => /^(fastapi|starlette)(\.|$)/.test(module)),
  );
}
