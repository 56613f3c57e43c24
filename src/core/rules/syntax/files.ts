import { isGenerated } from "../../project/generated";
import { isTestPath } from "../../project/testPaths";
import type { PythonFile } from "../../python/pythonFile";

/**
 * Whether a file is a migration of Alembic's, which says what it is by `revision` and `down_revision`, or its `env.py`,
 * which asks for the `context` of a migration: both begin as a template.
 */
export function isMigration({ moduleScope: { bindings } }: PythonFile): boolean {
  const isEnvironment = bindings
    .get("context")
    ?.some((binding) => binding.kind === "import" && binding.target === "alembic.context");
  return isEnvironment === true || (bindings.has("revision") && bindings.has("down_revision"));
}

/** Whether a file is no part of the application that people read and maintain: tests, migrations, generated code. */
export function isAsideFile(file: PythonFile): boolean {
  return isTestPath(file.path) || isMigration(file) || isGenerated(file.parsed.comments);
}
