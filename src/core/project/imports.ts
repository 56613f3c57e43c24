import type { CodeBase } from "./codeBase";
import { moduleNamed } from "./importsReach";
import { isSameList } from "./queries";

/** How a file gets at what another one defines. */
export interface Way {
  /** A name that stands where it does so. */
  readonly alias: string;
  /** What of the other file the alias is, `"*"` for all its names; `undefined` where it is the module. */
  readonly name: string | undefined;
}

/** The imports among the files of a project, in functions too. */
export function importsAmong(code: CodeBase): Imports {
  return code.queries.get("imports among files", () => {
    const imports = new Imports();
    for (const path of code.paths) {
      for (const [file, way] of waysOf(path, code)) imports.add(path, file, way);
    }
    return imports;
  });
}

/** The files that each file imports, and those that import it, with the ways they do. */
export class Imports {
  private readonly importers = new Map<string, Map<string, Way[]>>();
  private readonly imported = new Map<string, Map<string, Way[]>>();
  private readonly reached = new Map<string, ReadonlySet<string>>();

  /** Notes that a file imports another one. */
  add(path: string, file: string, way: Way): void {
    push(this.importers, file, path, way);
    push(this.imported, path, file, way);
  }

  /** The files that import one. */
  importersOf(path: string): ReadonlyMap<string, readonly Way[]> {
    return this.importers.get(path) ?? new Map();
  }

  /** The files that one imports; packages above them are left out. */
  importedBy(path: string): ReadonlyMap<string, readonly Way[]> {
    return this.imported.get(path) ?? new Map();
  }

  /** The file itself, those that import it, or what imports it, and so on. */
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
}

type FileWay = readonly [file: string, way: Way];

function waysOf(path: string, code: CodeBase): readonly FileWay[] {
  return code.queries.get(
    `imports of other files ${path}`,
    () => [...waysNow(path, code)],
    (a, b) => isSameList(a.map(told), b.map(told)),
  );
}

function told([file, { alias, name }]: FileWay): string {
  return `${file} ${alias} ${name}`;
}

function* waysNow(path: string, code: CodeBase): Iterable<FileWay> {
  for (const { imports, bindings } of code.outlineOf(path)) {
    for (const one of bindings) {
      if (one.kind !== "import") continue;
      const { name: alias, attribute } = one;
      const module = moduleNamed(one.from, path, code);
      const file = code.resolve(module, path);
      if (attribute === null) {
        // `import app.users` gives `app`, and by it all of the package that anyone has imported.
        const top = module.startsWith(`${alias}.`) ? alias : module;
        for (const below of [file ?? [], modulesBelow(top, path, code)].flat())
          yield [below, { alias, name: undefined }];
        continue;
      }
      if (typeof file === "string") yield [file, { alias, name: attribute }];
      const inner = attribute === "*" ? null : code.resolve(`${module}.${attribute}`, path);
      if (typeof inner === "string") yield [inner, { alias, name: undefined }];
    }
    if (bindings.some(({ kind }) => kind === "import")) continue;
    // Of an import in a function the names are not known: it may be of any module of the package.
    for (const one of imports) {
      const module = moduleNamed(one, path, code);
      for (const file of [
        code.resolve(module, path) ?? [],
        modulesBelow(module, path, code),
      ].flat()) {
        const alias = code.nameOf(file).name.split(".").at(-1) ?? "";
        yield [file, { alias, name: undefined }];
      }
    }
  }
}

/** The files of a package. */
function modulesBelow(name: string, from: string, code: CodeBase): readonly string[] {
  const packageFile = code.resolve(name, from);
  if (!packageFile?.endsWith("/__init__.py")) return [];
  const folder = packageFile.slice(0, packageFile.lastIndexOf("/") + 1);
  return code.paths.filter((path) => path.startsWith(folder));
}

function push(into: Map<string, Map<string, Way[]>>, from: string, to: string, way: Way): void {
  const ways = into.get(from) ?? new Map<string, Way[]>();
  into.set(from, ways);
  const known = ways.get(to);
  if (known === undefined) ways.set(to, [way]);
  else known.push(way);
}
