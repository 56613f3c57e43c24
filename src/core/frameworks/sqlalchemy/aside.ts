import type { ModuleRun } from "../../project/codeBase";

/**
 * Whether a module is a migration or a test: what it declares is for itself, and no part of the application's database.
 * A migration of Alembic's says what it is by `revision` and `down_revision`.
 */
export function isAside({ path, scope }: ModuleRun): boolean {
  if (scope.names.has("revision") && scope.names.has("down_revision")) return true;
  return /(?:^|\/)(?:tests?\/|conftest\.py$|test_[^/]*\.py$|[^/]*_test\.py$)/.test(path);
}
