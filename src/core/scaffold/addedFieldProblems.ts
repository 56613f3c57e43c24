import { type FieldsProblem, parseFields } from "../fields/parseFields";
import type { Statement } from "../python/ast/nodes";
import type { ScaffoldAnswers } from "./answers";
import { columnName } from "./data/fieldData";
import { softDeleteColumn } from "./data/moduleData";
import { namesOf } from "./data/naming";
import type { ProjectData } from "./data/projectData";
import { definitionName } from "./merge/statementText";
import { fieldProblems } from "./moduleProblems";

/** A module that fields are added to. */
interface GrowingModule {
  readonly name: string;
  /** The fields that it has. */
  readonly known: readonly string[];
  readonly tables: readonly string[];
  readonly project: ProjectData;
  readonly answers: ScaffoldAnswers;
}

/**
 * What is wrong with fields that are added to a module; a field that it has just so is no mistake.
 * @param model the module's file of models, where it can be read
 */
export function addedFieldProblems(
  texts: readonly string[],
  { name, known, tables, project, answers }: GrowingModule,
  model: readonly Statement[] = [],
): readonly FieldsProblem[] {
  const { fields, problems } = parseFields(texts);
  if (problems.length > 0) return problems;
  const there = new Map(parseFields(known).fields.map((field) => [columnName(field), field]));
  const written = columnsOf(model, namesOf(name).className);
  const own = fields.flatMap((field, index): FieldsProblem[] => {
    const [column, text] = [columnName(field), texts[index] ?? ""];
    const same = there.get(column);
    const at = (part: string, message: string) => {
      const start = Math.max(0, text.lastIndexOf(part));
      return [{ message, index, start, end: start + part.length }];
    };
    if (same !== undefined) {
      if (JSON.stringify(same) === JSON.stringify(field)) return [];
      return at(field.name, `${name} has another field “${column}” already.`);
    }
    if (written.has(column)) return at(field.name, `The model has a “${column}” already.`);
    if (field.name === softDeleteColumn) {
      return at(field.name, `“${softDeleteColumn}” cannot be added to a module that deletes rows.`);
    }
    const { type } = field;
    if (type.kind === "ref" && type.table !== name && leadsTo(type.table, name, answers)) {
      return at(
        type.table,
        `${type.table} refers to ${name}: a reference back would make a circle.`,
      );
    }
    return [];
  });
  if (own.length > 0) return own;
  const fresh = fields.flatMap((field, index) => (there.has(columnName(field)) ? [] : [index]));
  const found = fieldProblems(
    name,
    [...known, ...fresh.map((index) => texts[index] ?? "")],
    [...there.values(), ...fresh.flatMap((index) => fields[index] ?? [])],
    tables,
    project,
  );
  return found.flatMap((one) => {
    const index = fresh[one.index - known.length];
    return index === undefined ? [] : [{ ...one, index }];
  });
}

/** What a class of a file has, by name. */
function columnsOf(body: readonly Statement[], className: string): Set<string> {
  const found = body.find((one) => one.nodeType === "ClassDef" && one.name === className);
  const members = found?.nodeType === "ClassDef" ? found.body : [];
  return new Set(members.flatMap((one) => definitionName(one) ?? []));
}

/** Whether a module refers to another one, over however many. */
function leadsTo(
  from: string,
  to: string,
  answers: ScaffoldAnswers,
  seen = new Set<string>(),
): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const texts = [...(answers.modules[from] ?? []), ...(answers.added[from] ?? [])];
  return parseFields(texts).fields.some(
    ({ type }) =>
      type.kind === "ref" && (type.table === to || leadsTo(type.table, to, answers, seen)),
  );
}
