import { type CallSite, term } from "../calls";
import { type Evaluation, noArguments } from "../evaluator";
import { absoluteName, moduleNamed, noteImport } from "../names";
import { constant, external, listOf, textOf, unknown, type Value } from "../value";
import { folderOf } from "./folders";
import type { LibraryFunction } from "./index";

/** `importlib.import_module(name, package)` */
export const importModule: LibraryFunction = (evaluation, { args, keywords }, { scope, place }) => {
  const name = textOf(args[0] ?? keywords.get("name"));
  const dots = /^\.*/.exec(name ?? "")?.[0].length ?? 0;
  const anchor = textOf(args[1] ?? keywords.get("package"));
  const absolute =
    dots === 0 || name === undefined
      ? name
      : anchor === undefined
        ? absoluteName(evaluation, name.slice(dots), dots, scope.path)
        : [...anchor.split(".").slice(0, dots === 1 ? undefined : 1 - dots), name.slice(dots)].join(
            ".",
          );
  noteImport(evaluation, absolute, [], place);
  if (absolute === undefined) return unknown("a module whose name is computed");
  const module = moduleNamed(evaluation, absolute, scope.path);
  if (module.kind === "module" && module.path !== undefined) {
    evaluation.modules.namespace(module.path);
  }
  return module;
};

/** `pkgutil.iter_modules(package.__path__, prefix)`: the modules of the project in those folders. */
export function iterModules(
  evaluation: Evaluation,
  { args, keywords }: Parameters<LibraryFunction>[1],
  { place }: CallSite,
  isDeep: boolean,
): Value | undefined {
  const paths = args[0] ?? keywords.get("path");
  const prefix = textOf(args[1] ?? keywords.get("prefix") ?? constant(""));
  const folders = paths?.kind === "list" ? paths.items : [paths];
  if (prefix === undefined) return undefined;
  const found = listOf([]);
  for (const one of folders) {
    const folder = one && folderOf(one);
    if (folder === undefined) return undefined;
    for (const { name, isPackage } of modulesIn(evaluation, folder, isDeep)) {
      const items = [unknown("a finder"), constant(prefix + name), constant(isPackage)];
      const info = term(
        external("pkgutil.ModuleInfo"),
        { ...noArguments, args: items },
        { place, node: undefined },
      );
      info.attributes.set("name", constant(prefix + name));
      info.attributes.set("ispkg", constant(isPackage));
      found.items.push(info);
    }
  }
  return found;
}

/** The modules in a folder by their names, in order. */
function modulesIn(
  { modules }: Evaluation,
  folder: string,
  isDeep: boolean,
): readonly { readonly name: string; readonly isPackage: boolean }[] {
  const found = new Map<string, boolean>();
  const start = folder === "" ? "" : `${folder}/`;
  for (const path of modules.paths) {
    if (!path.startsWith(start) || !path.endsWith(".py")) continue;
    const parts = path.slice(start.length, -".py".length).split("/");
    const isPackage = parts.at(-1) === "__init__";
    if (isPackage) parts.pop();
    if (parts.length === 0 || (parts.length > 1 && !isDeep)) continue;
    found.set(parts.join("."), isPackage);
  }
  return [...found]
    .map(([name, isPackage]) => ({ name, isPackage }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
