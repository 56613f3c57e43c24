import type { CodeBase } from "../project/codeBase";
import type { ImportFact } from "../python/facts/moduleFacts";

/**
 * The files of which a change of some files may change what the rules say: those, what imports them, directly or by
 * others, and what they import themselves, as the order in which a router takes in others counts.
 */
export function affectedBy(changed: ReadonlySet<string>, code: CodeBase): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const path of code.paths) {
    for (const imported of importsOf(path, code)) {
      const known = importers.get(imported);
      if (known === undefined) importers.set(imported, [path]);
      else known.push(path);
    }
  }
  const affected = new Set(changed);
  const pending = [...changed];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const importer of importers.get(path) ?? []) {
      if (affected.has(importer)) continue;
      affected.add(importer);
      pending.push(importer);
    }
  }
  for (const path of changed) for (const imported of importsOf(path, code)) affected.add(imported);
  return affected;
}

/** The files that a file imports, in functions too; packages above them are left out. */
function importsOf(path: string, code: CodeBase): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (name: string): void => {
    const file = code.resolve(name, path);
    if (file) found.add(file);
  };
  for (const { imports, bindings } of code.factsOf(path)?.statements ?? []) {
    for (const one of imports) take(moduleNamed(one, path, code));
    for (const binding of bindings) {
      if (binding.kind !== "import" || binding.attribute === null) continue;
      take(`${moduleNamed(binding.from, path, code)}.${binding.attribute}`);
    }
    // Of an import in a function the names are not known: it may be of any module of the package.
    const isAtTop = bindings.some(({ kind }) => kind === "import");
    if (!isAtTop)
      for (const one of imports) addModulesOf(moduleNamed(one, path, code), path, code, found);
  }
  return found;
}

function addModulesOf(name: string, from: string, code: CodeBase, found: Set<string>): void {
  const packageFile = code.resolve(name, from);
  if (!packageFile?.endsWith("/__init__.py")) return;
  const folder = packageFile.slice(0, packageFile.lastIndexOf("/") + 1);
  for (const path of code.paths) {
    if (path.startsWith(folder) && !path.slice(folder.length).includes("/")) found.add(path);
  }
}

/** The absolute name of the module that an import names. */
function moduleNamed({ module, level }: ImportFact, path: string, code: CodeBase): string {
  const own = code.nameOf(path);
  const parts = own.name.split(".");
  const up = own.isPackage ? level - 1 : level;
  const base = level === 0 ? [] : parts.slice(0, Math.max(0, parts.length - up));
  return [...base, module].filter((part) => part !== "").join(".");
}
