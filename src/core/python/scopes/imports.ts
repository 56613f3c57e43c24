import type { Import, ImportFrom } from "../ast/nodes";

/** What one name of an import statement brings into its scope. */
export interface ImportedName {
  readonly name: string;
  /** The absolute dotted name of what is imported. */
  readonly target: string;
  readonly index: number;
}

/**
 * The names that an import statement binds, with what they stand for. A star import binds none.
 * @param moduleName the dotted name of the module that the statement is in.
 * @param isPackage whether that module is an `__init__.py`.
 */
export function importedNames(
  statement: Import | ImportFrom,
  moduleName: string,
  isPackage: boolean,
): readonly ImportedName[] {
  if (statement.nodeType === "Import") {
    return statement.names.map((alias, index) => {
      const top = alias.name.split(".")[0] ?? alias.name;
      return alias.asname === null
        ? { name: top, target: top, index }
        : { name: alias.asname, target: alias.name, index };
    });
  }
  const from = importedModule(statement, moduleName, isPackage);
  return statement.names.flatMap((alias, index) =>
    alias.name === "*"
      ? []
      : [{ name: alias.asname ?? alias.name, target: joinName(from, alias.name), index }],
  );
}

/** The absolute dotted name of the module that `from … import` names; relative dots are counted from the module. */
export function importedModule(
  statement: ImportFrom,
  moduleName: string,
  isPackage: boolean,
): string {
  if (statement.level === 0) return statement.module ?? "";
  const parts = moduleName.split(".");
  const up = isPackage ? statement.level - 1 : statement.level;
  const base = parts.slice(0, Math.max(0, parts.length - up)).join(".");
  return statement.module === null ? base : joinName(base, statement.module);
}

function joinName(base: string, name: string): string {
  return base === "" ? name : `${base}.${name}`;
}
