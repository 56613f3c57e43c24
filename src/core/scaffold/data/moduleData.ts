import type { Field } from "../../fields/field";
import { columnName, type FieldData, fieldData } from "./fieldData";
import { type Names, namesOf } from "./naming";

/** A reference to another table as templates are given it. */
export interface ReferenceData {
  readonly field: FieldData;
  /** The module that owns the table. */
  readonly target: Names;
  readonly isSelf: boolean;
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
  /** The modules of the references, each once, this one left out. */
  readonly targets: readonly Names[];
  readonly hasVersion: boolean;
  /** Fields of which a test's data needs a number, so that no two rows are alike. */
  readonly isNumbered: boolean;
  /** Whether a test can create as many rows as it likes: every unique field has enough values. */
  readonly isMany: boolean;
  /** The field that a test changes; none where there are references only. */
  readonly changed: FieldData | null;
  /** Names to import from `sqlalchemy` for the model, sorted. */
  readonly columnImports: string;
}

/** A module for templates. */
export function moduleData(name: string, fields: readonly Field[]): ModuleData {
  const names = namesOf(name);
  const all = fields.map((field) => fieldData(field, name, names.className));
  const written = all.filter(({ isVersion }) => !isVersion);
  const references = fields.flatMap((field): ReferenceData[] => {
    const data = all.find((one) => one.name === columnName(field));
    if (field.type.kind !== "ref" || data === undefined) return [];
    const { table } = field.type;
    return [{ field: data, target: namesOf(table), isSelf: table === name }];
  });
  const targets = new Map(
    references.filter(({ isSelf }) => !isSelf).map(({ target }) => [target.name, target]),
  );
  const unique = all.filter((field) => field.unique);
  const filters = all.filter(({ isFilter, isVersion }) => isFilter && !isVersion);
  return {
    ...names,
    table: name,
    fields: all,
    written,
    filters,
    unique,
    enums: all.filter(({ kind }) => kind === "enum"),
    references,
    targets: [...targets.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    hasVersion: all.some(({ isVersion }) => isVersion),
    isNumbered: unique.some(({ numbered }) => numbered !== ""),
    isMany: unique.every(({ numbered, kind }) => numbered !== "" || kind === "ref"),
    changed: written.find((one) => one.kind !== "ref" && one.example !== one.other) ?? null,
    columnImports: [...new Set([...all.flatMap((one) => one.columnImports), "Index"])].join(", "),
  };
}
