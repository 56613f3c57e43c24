import type { ImportFact } from "../python/facts/moduleFacts";
import type { CodeBase } from "./codeBase";
import { isSameSet } from "./queries";

/** Whether importing a file's module imports another file, itself or by what it imports; packages above are left out. */
export function importsReach(from: string, to: string, code: CodeBase): boolean {
  return importedBy(from, code).has(to);
}

/** All files that importing one brings with it. */
export function importedBy(from: string, code: CodeBase): ReadonlySet<string> {
  return code.queries.get(`files imported by ${from}`, () => {
    const found = new Set<string>();
    const pending = [from];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      for (const next of importsOf(path, code)) {
        if (found.has(next)) continue;
        found.add(next);
        pending.push(next);
      }
    }
    return found;
  });
}

/** Whether another file imports one. */
export function isImported(path: string, code: CodeBase): boolean {
  const imported = code.queries.get(
    "imported files",
    () => {
      const found = new Set<string>();
      for (const one of code.paths) {
        for (const other of [...importsOf(one, code), ...submodulesIn(one, code)]) {
          if (other !== one) found.add(other);
        }
      }
      return found;
    },
    isSameSet,
  );
  return imported.has(path);
}

/** The modules that a file imports by their names in a package: `from app import models`. */
function submodulesIn(path: string, code: CodeBase): readonly string[] {
  return code.outlineOf(path).flatMap(({ bindings }) =>
    bindings.flatMap((one) => {
      if (one.kind !== "import" || one.attribute === null || one.attribute === "*") return [];
      return code.resolve(`${moduleNamed(one.from, path, code)}.${one.attribute}`, path) ?? [];
    }),
  );
}

/** The files of the project that a file imports itself. */
export function importsOf(path: string, code: CodeBase): readonly string[] {
  const imports = code.outlineOf(path).flatMap((statement) => statement.imports);
  return imports.flatMap((one) => code.resolve(moduleNamed(one, path, code), path) ?? []);
}

/** The absolute name of the module that an import of a file names. */
export function moduleNamed({ module, level }: ImportFact, path: string, code: CodeBase): string {
  const own = code.nameOf(path);
  const parts = own.name.split(".");
  const up = own.isPackage ? level - 1 : level;
  const base = level === 0 ? [] : parts.slice(0, Math.max(0, parts.length - up));
  return [...base, module].filter((part) => part !== "").join(".");
}
