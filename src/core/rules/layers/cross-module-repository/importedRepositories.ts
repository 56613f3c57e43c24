import { importedModule, moduleAttribute, moduleNamed } from "../../../evaluation/names";
import type { Value } from "../../../evaluation/value";
import { queriesOf } from "../../../frameworks/sqlalchemy/queries/queries";
import type { CodeBase } from "../../../project/codeBase";
import type { Alias } from "../../../python/ast/nodes";
import { forEachStatement } from "../../../python/ast/statementsIn";
import { isRepositoryPlace, type Roles, repositoryOf } from "../roles";

/** A repository that a file imports. */
export interface ImportedRepository {
  readonly alias: Alias;
  readonly name: string;
  /** The file that it stands in. */
  readonly path: string;
}

/** The repositories that a file imports: their classes, functions of them, or the whole module. */
export function importedRepositories(
  path: string,
  roles: Roles,
  code: CodeBase,
): readonly ImportedRepository[] {
  const evaluation = code.typeEvaluation();
  const found: ImportedRepository[] = [];
  const add = (alias: Alias, value: Value): void => {
    const at = repositoryPath(value, roles, code);
    if (at !== undefined) found.push({ alias, name: alias.name, path: at });
  };
  for (const statement of code.statements(path)) {
    forEachStatement(statement, (inner) => {
      if (inner.nodeType === "Import") {
        for (const alias of inner.names) add(alias, moduleNamed(evaluation, alias.name, path));
      }
      if (inner.nodeType !== "ImportFrom") return;
      const module = importedModule(evaluation, inner.module ?? "", inner.level, path);
      if (module.kind !== "module") return;
      for (const alias of inner.names) {
        if (alias.name !== "*") add(alias, moduleAttribute(evaluation, module, alias.name, path));
      }
    });
  }
  return found;
}

function repositoryPath(value: Value, roles: Roles, code: CodeBase): string | undefined {
  if (value.kind === "module" || value.kind === "function") {
    const { path } = value;
    if (
      path === undefined ||
      !isRepositoryPlace(path, value.kind === "function" ? value.name : "", roles)
    )
      return undefined;
    // A function that puts a statement together leaves the database to its caller.
    return value.kind === "module" ||
      queriesOf(code.functionRun(value) ?? { effects: [] }).length > 0
      ? path
      : undefined;
  }
  return repositoryOf(value, roles)?.path;
}
