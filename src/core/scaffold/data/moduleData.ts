import type { Field } from "../../fields/field";
import type { ScaffoldAnswers } from "../answers";
import { type EndpointData, endpointMethods, readEndpoint } from "./endpointData";
import { columnName, type FieldData, fieldData, onDeleteOf } from "./fieldData";
import { type Names, namesOf } from "./naming";
import type { ProjectData } from "./projectData";

/** The column that marks a row as deleted; where not every row has it, a module asks for it as a field. */
export const softDeleteColumn = "is_deleted";

/** A reference to another table as templates are given it. */
export interface ReferenceData {
  readonly field: FieldData;
  /** The module that owns the table. */
  readonly target: Names;
  readonly isSelf: boolean;
  /** As SQL has it: `CASCADE`. */
  readonly onDelete: string;
  /** Whether a row cannot be without it. */
  readonly isNeeded: boolean;
  /** Whether what it refers to cannot be deleted meanwhile: no row is marked, and the database restricts it. */
  readonly holds: boolean;
}

/** A module as templates are given it (docs/scaffolding.md). */
export interface ModuleData extends Names {
  readonly table: string;
  readonly fields: readonly FieldData[];
  /** Those that clients write: all but the version. */
  readonly written: readonly FieldData[];
  readonly filters: readonly FieldData[];
  readonly unique: readonly FieldData[];
  readonly enums: readonly FieldData[];
  readonly references: readonly ReferenceData[];
  /** Those of them that hold what they refer to. */
  readonly holding: readonly ReferenceData[];
  /** The modules of the references, each once, this one left out. */
  readonly targets: readonly Names[];
  /** Those of them that a row cannot be without. */
  readonly neededTargets: readonly Names[];
  readonly hasVersion: boolean;
  /** Whether its rows are only marked as deleted. */
  readonly softDeletes: boolean;
  /** The parameter of its paths: `{order_id}`, and the same of a row in a test's f-string. */
  readonly key: string;
  /** The same for a route: with lists beside it only what is a key leads there, so that nothing else is taken for one. */
  readonly routeKey: string;
  readonly testKey: string;
  /** The statuses that its routes answer with besides 401 and 422, as arguments: `404, 409`. */
  readonly createErrors: string;
  readonly updateErrors: string;
  readonly deleteErrors: string;
  /** Filters whose field has a value in a test's data. */
  readonly testedFilters: readonly FieldData[];
  /** Fields of which a test's data needs a number, so that no two rows are alike. */
  readonly isNumbered: boolean;
  /** Whether a test can create as many rows as it likes: every unique field has enough values. */
  readonly isMany: boolean;
  /** The field that a test changes; none where there are references only. */
  readonly changed: FieldData | null;
  /** The field whose changes a state machine guards; null without one. */
  readonly stateField: string | null;
  /** The endpoints that were added to it. */
  readonly endpoints: readonly EndpointData[];
  /** Names to import from `sqlalchemy` for the model, sorted. */
  readonly columnImports: string;
}

/**
 * A module for templates.
 * @param answers what the project's scaffolds were answered
 */
export function moduleData(
  name: string,
  asked: readonly Field[],
  project: Pick<ProjectData, "softDeletes">,
  { modules, endpoints }: Pick<ScaffoldAnswers, "modules" | "endpoints">,
): ModuleData {
  const names = namesOf(name);
  const fields = asked.filter((field) => field.name !== softDeleteColumn);
  const all = fields.map((field) => fieldData(field, name, names.className));
  const written = all.filter(({ isVersion }) => !isVersion);
  const references = fields.flatMap((field): ReferenceData[] => {
    const data = all.find((one) => one.name === columnName(field));
    if (field.type.kind !== "ref" || data === undefined) return [];
    const { table } = field.type;
    const isSelf = table === name;
    const isNeeded = !data.nullable && !isSelf;
    const onDelete = onDeleteOf(field.type);
    const isMarked = (text: string) => text.trim().startsWith(softDeleteColumn);
    const isDeleted = !project.softDeletes && modules[table]?.some(isMarked) === false;
    const holds = isNeeded && isDeleted && onDelete === "RESTRICT";
    return [{ field: data, target: namesOf(table), isSelf, onDelete, isNeeded, holds }];
  });
  const unique = all.filter((field) => field.unique);
  const filters = all.filter(({ isFilter, isVersion }) => isFilter && !isVersion);
  const hasVersion = all.some(({ isVersion }) => isVersion);
  const softDeletes = project.softDeletes || fields.length < asked.length;
  const added = (endpoints[name] ?? []).flatMap((text) => storedEndpoint(text, names));
  const keyType = added.some(({ kind }) => kind === "page") ? ":uuid" : "";
  // Rows that are really deleted can be gone, or needed, when another refers to them.
  const isTied = !softDeletes && references.length > 0;
  const conflicts = unique.length > 0 || isTied;
  return {
    ...names,
    table: name,
    fields: all,
    written,
    filters,
    unique,
    enums: all.filter(({ kind }) => kind === "enum"),
    references,
    holding: references.filter(({ holds }) => holds),
    targets: targetsOf(references.filter(({ isSelf }) => !isSelf)),
    neededTargets: targetsOf(references.filter(({ isNeeded }) => isNeeded)),
    hasVersion,
    softDeletes,
    key: `{${names.variable}_id}`,
    routeKey: `{${names.variable}_id${keyType}}`,
    testKey: `{${names.variable}['id']}`,
    createErrors: [references.length > 0 ? 404 : [], conflicts ? 409 : []].flat().join(", "),
    updateErrors: [404, conflicts || hasVersion ? 409 : []].flat().join(", "),
    deleteErrors: [404, !softDeletes || hasVersion ? 409 : []].flat().join(", "),
    testedFilters: filters.filter(
      ({ name, kind }) =>
        kind !== "ref" || references.some(({ field, isNeeded }) => isNeeded && field.name === name),
    ),
    isNumbered: unique.some(({ numbered }) => numbered !== ""),
    isMany: unique.every(({ numbered, kind }) => numbered !== "" || kind === "ref"),
    changed: written.find((one) => one.kind !== "ref" && one.example !== one.other) ?? null,
    stateField: null,
    endpoints: added,
    columnImports: [...new Set([...all.flatMap((one) => one.columnImports), "Index"])].join(", "),
  };
}

/** An endpoint as answers keep it; none where somebody has written something else there. */
function storedEndpoint(text: string, names: Names): EndpointData[] {
  const [word, path = ""] = text.split(" ");
  const method = endpointMethods.find((one) => one === word);
  const endpoint = method && readEndpoint(method, path, names);
  return endpoint === undefined || "message" in endpoint ? [] : [endpoint];
}

/** The modules of references, each once, by name. */
function targetsOf(references: readonly ReferenceData[]): Names[] {
  const targets = new Map(references.map(({ target }) => [target.name, target]));
  return [...targets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
