import type { Plan } from "../edits/plan";
import { parseFields } from "../fields/parseFields";
import { joinUri } from "../project/paths";
import { addedFieldProblems } from "./addedFieldProblems";
import { openScaffolded, recordAnswers, type ScaffoldedProject } from "./answers";
import { addedData } from "./data/addedData";
import { columnName } from "./data/fieldData";
import { namesOf } from "./data/naming";
import { modulePlaces } from "./data/places";
import { landFiles, type Scaffold } from "./landFiles";
import { mergeVersions } from "./merge/mergeVersions";
import { dataOf, isRevision, moduleFiles, tablesOf } from "./moduleFiles";
import { noModule } from "./moduleProblems";
import { readText } from "./register/register";
import { revisionFor } from "./revisions";
import type { ScaffoldHost, ScaffoldProblem } from "./scaffoldModule";
import { specEdits } from "./specs";
import { produce } from "./templateSet";

/** What is added to a module. */
export interface FieldRequest {
  /** The module's name. */
  readonly module: string;
  /** In the field language. */
  readonly fields: readonly string[];
  /** URI of the project's folder. */
  readonly root: string;
  /** The Alembic head to follow where there are several. */
  readonly head?: string | undefined;
}

/**
 * The plan of fields that a module of a scaffolded project gets, through all that its templates make of them, or what is
 * wrong with the request. Throws a `TemplateError`.
 */
export async function scaffoldField(
  request: FieldRequest,
  host: ScaffoldHost,
): Promise<Scaffold | ScaffoldProblem> {
  const { module: name, fields: texts, root } = request;
  const { templates, fileSystem, parser } = host;
  const opened = await openScaffolded(root, fileSystem);
  if ("problem" in opened) return opened;
  const { project, answers, stored } = opened;
  const scaffolded = answers.modules[name];
  if (scaffolded === undefined) return { problem: noModule(name, Object.keys(answers.modules)) };
  const known = [...scaffolded, ...(answers.added[name] ?? [])];
  const model = await readText(
    joinUri(root, `${modulePlaces(project, namesOf(name)).models}.py`),
    fileSystem,
  );
  const tables = await tablesOf(root, project, answers, fileSystem);
  const context = { name, known, tables, project, answers };
  const wrong = addedFieldProblems(
    texts,
    context,
    model === undefined ? [] : parser.read(model).module.body,
  );
  if (wrong.length > 0) return { fieldProblems: wrong };
  const fresh = without(texts, known);
  const after = [...known, ...fresh];
  const revised = await revisionOf(request, opened, fresh, after, host);
  if ("problem" in revised) return revised;
  // Templates but those of revisions do not ask for one.
  const making = { name, project, answers, revision: { id: "", down: null } };
  const [old = [], wanted = []] = [without(known, texts), after].map((fields) =>
    moduleFiles(templates, "module", making, fields).filter((file) => !isRevision(file)),
  );
  const merged = await mergeVersions(root, old, wanted, host);
  const module = dataOf(name, after, project, answers);
  const specs = await specEdits(root, project, module, addedData(module, columnsOf(texts)), host);
  const added = { ...answers.added, [name]: [...(answers.added[name] ?? []), ...fresh] };
  const recorded = fresh.length > 0 ? recordAnswers(root, stored, { ...answers, added }) : [];
  return {
    plan: {
      title: `Add Field to ${name}`,
      creations: revised.creations,
      edits: [...merged.edits, ...specs, ...recorded],
    },
    conflicts: revised.conflicts,
    manual: merged.manual,
  };
}

/** The revision that adds columns; none where there are none. @param after all fields of the module */
async function revisionOf(
  { module: name, root, head }: FieldRequest,
  { project, answers }: ScaffoldedProject,
  fresh: readonly string[],
  after: readonly string[],
  { templates, fileSystem }: ScaffoldHost,
): Promise<(Pick<Scaffold, "conflicts"> & Pick<Plan, "creations">) | { readonly problem: string }> {
  if (fresh.length === 0) return { creations: [], conflicts: [] };
  const change = changeName(name, fresh);
  const revision = await revisionFor(root, change, fileSystem, head);
  if ("problem" in revision) return revision;
  const module = dataOf(name, after, project, answers);
  const data = { project, module, revision, added: addedData(module, columnsOf(fresh)) };
  const names = { revision: revision.id, change };
  return await landFiles(
    root,
    produce(templates, project.profile, "field", names, data),
    fileSystem,
  );
}

/** Fields that are not among others, by their columns. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const columns = columnsOf(others);
  return texts.filter((text) =>
    parseFields([text]).fields.every((field) => !columns.has(columnName(field))),
  );
}

function columnsOf(texts: readonly string[]): Set<string> {
  return new Set(parseFields(texts).fields.map(columnName));
}

/** What a revision does, as its file says: `add_weight_to_products`. */
function changeName(module: string, fresh: readonly string[]): string {
  const [first = "", ...more] = parseFields(fresh).fields.map(columnName);
  const others = more.length > 0 ? `_and_${more.length}_more` : "";
  return `add_${first}${others}_to_${module}`;
}
