import type { Plan } from "../edits/plan";
import { type FieldsProblem, parseFields } from "../fields/parseFields";
import type { FileSystem } from "../ports";
import type { PythonParser } from "../python/parser";
import { openScaffolded, recordAnswers, type ScaffoldAnswers } from "./answers";
import { landFiles, type Scaffold } from "./landFiles";
import { gatherings } from "./layouts";
import { mergeFiles } from "./merge/mergeFiles";
import { dataOf, isRevision, moduleFiles, tablesOf } from "./moduleFiles";
import { fieldProblems, moduleNameProblem, takenProblem } from "./moduleProblems";
import { register } from "./register/register";
import type { Templates } from "./render";
import { revisionFor } from "./revisions";

/** What a module is made of. */
export interface ModuleRequest {
  readonly name: string;
  /** In the field language; without any, those that the module was scaffolded with. */
  readonly fields: readonly string[];
  /** URI of the project's folder. */
  readonly root: string;
  /** The Alembic head to follow where there are several. */
  readonly head?: string | undefined;
}

/** Why there is no scaffold: a sentence, or what is wrong with each field. */
export type ScaffoldProblem =
  | { readonly problem: string }
  | { readonly fieldProblems: readonly FieldsProblem[] };

/** What scaffolding needs of its host. */
export interface ScaffoldHost {
  readonly templates: Templates;
  readonly fileSystem: FileSystem;
  readonly parser: PythonParser;
}

/** The plan of a module in a scaffolded project, or what is wrong with the request. Throws a `TemplateError`. */
export async function scaffoldModule(
  request: ModuleRequest,
  host: ScaffoldHost,
): Promise<Scaffold | ScaffoldProblem> {
  const { name, root } = request;
  const { fileSystem, templates, parser } = host;
  const nameProblem = moduleNameProblem(name);
  if (nameProblem !== undefined) return { problem: nameProblem };
  const opened = await openScaffolded(root, fileSystem);
  if ("problem" in opened) return opened;
  const { project, answers, stored } = opened;
  const texts = request.fields.length > 0 ? request.fields : (answers.modules[name] ?? []);
  if (texts.length === 0)
    return { problem: `Name the fields of ${name}, for example title:str(100).` };
  const { fields, problems } = parseFields(texts);
  const tables = await tablesOf(root, project, answers, fileSystem);
  const wrong =
    problems.length > 0 ? problems : fieldProblems(name, texts, fields, tables, project);
  if (wrong.length > 0) return { fieldProblems: wrong };
  const taken = takenProblem(name, project, Object.keys(answers.modules));
  if (taken !== undefined) return { problem: taken };
  const revision = await revisionFor(root, `create_${name}`, fileSystem, request.head);
  if ("problem" in revision) return revision;
  const making = { name, project, answers, revision };
  const grown = [...texts, ...addedTo(name, texts, answers)];
  const first = moduleFiles(templates, "module", making, texts);
  const files = moduleFiles(templates, "module", making, grown).map((file) =>
    isRevision(file) ? (first.find(({ path }) => path === file.path) ?? file) : file,
  );
  const landed = await landFiles(root, files, fileSystem);
  const gathering = gatherings(project, dataOf(name, grown, project, answers));
  const registered = await register(root, gathering, fileSystem, parser);
  const additions = moduleFiles(templates, "module-merge", making, grown);
  const merged = await mergeFiles(root, additions, host);
  const modules = { ...answers.modules, [name]: [...texts] };
  const recorded = recordAnswers(root, stored, { ...answers, modules });
  const plan: Plan = {
    title: `Scaffold Module ${name}`,
    creations: landed.creations,
    edits: [...registered.edits, ...merged.edits, ...recorded],
  };
  return { plan, conflicts: landed.conflicts, manual: [...registered.manual, ...merged.manual] };
}

/** The fields that a module got since it was scaffolded and that are not named again. */
function addedTo(name: string, texts: readonly string[], answers: ScaffoldAnswers): string[] {
  const named = new Set(parseFields(texts).fields.map((field) => field.name));
  const added = answers.added[name] ?? [];
  return added.filter((text) =>
    parseFields([text]).fields.every((field) => !named.has(field.name)),
  );
}
