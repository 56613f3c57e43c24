import type { FieldData } from "./fieldData";
import type { ModuleData, ReferenceData } from "./moduleData";

/** What is added to a module, as templates are given it. */
export interface AddedData {
  /** In a sentence: `weight`, or `weight and 2 more`. */
  readonly words: string;
  readonly fields: readonly FieldData[];
  readonly references: readonly ReferenceData[];
  /** Fields that need a value in each row: those that have one for rows that are there, and those that have none. */
  readonly filled: readonly FieldData[];
  readonly unfilled: readonly FieldData[];
  /** Whether the columns are held to anything but their type. */
  readonly isBound: boolean;
}

/** The part of a module that is new. @param names the columns that were not there before */
export function addedData(module: ModuleData, names: ReadonlySet<string>): AddedData {
  const fields = module.fields.filter(({ name }) => names.has(name));
  const references = module.references.filter(({ field }) => names.has(field.name));
  const needed = fields.filter(({ nullable }) => !nullable);
  const first = fields[0]?.words ?? "";
  return {
    words: fields.length > 1 ? `${first} and ${fields.length - 1} more` : first,
    fields,
    references,
    filled: fields.filter(({ fill }) => fill !== ""),
    unfilled: needed.filter(({ fill }) => fill === ""),
    isBound:
      needed.length + references.length > 0 ||
      fields.some(({ unique, check }) => unique || check !== ""),
  };
}
