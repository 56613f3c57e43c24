import { Counter } from "./counter";
import { below, foldersAbove, isIdentifier, sharedFolders } from "./fileTree";
import type { Placement, SourceLayout } from "./sourceRoots";
import { isWellKnownModule } from "./wellKnownModules";

/** The module that a dotted name begins with, and what follows: an attribute of it, or nothing that is known. */
export interface ModulePrefix {
  readonly path: string;
  readonly rest: string[];
}

/**
 * The modules of a repository by name. Two files may have one name: which of them an import gives depends on the
 * importing file, as it does when each backend of a repository is started in its own folder.
 */
export class ModuleTable {
  private readonly modules = new Map<string, Placement>();
  /** How many files each folder has in and below it. */
  private readonly folders = new Counter();
  private readonly roots = new Counter();
  /** The roots that have a first part in them, found once for each. */
  private readonly rootsOfFirst = new Map<string, readonly string[]>();

  /** @param otherRoots folders that some imports start from without a file being placed in them. */
  constructor(private readonly otherRoots: readonly string[] = []) {}

  /** The table of some files as a layout places them. */
  static of(paths: Iterable<string>, layout: SourceLayout): ModuleTable {
    const table = new ModuleTable(layout.roots);
    for (const path of paths) table.set(path, layout.placementOf(path));
    return table;
  }

  /** Adds a file or places it anew. Takes time for the folders above it only. */
  set(path: string, placement: Placement): void {
    const isSameRoot = this.modules.get(path)?.root === placement.root;
    if (!isSameRoot) this.delete(path);
    this.modules.set(path, placement);
    if (isSameRoot) return;
    this.roots.add(placement.root);
    for (const folder of foldersAbove(path)) this.folders.add(folder);
    this.rootsOfFirst.clear();
  }

  /** Forgets a file. */
  delete(path: string): void {
    const old = this.modules.get(path);
    if (old === undefined) return;
    this.modules.delete(path);
    this.roots.remove(old.root);
    for (const folder of foldersAbove(path)) this.folders.remove(folder);
    this.rootsOfFirst.clear();
  }

  /** The root and dotted name of a file. */
  moduleOf(path: string): Placement | undefined {
    return this.modules.get(path);
  }

  /** The file that `import name` gives in a file; a package comes before a module of its name. */
  resolve(name: string, fromPath: string): string | undefined {
    for (const root of this.rootsFor(name, fromPath)) {
      const path = this.fileAt(root, name.split("."));
      if (path !== undefined && !isShadowed(name, path)) return path;
    }
    return undefined;
  }

  /** Whether a name is that of folders without an `__init__.py`, and of nothing else. */
  isNamespace(name: string, fromPath: string): boolean {
    if (this.resolve(name, fromPath) !== undefined) return false;
    const path = name.replaceAll(".", "/");
    for (const root of this.rootsFor(name, fromPath)) {
      if (this.folders.has(below(root, path))) return true;
    }
    return false;
  }

  /**
   * The longest beginning of a dotted name that is a module. The importing file's root counts before others, unless
   * they know more of the name than its first part.
   */
  longestPrefix(name: string, fromPath: string): ModulePrefix | undefined {
    const parts = name.split(".");
    let best: ModulePrefix | undefined;
    for (const root of this.rootsFor(name, fromPath)) {
      const found = this.prefixIn(root, parts, best === undefined ? 0 : 1);
      if (found === undefined) continue;
      if (best === undefined || found.rest.length < best.rest.length) best = found;
      if (best.rest.length < parts.length - 1 || parts.length === 1) return best;
    }
    return best;
  }

  private prefixIn(root: string, parts: string[], known: number): ModulePrefix | undefined {
    for (let length = parts.length; length > known; length--) {
      const start = parts.slice(0, length);
      const path = this.fileAt(root, start);
      if (path !== undefined && !isShadowed(start.join("."), path)) {
        return { path, rest: parts.slice(length) };
      }
    }
    return undefined;
  }

  private fileAt(root: string, parts: readonly string[]): string | undefined {
    const place = below(root, parts.join("/"));
    const init = `${place}/__init__.py`;
    if (this.modules.has(init)) return init;
    return this.modules.has(`${place}.py`) ? `${place}.py` : undefined;
  }

  /** The roots that a name may start in, the importing file's first and then the nearest. */
  private *rootsFor(name: string, fromPath: string): Iterable<string> {
    const dot = name.indexOf(".");
    const first = dot < 0 ? name : name.slice(0, dot);
    let roots = this.rootsOfFirst.get(first);
    if (roots === undefined) {
      roots = isIdentifier(first) ? this.findRoots(first) : [];
      this.rootsOfFirst.set(first, roots);
    }
    const own = this.modules.get(fromPath)?.root;
    if (own !== undefined && roots.includes(own)) yield own;
    // What Python or a package brings is not sought in other people's folders.
    if (isWellKnownModule(first)) return;
    const others = roots.filter((root) => root !== own);
    const near = new Map(others.map((root) => [root, sharedFolders(root, fromPath)]));
    yield* others.sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0));
  }

  private findRoots(first: string): readonly string[] {
    const all = new Set([...this.roots.keys(), ...this.otherRoots]);
    return [...all]
      .filter((root) => {
        const place = below(root, first);
        return this.folders.has(place) || this.modules.has(`${place}.py`);
      })
      .sort();
  }
}

/** A file such as `types.py` or `redis.py` at a root is hardly what `import types` or `import redis` means. */
function isShadowed(name: string, path: string): boolean {
  return !path.endsWith("/__init__.py") && isWellKnownModule(name);
}
