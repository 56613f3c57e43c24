import type { ConfigView } from "../../../config/configView";
import { detectedLayers } from "../../../detection/layers";
import { queriesOf } from "../../../frameworks/sqlalchemy/queries/queries";
import type { CodeBase } from "../../../project/codeBase";
import type { ModuleFolder } from "../moduleFolders";

/** What a module is made of where the configuration names nothing else. */
const usual = ["models", "schemas", "repository", "service", "router"];

/** The parts that only a module that stores something has. */
const storing: ReadonlySet<string> = new Set(["models.py", "repository.py"]);

/** The files of a module. */
export function expectedFiles({ config }: ConfigView): readonly string[] {
  const given = config.modules?.files ?? usual;
  return ["__init__", ...given.filter((name) => name !== "__init__")].map((name) => `${name}.py`);
}

/** The files that a module should have and has not, not as a folder either. */
export function missingFiles(
  module: ModuleFolder,
  expected: readonly string[],
  code: CodeBase,
): readonly string[] {
  const names = new Set(
    module.files.map((path) => path.slice(module.path.length + 1).split("/")[0] ?? ""),
  );
  const absent = expected.filter(
    (file) => !names.has(file) && !names.has(file.replace(/\.py$/, "")),
  );
  const isNeeded = absent.some((file) => storing.has(file)) && stores(module, code);
  return absent.filter((file) => isNeeded || !storing.has(file));
}

/** Whether a module has a table, or runs queries. */
function stores({ files }: ModuleFolder, code: CodeBase): boolean {
  return files.some(
    (path) =>
      detectedLayers(code).layerOf(path).includes("models") ||
      code.functionRuns(path).some((run) => queriesOf(run).length > 0),
  );
}
