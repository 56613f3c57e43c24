import type { ImportFact } from "../python/facts/moduleFacts";
import type { CodeBase } from "./codeBase";

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
