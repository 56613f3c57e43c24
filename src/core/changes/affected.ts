import type { CodeBase } from "../project/codeBase";
import { moduleNamed } from "../project/importsReach";
import type { StatementFacts } from "../python/facts/moduleFacts";
import { escapeRegExp } from "../text/escapeRegExp";

/** The names of a module that a change touched; `undefined` where that cannot be told: then any. */
export type TouchedNames = ReadonlySet<string> | undefined;

/**
 * The files of which a change may change what the rules say: those that changed, those that import what it touched and
 * name it, those that import what these define with it, and so on; and what the changed files import themselves, as the
 * order in which a router takes in others counts.
 * @param changed the touched names by path
 */
export function affectedBy(
  changed: ReadonlyMap<string, TouchedNames>,
  code: CodeBase,
): ReadonlySet<string> {
  const importers = importersIn(code);
  const touched = new Map<string, TouchedNames>(changed);
  const pending = [...changed.keys()];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const names = touched.get(path);
    for (const importer of importers.get(path) ?? []) {
      const known = touched.get(importer);
      if (touched.has(importer) && known === undefined) continue;
      const found = namesWith(names, importer, code);
      if (found === "none") continue;
      const all = found && new Set([...(known ?? []), ...found]);
      if (all && known && all.size === known.size) continue;
      touched.set(importer, all);
      pending.push(importer);
    }
  }
  const affected = new Set(touched.keys());
  for (const path of changed.keys()) {
    for (const imported of importsOf(path, code)) affected.add(imported);
  }
  return affected;
}

/** The names that a file's statements bind in which it names any of some; `"none"` where it names none of them. */
function namesWith(names: TouchedNames, path: string, code: CodeBase): TouchedNames | "none" {
  if (names === undefined) return undefined;
  const pattern = new RegExp([...names].map(escapeRegExp).join("|"));
  const statements = code.factsOf(path)?.statements ?? [];
  const naming = statements.filter((one) => names.size > 0 && pattern.test(lettersOf(one)));
  if (naming.length === 0) return "none";
  // What an import binds is what it was called before: it changes by being used.
  const bound = naming.flatMap(({ bindings }) => bindings.map(({ name }) => name));
  return new Set(bound);
}

const latin1 = new TextDecoder("latin1");

/** The bytes of a statement as text: its letters of ASCII stand in them as they are. */
function lettersOf({ code }: StatementFacts): string {
  return latin1.decode(code);
}

function importersIn(code: CodeBase): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const path of code.paths) {
    for (const imported of importsOf(path, code)) {
      const known = importers.get(imported);
      if (known === undefined) importers.set(imported, [path]);
      else known.push(path);
    }
  }
  return importers;
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
