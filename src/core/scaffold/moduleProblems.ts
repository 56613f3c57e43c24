import type { Field } from "../fields/field";
import type { FieldsProblem } from "../fields/parseFields";
import { isKeyword } from "../python/keywords";
import { nearestName } from "../text/nearestName";
import { columnName } from "./data/fieldData";
import { softDeleteColumn } from "./data/moduleData";
import { namesOf } from "./data/naming";
import type { ProjectData } from "./data/projectData";
import { isBaseName, isBuiltin, isSqlWord } from "./data/reserved";

/** PostgreSQL cuts longer names, and a name that was cut is not found again by Alembic. */
const longestIdentifier = 63;
const longestModule = 30;
const longestField = 40;

/** What is wrong with a module's name, as a sentence; `undefined` where nothing is. */
export function moduleNameProblem(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
    return `“${name}” is no name of a module: use small letters, digits and single underscores, a letter first, such as order_items.`;
  }
  if (isKeyword(name)) return `“${name}” is a word of Python's own.`;
  if (isSqlWord(name)) return `“${name}” is a word of SQL; a table cannot be called so.`;
  if (name.length > longestModule) {
    return `“${name}” is too long: ${longestModule} characters are the most.`;
  }
  return undefined;
}

/** Said of a name that no module has. */
export function noModule(name: string, modules: readonly string[]): string {
  if (modules.length === 0) return "The project has no module yet: make one with `module`.";
  const meant = nearestName(name, modules);
  const hint = meant === undefined ? `There are ${modules.join(", ")}.` : `Is it ${meant}?`;
  return `The project has no module “${name}” that was scaffolded. ${hint}`;
}

/**
 * Why a module cannot have a name that something else in the project has; `undefined` where it can.
 * @param modules those that were added
 */
export function takenProblem(
  name: string,
  { profile, hasQueue }: ProjectData,
  modules: readonly string[],
): string | undefined {
  const ofQueue = hasQueue ? ["jobs", "notifications", "tasks"] : [];
  const ofLayers = profile === "layered" ? ["bases", "errors", "router"] : [];
  const own = ["users", "system", "api", ...ofQueue, ...ofLayers];
  // Layers have a file for one of several: orders and order would share it.
  const fileOf = (one: string) => (profile === "layered" ? namesOf(one).single : one);
  const other = modules.find((one) => one !== name && fileOf(one) === fileOf(name));
  if (other !== undefined) return `“${name}” would share its files with “${other}”.`;
  const isOwn = own.some((one) => fileOf(one) === fileOf(name));
  return isOwn ? `The project has a module “${name}” of its own.` : undefined;
}

/**
 * What is wrong with fields that the field language takes, but no model does.
 * @param texts as they were written, for the places
 * @param tables that references can lead to
 */
export function fieldProblems(
  module: string,
  texts: readonly string[],
  fields: readonly Field[],
  tables: readonly string[],
  project: Pick<ProjectData, "softDeletes">,
): FieldsProblem[] {
  const columns = new Set<string>();
  return fields.flatMap((field, index) => {
    const text = texts[index] ?? "";
    const message =
      nameProblem(field, columns, project) ??
      referenceProblem(field, module, tables) ??
      lengthProblem(module, field);
    columns.add(columnName(field));
    if (message === undefined) return [];
    const part =
      message.includes("table “") && field.type.kind === "ref" ? field.type.table : field.name;
    const start = Math.max(0, text.lastIndexOf(part));
    return [{ message, index, start, end: start + part.length }];
  });
}

function nameProblem(
  field: Field,
  columns: ReadonlySet<string>,
  project: Pick<ProjectData, "softDeletes">,
): string | undefined {
  const { name } = field;
  if (name === softDeleteColumn && !project.softDeletes) return softDeleteProblem(field, columns);
  if (name !== name.toLowerCase()) return `Write “${name}” in small letters.`;
  if (name.startsWith("_") || name.includes("__") || name.endsWith("_")) {
    return `“${name}” begins, ends or is parted with too many underscores.`;
  }
  if (isBaseName(name)) return `Every model has a “${name}” already.`;
  const column = columnName(field);
  if (isBuiltin(column)) return `“${name}” is a function or type of Python's own.`;
  if (isSqlWord(column)) return `“${name}” is a word of SQL.`;
  if (columns.has(column)) return `There is a column “${column}” already.`;
  return undefined;
}

/** A module whose rows are to be marked as deleted asks for it with this very field. */
function softDeleteProblem(field: Field, columns: ReadonlySet<string>): string | undefined {
  const { type, nullable, unique, index } = field;
  const isPlain = type.kind === "bool" && !nullable && !unique && !index;
  if (!isPlain || field.default !== undefined) return `Write it ${softDeleteColumn}:bool.`;
  return columns.has(softDeleteColumn) ? `“${softDeleteColumn}” is there twice.` : undefined;
}

function referenceProblem(
  { type, nullable }: Field,
  module: string,
  tables: readonly string[],
): string | undefined {
  if (type.kind !== "ref") return undefined;
  if (type.table === module) {
    return nullable
      ? undefined
      : "A reference to its own table must be nullable: put ? or optional behind it.";
  }
  if (tables.includes(type.table)) return undefined;
  const meant = nearestName(type.table, tables);
  const hint = meant === undefined ? ` There are ${tables.join(", ")}.` : ` Is it ${meant}?`;
  return `There is no table “${type.table}”.${hint}`;
}

function lengthProblem(module: string, field: Field): string | undefined {
  const column = columnName(field);
  if (column.length > longestField)
    return `“${column}” is too long: ${longestField} characters are the most.`;
  const target = field.type.kind === "ref" ? `_${field.type.table}` : "";
  const name = `fk_${module}_${column}${target}`;
  if (name.length <= longestIdentifier) return undefined;
  return `“${column}” is too long: databases would cut its constraint's name, ${name}.`;
}
