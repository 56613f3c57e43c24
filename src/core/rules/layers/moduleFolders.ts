import type { ConfigView } from "../../config/configView";
import { type Backend, backendsOf, isBelow } from "../../detection/backends";
import { isSameAnswer } from "../../detection/detected";
import { layoutOf } from "../../detection/profile";
import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";
import { folderOf } from "../../project/paths";
import { isTestPath } from "../../project/testPaths";

/** A folder that holds all of one subject. */
export interface ModuleFolder {
  readonly path: string;
  /** The Python files in it, at any depth, without tests; sorted. */
  readonly files: readonly string[];
}

const modelNames: ReadonlySet<string> = new Set(["models"]);
const routerNames: ReadonlySet<string> = new Set(["router", "routers", "routes", "views"]);

/**
 * The module folders of a code base: the children of the folder that the configuration names, else the folders that hold
 * a file or package of models and one with routes.
 * @param folder of the configuration, with a slash at its end or empty
 */
export function moduleFolders(
  code: CodeBase,
  config: ConfigView,
  folder: string,
): readonly ModuleFolder[] {
  const root = config.config.modules?.root;
  return code.queries.get(
    `module folders ${folder} ${root ?? ""}`,
    () => {
      const paths = code.paths.filter((path) => !isTestPath(path)).sort();
      const found =
        root === undefined ? withModelsAndRoutes(paths, code) : childrenOf(folder + root, paths);
      return [...found].map((path) => ({
        path,
        files: paths.filter((one) => one.startsWith(`${path}/`)),
      }));
    },
    isSameAnswer,
  );
}

/**
 * The module that a file is part of: of modules within each other the innermost. Where the configuration names no folder,
 * the folders that hold several layers of one subject are modules, too.
 * @param folder of the configuration, with a slash at its end or empty
 */
export function moduleOf(
  path: string,
  code: CodeBase,
  config: ConfigView,
  folder: string,
): string | undefined {
  const given = moduleFolders(code, config, folder).map((one) => one.path);
  const found = config.config.modules?.root === undefined ? detectedFolders(code) : [];
  return [...given, ...found]
    .filter((one) => path.startsWith(`${one}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function detectedFolders(code: CodeBase): readonly string[] {
  return backendsOf(code).flatMap((one) =>
    layoutOf(one, code).modules.flatMap(({ path }) => (path.endsWith(".py") ? [] : [path])),
  );
}

function childrenOf(root: string, paths: readonly string[]): ReadonlySet<string> {
  const above = `${root.replace(/^\.\/|\/+$/g, "")}/`;
  return new Set(
    paths
      .filter((path) => path.startsWith(above) && path.indexOf("/", above.length) > 0)
      .map((path) => path.slice(0, path.indexOf("/", above.length))),
  );
}

function withModelsAndRoutes(paths: readonly string[], code: CodeBase): ReadonlySet<string> {
  const handling = new Set(backend.routing(code).endpoints.map(({ handler }) => handler.path));
  const withModels = new Set(paths.flatMap((path) => foldersOf(path, modelNames)));
  const both = new Set(
    paths
      .filter((path) => handling.has(path))
      .flatMap((path) => foldersOf(path, routerNames))
      .filter((folder) => withModels.has(folder)),
  );
  const backends = backendsOf(code);
  return new Set([...both].filter((folder) => isPartOfOne(folder, backends, both, code)));
}

/** The folders that hold a file or package of such a name, in which the file is. */
function foldersOf(path: string, names: ReadonlySet<string>): readonly string[] {
  const parts = path.replace(/\.py$/, "").split("/");
  return parts.flatMap((part, at) => (names.has(part) ? [parts.slice(0, at).join("/")] : []));
}

/** Whether a folder is a part of an application, rather than the whole of one or a library. */
function isPartOfOne(
  folder: string,
  backends: readonly Backend[],
  all: ReadonlySet<string>,
  code: CodeBase,
): boolean {
  const makesOne = backends.some(({ applications }) =>
    applications.some(({ path }) => isBelow(path, folder)),
  );
  if (folder === "" || makesOne) return false;
  const file = code.paths.find((path) => isBelow(path, folder)) ?? folder;
  const { root } = code.nameOf(file);
  // Where modules stand side by side without a package around them, the busiest of them passes for it.
  const hasSibling = [...all].some((one) => one !== folder && folderOf(one) === folderOf(folder));
  return backends.some(
    (one) => one.root === root && isBelow(folder, root) && (one.folder !== folder || hasSibling),
  );
}
