import { folderOf } from "../paths";
import {
  type DeclaredVersion,
  type VersionedPackage,
  type VersionFile,
  versionedPackages,
} from "./declaredVersions";
import { baseName, resolvePath } from "./fileTree";
import { folderOfVersionFile, readVersionFile } from "./versionFiles";
import { compareVersions, lowest } from "./versionNumbers";

/** What is known of a package's version, and from where. */
export interface KnownVersion {
  readonly name: VersionedPackage;
  /** The version in use. */
  readonly version: string | undefined;
  /** The lowest version that a requirement allows. */
  readonly minimum: string | undefined;
  readonly source: { readonly path: string; readonly line: number | undefined };
  /** For people: `locked in backend/uv.lock`. */
  readonly reason: string;
}

interface Found extends DeclaredVersion {
  readonly path: string;
}

/** The versions that the backends of a repository use, by the files that say so. */
export class VersionTable {
  private readonly files = new Map<string, VersionFile>();
  private readonly pathsOfFolder = new Map<string, Set<string>>();
  private readonly known = new Map<string, ReadonlyMap<VersionedPackage, KnownVersion>>();

  /** Takes a file's text. @param path relative to the repository; `isVersionFile` tells which files count. */
  set(path: string, text: string): void {
    this.files.set(path, readVersionFile(path, text));
    const folder = folderOfVersionFile(path);
    const paths = this.pathsOfFolder.get(folder) ?? new Set<string>();
    this.pathsOfFolder.set(folder, paths.add(path));
    this.known.clear();
  }

  /** Files that `-r` and `-c` lines name and that were not given yet; some may not exist. */
  missingIncludes(): readonly string[] {
    const named = [...this.files].flatMap(([path, { includes }]) =>
      includes.map((include) => resolvePath(folderOf(path), include)),
    );
    return [...new Set(named)].filter((path) => !this.files.has(path)).sort();
  }

  /** Forgets a file. */
  delete(path: string): void {
    this.files.delete(path);
    this.pathsOfFolder.get(folderOfVersionFile(path))?.delete(path);
    this.known.clear();
  }

  /**
   * The versions that hold for a Python file: for each package the nearest folder above that says something. A lock
   * beats a requirement; one farther up still says which version a nearer requirement leads to, if that allows it.
   */
  versionsFor(path: string): ReadonlyMap<VersionedPackage, KnownVersion> {
    return this.versionsIn(folderOf(path));
  }

  private versionsIn(folder: string): ReadonlyMap<VersionedPackage, KnownVersion> {
    const before = this.known.get(folder);
    if (before !== undefined) return before;
    const above = folder === "" ? undefined : this.versionsIn(folderOf(folder));
    const found = this.foundIn(folder);
    if (found.length === 0 && above !== undefined) return above;
    const known = new Map<VersionedPackage, KnownVersion>();
    for (const name of versionedPackages) {
      const own = found.filter((declared) => declared.name === name);
      const version = own.length === 0 ? above?.get(name) : combine(name, own, above?.get(name));
      if (version !== undefined) known.set(name, version);
    }
    this.known.set(folder, known);
    return known;
  }

  /** What the files of a folder say, and those that they take in. */
  private foundIn(folder: string): readonly Found[] {
    const found: Found[] = [];
    const seen = new Set<string>();
    const pending = [...(this.pathsOfFolder.get(folder) ?? [])].sort().reverse();
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const file = this.files.get(path);
      if (file === undefined || seen.has(path)) continue;
      seen.add(path);
      for (const declared of file.declared) found.push({ ...declared, path });
      for (const include of file.includes) pending.push(resolvePath(folderOf(path), include));
    }
    return found;
  }
}

/** Whether a package is at least at a version, as far as is known: for Python, on every version that is allowed. */
export function isAtLeast(known: KnownVersion | undefined, version: string): boolean | undefined {
  if (known === undefined) return undefined;
  const { name, minimum } = known;
  const used = name === "python" ? (minimum ?? known.version) : known.version;
  if (used !== undefined) return compareVersions(used, version) >= 0;
  return minimum !== undefined && compareVersions(minimum, version) >= 0 ? true : undefined;
}

function combine(
  name: VersionedPackage,
  own: readonly Found[],
  above: KnownVersion | undefined,
): KnownVersion | undefined {
  const exact = own.find((one) => one.isLocked && one.exact !== undefined) ?? sole(own);
  const minima = own.filter((one) => one.minimum !== undefined);
  const minimum = lowest(minima.map((one) => one.minimum));
  if (exact !== undefined) {
    const reason = `${exact.isLocked ? verbOf(exact.path) : "pinned in"} ${exact.path}`;
    return { name, version: exact.exact, minimum, source: sourceOf(exact), reason };
  }
  const isAllowed =
    above?.version !== undefined &&
    (minimum === undefined || compareVersions(above.version, minimum) >= 0);
  if (isAllowed) return { ...above, minimum: minimum ?? above.minimum };
  const lowestOnes = minima.filter((one) => one.minimum === minimum);
  // Better the line that a person wrote than a tool's copy of it.
  const first = lowestOnes.find((one) => !one.path.endsWith(".lock")) ?? lowestOnes[0] ?? own[0];
  if (first === undefined) return above;
  const bound = minimum === undefined ? "in any version" : `from ${minimum} on`;
  const reason = `required ${bound} in ${first.path}`;
  return { name, version: undefined, minimum, source: sourceOf(first), reason };
}

/** The requirement that pins a version, if no other one pins another. */
function sole(own: readonly Found[]): Found | undefined {
  const pins = own.filter((one) => one.exact !== undefined);
  return new Set(pins.map((one) => one.exact)).size === 1 ? pins[0] : undefined;
}

function verbOf(path: string): string {
  return baseName(path) === ".python-version" ? "chosen in" : "locked in";
}

function sourceOf({ path, line }: Found): KnownVersion["source"] {
  return { path, line };
}
