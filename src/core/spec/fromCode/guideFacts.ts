import { parse as parseToml } from "smol-toml";
import { backendOf } from "../../detection/backends";
import { toolsOf } from "../../detection/tools";
import { ancestors } from "../../evaluation/classes";
import { type ClassV, externalName, type FunctionV } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import { functionsCalled } from "../../frameworks/callGraph";
import { exceptionHandlersOf } from "../../frameworks/fastapi/application/exceptionHandlers";
import {
  endpointDependencies,
  flatDependencies,
} from "../../frameworks/fastapi/dependencies/endpointDependencies";
import type { CodeBase } from "../../project/codeBase";
import { folderOf } from "../../project/paths";
import { isTestPath } from "../../project/testPaths";
import { summaryOf } from "./codeDocstring";
import type { ClassFact, GuideFacts, MethodFact } from "./facts";
import { basesOf, methodFact } from "./pythonText";
import type { Target } from "./target";

/** How a backend is put together, as far as a guide shows it: what a module's document has nothing of. */
export function guideFacts(target: Target, code: CodeBase): GuideFacts {
  const files = new Set(target.files);
  const isOwn = ({ path }: FunctionV): boolean => files.has(path);
  const { endpoints, applications } = backend.routing(code);
  const own = endpoints.filter(({ handler }) => files.has(handler.path));
  const provided = own.flatMap((one) =>
    flatDependencies(endpointDependencies(one, code).dependencies).flatMap(({ callable }) =>
      functionsCalled(callable),
    ),
  );
  const handlers = applications
    .flatMap((one) => exceptionHandlersOf(one, code))
    .flatMap(({ handler }) => functionsCalled(handler));
  return {
    ...setupOf(target, code),
    providers: signatures(
      provided.filter((one) => isOwn(one) && !/^__\w+__$/.test(one.name)),
      code,
    ),
    handlers: signatures(
      own.flatMap(({ handler }) => (handler.kind === "function" ? [handler] : [])),
      code,
    ),
    errorHandlers: signatures(handlers.filter(isOwn), code),
    exceptions: target.files.flatMap((path) => exceptionsIn(path, code)),
    fixtures: signatures(fixturesOf(code), code),
  };
}

function signatures(functions: readonly FunctionV[], code: CodeBase): readonly MethodFact[] {
  const unique = new Map(functions.map((one) => [one.node, one]));
  return [...unique.values()].flatMap((one) => methodFact(one, code, []) ?? []);
}

function exceptionsIn(path: string, code: CodeBase): readonly ClassFact[] {
  return [...code.run(path).definitions.values()].flatMap((of) => {
    if (of.kind !== "class" || !isException(of)) return [];
    const line = of.node.nameLine + 1;
    const description = summaryOf(of.node.body);
    return [{ name: of.name, bases: basesOf(of), description, path, line }];
  });
}

function isException(of: ClassV): boolean {
  return ancestors(of).some((one) =>
    /(?:^|\.)(?:\w+Error|(?:Base|HTTP)?Exception)$/.test(externalName(one) ?? ""),
  );
}

/** https://docs.pytest.org/en/stable/how-to/fixtures.html */
function fixturesOf(code: CodeBase): readonly FunctionV[] {
  const paths = code.paths.filter((path) => isTestPath(path) && path.endsWith("conftest.py"));
  return paths.flatMap((path) =>
    [...code.run(path).definitions.values()].filter(
      (one): one is FunctionV =>
        one.kind === "function" &&
        one.decorators.some((each) => {
          const made = each.kind === "call" ? each.func : each;
          return /^pytest(?:_asyncio)?(?:\.\w+)*\.fixture$/.test(externalName(made) ?? "");
        }),
    ),
  );
}

const installs = {
  uv: "uv sync",
  poetry: "poetry install",
  pdm: "pdm install",
  pipenv: "pipenv install",
  pip: undefined,
} as const;

/** What a backend is installed with, and the packages that the nearest `pyproject.toml` names. */
function setupOf(
  { path, files }: Target,
  code: CodeBase,
): Pick<GuideFacts, "install" | "packages"> {
  const owner = backendOf(files[0] ?? path, code);
  const manager = owner && toolsOf(owner, code).packageManager.value;
  return {
    install: manager && installs[manager],
    packages: packagesNear(owner?.folder ?? path, code.toolFiles()),
  };
}

function packagesNear(from: string, files: ReadonlyMap<string, string>): readonly string[] {
  for (let folder = from; ; folder = folderOf(folder)) {
    const text = files.get(folder === "" ? "pyproject.toml" : `${folder}/pyproject.toml`);
    const found = text === undefined ? [] : packagesIn(text);
    if (found.length > 0 || folder === "") return found;
  }
}

function packagesIn(text: string): readonly string[] {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = parseToml(text);
  } catch {
    return [];
  }
  const listed = tableIn(parsed, "project")?.dependencies;
  const named = tableIn(tableIn(tableIn(parsed, "tool"), "poetry"), "dependencies");
  const all = Array.isArray(listed)
    ? listed.filter((one) => typeof one === "string")
    : Object.keys(named ?? {}).filter((one) => one !== "python");
  // An address may hold a password.
  return all.map((one) => one.replace(/:\/\/[^/\s@]*@/g, "://"));
}

function tableIn(of: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof of !== "object" || of === null) return undefined;
  const value = Object.getOwnPropertyDescriptor(of, key)?.value;
  return typeof value === "object" && value !== null ? value : undefined;
}
