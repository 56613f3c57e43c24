import type { CodeBase } from "../project/codeBase";
import { type VersionedPackage, versionedPackages } from "../project/layout/declaredVersions";
import type { Backend } from "./backends";

/** The version of Python or of a framework. */
export interface DetectedVersion {
  readonly name: VersionedPackage;
  /** The one in use, or the lowest that is allowed. */
  readonly version: string;
  readonly isExact: boolean;
  /** `fastapi 0.115.2 is locked in uv.lock` */
  readonly reason: string;
}

/** The versions that a backend uses, as its lock files and requirements say. */
export function versionsOf({ folder }: Backend, code: CodeBase): readonly DetectedVersion[] {
  const known = code.versionsFor(folder === "" ? "main.py" : `${folder}/main.py`);
  return versionedPackages.flatMap((name): readonly DetectedVersion[] => {
    const found = known.get(name);
    const version = found?.version ?? found?.minimum;
    if (found === undefined || version === undefined) return [];
    const isExact = found.version !== undefined;
    return [
      {
        name,
        version,
        isExact,
        reason: `${name} ${isExact ? `${version} ` : ""}is ${found.reason}`,
      },
    ];
  });
}
