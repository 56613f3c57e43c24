import type { Place } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { ColumnModel } from "../frameworks/sqlalchemy/model";
import type { CodeBase } from "../project/codeBase";
import { inspectEndpoints } from "./endpoints";
import type {
  InspectedColumn,
  InspectedPlace,
  InspectedUnresolved,
  Inspection,
} from "./inspection";
import { inspectLayout } from "./layout";

/**
 * What the analysis understands of a project.
 * @param root the folder that its paths are relative to
 * @param unread files and folders of which nothing is known, and why
 */
export function inspect(
  code: CodeBase,
  root: string,
  unread: readonly { readonly path: string; readonly message: string }[],
): Inspection {
  const routing = backend.routing(code);
  const tables = backend.tables(code);
  const schemas = backend.schemas(code);
  const settings = backend.settings(code);
  const tasks = backend.tasks(code);
  const dependencies = backend.dependencies(code);
  const parts = [routing, tables, schemas, settings, tasks, dependencies];
  const missing = unread.map(({ path, message }) => ({
    what: `not read: ${message}`,
    path,
    line: 0,
    character: 0,
  }));
  return {
    version: "1",
    root,
    ...inspectLayout(code),
    endpoints: inspectEndpoints(code),
    models: tables.tables.map(({ name, table, schema, place, columns }) => ({
      name,
      table,
      schema,
      ...inspectedPlace(place),
      columns: columns.map(inspectedColumn),
    })),
    schemas: schemas.schemas.map(({ name, place, fields }) => ({
      name,
      ...inspectedPlace(place),
      fields: fields.map((field) => ({
        name: field.name,
        type: field.type,
        required: field.required,
      })),
    })),
    tasks: tasks.tasks.map(({ name, kind, queue, maxRetries, timeLimitSeconds, place }) => ({
      name,
      kind,
      queue,
      maxRetries,
      timeLimitSeconds,
      ...inspectedPlace(place),
    })),
    settings: settings.settings.map((setting) => ({
      class: setting.class,
      name: setting.name,
      environment: setting.environment,
      type: setting.type,
      default: setting.default,
      ...inspectedPlace(setting.place),
    })),
    dependencies: dependencies.dependencies.map(({ kind, place }) => ({
      kind,
      ...inspectedPlace(place),
    })),
    unresolved: unresolvedOf([...parts.flatMap(({ unresolved }) => unresolved), ...missing]),
  };
}

/** Each place once for each thing that is not known there, in the order of the files. */
function unresolvedOf(
  found: readonly (Place & { readonly what: string })[],
): readonly InspectedUnresolved[] {
  const unique = new Map(found.map((one) => [`${one.path}:${one.line}:${one.what}`, one]));
  return [...unique.values()]
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
    .map(({ what, ...place }) => ({ what, ...inspectedPlace(place) }));
}

/** A place as `inspect` reports it. */
export function inspectedPlace({ path, line }: Pick<Place, "path" | "line">): InspectedPlace {
  return { file: path, line: line + 1 };
}

/** A column as `inspect` reports it. */
export function inspectedColumn(column: ColumnModel): InspectedColumn {
  const { name, type, nullable, primaryKey, unique, indexed, foreignKeys } = column;
  return { name, type, nullable, primaryKey, unique, indexed, foreignKeys };
}
