import type { CodeBase } from "../../../project/codeBase";
import { compareVersions } from "../../../project/layout/versionNumbers";
import type { Compare } from "../../../python/ast/nodes";
import type { PythonFile } from "../../../python/pythonFile";

/** The first version that has the names with an underscore between their words. */
const firstNew = "1.4";

/** The method of a column that says what a comparison means: `is_`, `is_not`, `in_`, `not_in`. */
export function methodFor({ ops: [op] }: Compare, file: PythonFile, code: CodeBase): string {
  const { version, minimum } = code.versionsFor(file.path).get("sqlalchemy") ?? {};
  const known = version ?? minimum;
  const isOld = known !== undefined && compareVersions(known, firstNew) < 0;
  switch (op) {
    case "IsNot":
      return isOld ? "isnot" : "is_not";
    case "NotIn":
      return isOld ? "notin_" : "not_in";
    case "In":
      return "in_";
    default:
      return "is_";
  }
}
