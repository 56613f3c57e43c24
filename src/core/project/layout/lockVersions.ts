import { arrayOf, recordOf, textOf } from "./data";
import type { Declarations } from "./declaredVersions";
import { lowest, packageName, parseVersionRange } from "./versionNumbers";

/**
 * `uv.lock`, `poetry.lock` and `pdm.lock`: a table `package` for each package. A package that is locked in several
 * versions, for several Pythons, has only a minimum.
 */
export function readTomlLock(data: unknown, to: Declarations): void {
  const lock = recordOf(data);
  const versions = new Map<string, string[]>();
  for (const entry of arrayOf(lock.package)) {
    const { name, version } = recordOf(entry);
    if (typeof name !== "string" || typeof version !== "string") continue;
    versions.set(packageName(name), [...(versions.get(packageName(name)) ?? []), version]);
  }
  for (const [name, found] of versions) {
    const [only] = found;
    const bound = new Set(found).size === 1 ? { exact: only } : { minimum: lowest(found) };
    const pattern = new RegExp(`^name = "${name.split("-").join("[-_.]+")}"`, "i");
    to.add(name, bound, true, to.lineOf(pattern));
  }
  const metadata = recordOf(lock.metadata);
  const target = recordOf(arrayOf(metadata.targets)[0]);
  const python =
    textOf(lock["requires-python"]) ??
    textOf(metadata["python-versions"]) ??
    textOf(metadata.requires_python) ??
    textOf(target.requires_python);
  if (python !== undefined) {
    // Poetry writes `python-versions` for each package, too.
    const start = to.lineOf(/^\[+metadata\b/) ?? 0;
    const line = to.lineOf(/^\s*(?:requires-python|python-versions|requires_python)\b/, start);
    to.add("python", parseVersionRange(python), false, line);
  }
}

/** `Pipfile.lock`: JSON. */
export function readPipfileLock(data: unknown, to: Declarations): void {
  const lock = recordOf(data);
  const requires = recordOf(recordOf(lock._meta).requires);
  const python = textOf(requires.python_full_version) ?? textOf(requires.python_version);
  if (python !== undefined) {
    to.add("python", parseVersionRange(python), true, to.lineOf(/"python_(?:full_)?version"/));
  }
  for (const section of ["default", "develop"]) {
    for (const [name, entry] of Object.entries(recordOf(lock[section]))) {
      const version = textOf(recordOf(entry).version);
      if (version === undefined) continue;
      to.add(name, parseVersionRange(version), true, to.lineOfName(name));
    }
  }
}
