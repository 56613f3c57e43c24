import type { CodeBase } from "../../project/codeBase";
import { compareVersions } from "../../project/layout/versionNumbers";

/** Since this version what comes after a `yield` runs before the response is sent (https://fastapi.tiangolo.com/release-notes/#01060). */
const firstEarly = "0.106.0";
/** Since this version it runs after the response again, and after its background tasks (https://fastapi.tiangolo.com/release-notes/#01180). */
const firstLate = "0.118.0";

/**
 * Whether what a `yield` dependency gives is still there in a background task; taken not to be where the version is not
 * known, as it depends on the version.
 */
export function outlivesRequest(path: string, code: CodeBase): boolean {
  const version = code.versionsFor(path).get("fastapi")?.version;
  if (version === undefined) return false;
  return compareVersions(version, firstEarly) < 0 || compareVersions(version, firstLate) >= 0;
}
