import { isTestPath } from "./testPaths";

/** Whether a file is beside the running application: a test, a migration, a script. */
export function isAside(path: string): boolean {
  return (
    isTestPath(path) ||
    /(^|\/)(alembic|migrations?|versions|scripts?|examples?|docs?|([\w-]+[-_])?bench(es|marks?)?|bin|tools|dev|seeds?|fixtures|load[_-]?test(s|ing)?|e2e|qa)\/|(^|\/)noxfile\.py$/.test(
      path,
    )
  );
}
