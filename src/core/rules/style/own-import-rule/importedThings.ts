import type { CodeBase } from "../../../project/codeBase";
import type { Alias, Import, ImportFrom } from "../../../python/ast/nodes";
import { importedModule } from "../../../python/scopes/imports";
import type { AnyRuleContext } from "../../rule";
import { originOf } from "../../syntax/passedOn";

/** A module by its dotted name, and its file where it is the project's. */
export interface ModulePlace {
  readonly name: string;
  readonly path: string | undefined;
}

/** One name of an import statement, and the modules that it comes from. */
export interface ImportedThing {
  readonly alias: Alias;
  readonly modules: readonly ModulePlace[];
}

/** What an import statement brings. A name that a package's `__init__.py` only passes on comes from its module, too. */
export function importedThings(
  statement: Import | ImportFrom,
  { file, code }: AnyRuleContext,
): readonly ImportedThing[] {
  const place = (name: string): ModulePlace => ({
    name,
    path: code.resolve(name, file.path) ?? undefined,
  });
  if (statement.nodeType === "Import") {
    return statement.names.map((alias) => ({ alias, modules: [place(alias.name)] }));
  }
  const from = importedModule(statement, file.moduleName, file.isPackage);
  return statement.names.map((alias) => {
    const below = place(from === "" ? alias.name : `${from}.${alias.name}`);
    // A module below, or a name of something outside, of which may-not-import may name either.
    if (below.path !== undefined) return { alias, modules: [below] };
    const module = place(from);
    if (module.path === undefined) return { alias, modules: [module, below] };
    return { alias, modules: [module, ...passedOn(module, alias.name, code)] };
  });
}

/** The most packages that pass a name on to each other. */
const mostHops = 8;

/** Where a package has a name from that it imports itself. */
function passedOn(from: ModulePlace, name: string, code: CodeBase): readonly ModulePlace[] {
  const found: ModulePlace[] = [];
  let [current, wanted] = [from, name];
  while (current.path?.endsWith("__init__.py") && found.length < mostHops) {
    const origin = originOf(wanted, current.path, code);
    if (origin === undefined || origin === "own" || origin.attribute === null) break;
    const path = code.resolve(origin.module, current.path) ?? undefined;
    current = { name: origin.module, path };
    wanted = origin.attribute;
    found.push(current);
  }
  return found;
}
