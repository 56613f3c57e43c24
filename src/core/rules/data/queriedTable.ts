import { classKey } from "../../evaluation/classes";
import { backend } from "../../frameworks/backend";
import type { TableModel } from "../../frameworks/sqlalchemy/model";
import { modelOf, type SqlStatement } from "../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../project/codeBase";

/** The table whose rows a statement reads; `undefined` where its model is not one of the project. */
export function queriedTable(
  statement: SqlStatement | undefined,
  code: CodeBase,
): TableModel | undefined {
  const model = statement && modelOf(statement);
  if (model === undefined) return undefined;
  return backend
    .tables(code)
    .tables.find(({ class: of }) => of !== undefined && classKey(of) === classKey(model));
}

/** The attributes of a table's primary key; none where one of its columns is not an attribute. */
export function primaryKeyOf(table: TableModel | undefined): readonly string[] {
  const keys = table?.columns.filter(({ primaryKey }) => primaryKey) ?? [];
  const attributes = keys.flatMap(({ attribute }) => attribute ?? []);
  return attributes.length === keys.length ? attributes : [];
}
