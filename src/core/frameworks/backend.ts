import type { CodeBase, ModuleRun } from "../project/codeBase";
import { isSameList } from "../project/queries";
import { isTestPath } from "../project/testPaths";
import { type Dependencies, dependenciesOf, isSameDependencies } from "./dependencies/dependencies";
import { applicationEffects, chosenApplications } from "./fastapi/applicationEffects";
import { type Routing, routing } from "./fastapi/endpoints";
import { type Schemas, schemasOf } from "./pydantic/schemas";
import { type Settings, settingsOf } from "./settings/settings";
import type { LibraryVersions, TableModels } from "./sqlalchemy/model";
import { tables } from "./sqlalchemy/tables";
import { type Tasks, tasksOf } from "./tasks/tasks";

/** What the frameworks mean by a project's code, tests left out. Each part is computed when it is first asked for. */
export const backend = {
  /** What running each module does. */
  runs: (code: CodeBase): readonly ModuleRun[] =>
    code.queries.get(
      "backend runs",
      () => code.paths.filter((path) => !isTestPath(path)).map((path) => code.run(path)),
      isSameList,
    ),

  routing: (code: CodeBase): Routing =>
    code.queries.get("routing", () =>
      routing(applicationEffects(code), {
        fastapiVersion: (path) => code.versionsFor(path).get("fastapi")?.version,
        served: chosenApplications(code),
      }),
    ),

  tables: (code: CodeBase): TableModels =>
    code.queries.get("tables", () =>
      tables(backend.runs(code), code, { versionsFor: (path) => libraryVersions(code, path) }),
    ),

  schemas: (code: CodeBase): Schemas =>
    code.queries.get("schemas", () => schemasOf(backend.runs(code), code, pydanticMajor(code))),

  settings: (code: CodeBase): Settings =>
    code.queries.get("settings", () => settingsOf(backend.runs(code), code, pydanticMajor(code))),

  tasks: (code: CodeBase): Tasks =>
    code.queries.get("tasks", () => tasksOf(backend.runs(code), code)),

  dependencies: (code: CodeBase): Dependencies =>
    code.queries.get(
      "dependencies",
      () => dependenciesOf(backend.runs(code), code),
      isSameDependencies,
    ),
};

function libraryVersions(code: CodeBase, path: string): LibraryVersions {
  const known = code.versionsFor(path);
  const [sqlalchemy, sqlmodel] = (["sqlalchemy", "sqlmodel"] as const).map((name) => {
    const { version, minimum } = known.get(name) ?? {};
    return version ?? minimum;
  });
  return { sqlalchemy, sqlmodel, sqlmodelExactly: known.get("sqlmodel")?.version };
}

/** The version of Pydantic that most of the code is written for; the newest where nothing says it. */
function pydanticMajor(code: CodeBase): 1 | 2 {
  const known = code.versionsFor("").get("pydantic");
  return (known?.version ?? known?.minimum ?? "2").startsWith("1.") ? 1 : 2;
}
