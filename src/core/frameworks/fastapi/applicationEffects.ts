import type { Effect } from "../../evaluation/evaluator";
import { runFactory } from "../../evaluation/functionRuns";
import type { FunctionV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameList } from "../../project/queries";
import { isTestPath } from "../../project/testPaths";
import { routerOf } from "./applications";
import { isEntryPoint } from "./entryPoints";
import { ImportOrder, importsOf } from "./importOrder";
import { startupEffects } from "./startup";

/**
 * All that the project's applications do when they are imported and started, in that order: the modules that make an
 * application, or are where one is started, and what they import; then the functions that make an application and that
 * nothing calls, which a server is started with as `uvicorn --factory app.main:create_app` does; then the handlers of
 * the start. What nobody imports does not run. Tests are left out.
 */
export function applicationEffects(code: CodeBase): readonly Effect[] {
  return code.queries.get("application effects", () => {
    const paths = code.paths.filter((path) => !isTestPath(path));
    const made = factories(code, paths).filter(
      ({ node }) => !paths.some((path) => code.run(path).called.has(node)),
    );
    const order = new ImportOrder(code);
    const roots = rootsOf(code, paths, made);
    for (const path of roots.length > 0 ? roots : paths) order.visit(path);
    const runs = made.map((factory) => ({ factory, ...factoryRun(factory, code) }));
    for (const { factory, effects } of runs) {
      const isPart = runs.some((one) => one.factory !== factory && one.called.has(factory.node));
      if (!isPart) order.follow(effects);
    }
    order.follow(startupEffects(order.effects, code));
    return order.effects;
  });
}

/**
 * The applications of which a module's variable is one or the other, by which way a branch goes: each is served in its
 * way, also where it is a part of the other one in that one's.
 */
export function chosenApplications(code: CodeBase): ReadonlySet<Value> {
  const makers = code.paths.filter((path) => !isTestPath(path) && isMaker(path, code));
  const values = makers.flatMap((path) => [...code.run(path).scope.names.values()]);
  const chosen = values.flatMap((value) => (value.kind === "choice" ? value.options : []));
  return new Set(chosen.filter((value) => routerOf(value)?.kind === "application"));
}

function rootsOf(
  code: CodeBase,
  paths: readonly string[],
  made: readonly FunctionV[],
): readonly string[] {
  const makers = paths.filter((path) => isMaker(path, code));
  const own = new Set([...makers, ...made.map(({ path }) => path)]);
  if (own.size === 0) return [];
  const imported = new Set<string>();
  for (const path of paths) {
    for (const one of [...importsOf(path, code).values()].flat())
      if (one !== path) imported.add(one);
  }
  for (const path of paths) {
    if (!imported.has(path) && isEntryPoint(path, code)) own.add(path);
  }
  const found = paths.filter((path) => own.has(path));
  const served = found.filter((path) => !isBeside(path));
  return served.length > 0 ? served : found;
}

/** Whether a file is in a folder of scripts, examples or documentation, which are not what a server is started with. */
function isBeside(path: string): boolean {
  return /(^|\/)(scripts?|examples?|samples?|docs?(_src)?|benchmarks?|bench|tools)\//.test(path);
}

/** Whether importing a module makes an application. */
function isMaker(path: string, code: CodeBase): boolean {
  return code.queries.get(`makes application ${path}`, () =>
    makesApplication(code.run(path).effects),
  );
}

function makesApplication(effects: readonly Effect[]): boolean {
  return effects.some(({ call }) => routerOf(call)?.kind === "application");
}

/** What calling a function that makes an application does. */
export function factoryRun(factory: FunctionV, code: CodeBase): ReturnType<typeof runFactory> {
  return code.remember("factory", factory, (current) => runFactory(code, current));
}

/** Functions whose body makes an application. */
export function factories(code: CodeBase, paths: readonly string[]): readonly FunctionV[] {
  return paths
    .filter((path) => importsApplication(code, path))
    .flatMap((path) =>
      code.queries.get(
        `factories ${path}`,
        () =>
          code
            .functionRuns(path)
            .filter(({ effects }) => makesApplication(effects))
            .map((run) => run.function),
        isSameList,
      ),
    );
}

function importsApplication(code: CodeBase, path: string): boolean {
  return code
    .outlineOf(path)
    .some(({ imports }) => imports.some(({ module }) => /^(fastapi|starlette)(\.|$)/.test(module)));
}
