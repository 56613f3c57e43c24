import type { CodeBase } from "../project/codeBase";
import { moduleNamed } from "../project/importsReach";

/** How a file gets at what another one defines. */
export interface Way {
  /** A name that stands where it does so. */
  readonly alias: string;
  /** What of the other file the alias is, `"*"` for all its names; `undefined` where it is the module. */
  readonly name: string | undefined;
}

/** The files that each file imports, and those that import it, with the ways they do. */
export class Imports {
  private readonly importers = new Map<string, Map<string, Way[]>>();
  private readonly imported = new Map<string, Map<string, Way[]>>();
  private readonly reached = new Map<string, ReadonlySet<string>>();

  constructor(private readonly code: CodeBase) {
    for (const path of code.paths) this.read(path);
  }

  /** The files that import one. */
  importersOf(path: string): ReadonlyMap<string, readonly Way[]> {
    return this.importers.get(path) ?? new Map();
  }

  /** The files that one imports, in functions too; packages above them are left out. */
  importedBy(path: string): ReadonlyMap<string, readonly Way[]> {
    return this.imported.get(path) ?? new Map();
  }

  /** The files that import one, or what imports it, and so on. */
  reach(path: string): ReadonlySet<string> {
    let found = this.reached.get(path);
    if (found === undefined) {
      const all = new Set([path]);
      for (const one of all) for (const importer of this.importersOf(one).keys()) all.add(importer);
      found = all;
      this.reached.set(path, found);
    }
    return found;
  }

  private read(path: string): void {
    const { code } = this;
    for (const { imports, bindings } of code.factsOf(path)?.statements ?? []) {
      for (const one of bindings) {
        if (one.kind !== "import") continue;
        const { name: alias, attribute } = one;
        const module = moduleNamed(one.from, path, code);
        this.add(path, code.resolve(module, path), { alias, name: attribute ?? undefined });
        if (attribute === null || attribute === "*") continue;
        this.add(path, code.resolve(`${module}.${attribute}`, path), { alias, name: undefined });
      }
      if (bindings.some(({ kind }) => kind === "import")) continue;
      // Of an import in a function the names are not known: it may be of any module of the package.
      for (const one of imports) {
        const module = moduleNamed(one, path, code);
        for (const file of [
          code.resolve(module, path) ?? [],
          this.modulesOf(module, path),
        ].flat()) {
          const alias = code.nameOf(file).name.split(".").at(-1) ?? "";
          this.add(path, file, { alias, name: undefined });
        }
      }
    }
  }

  private add(path: string, file: string | null | undefined, way: Way): void {
    if (typeof file !== "string") return;
    push(this.importers, file, path, way);
    push(this.imported, path, file, way);
  }

  private modulesOf(name: string, from: string): readonly string[] {
    const packageFile = this.code.resolve(name, from);
    if (!packageFile?.endsWith("/__init__.py")) return [];
    const folder = packageFile.slice(0, packageFile.lastIndexOf("/") + 1);
    return this.code.paths.filter(
      (path) => path.startsWith(folder) && !path.slice(folder.length).includes("/"),
    );
  }
}

function push(into: Map<string, Map<string, Way[]>>, from: string, to: string, way: Way): void {
  const ways = into.get(from) ?? new Map<string, Way[]>();
  into.set(from, ways);
  const known = ways.get(to);
  if (known === undefined) ways.set(to, [way]);
  else known.push(way);
}
