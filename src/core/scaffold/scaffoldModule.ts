import { fingerprint } from "../edits/fingerprint";
import type { Plan } from "../edits/plan";
import { type FieldsProblem, parseFields } from "../fields/parseFields";
import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import type { PythonParser } from "../python/parser";
import { answersFile, answersPath, readScaffoldAnswers, type ScaffoldAnswers } from "./answers";
import { moduleData } from "./data/moduleData";
import { namesOf } from "./data/naming";
import { importNames, modulePlaces, projectPlaces } from "./data/places";
import { type ProjectData, projectData } from "./data/projectData";
import { landFiles, type Scaffold } from "./landFiles";
import { gatherings } from "./layouts";
import { mergeFiles } from "./merge/mergeFiles";
import { fieldProblems, moduleNameProblem, takenProblem } from "./moduleProblems";
import { readText, register } from "./register/register";
import type { Templates } from "./render";
import { revisionFor } from "./revisions";
import { produce } from "./templateSet";

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
  const stored = await readText(joinUri(root, answersPath), fileSystem);
  const answers = stored === undefined ? undefined : readScaffoldAnswers(stored);
  if (stored === undefined || answers === undefined) return { problem: noProject };
  const texts = request.fields.length > 0 ? request.fields : (answers.modules[name] ?? []);
  if (texts.length === 0)
    return { problem: `Name the fields of ${name}, for example title:str(100).` };
  const project = projectData(answers.project.name, answers.project.profile, answers.project.queue);
  const { fields, problems } = parseFields(texts);
  const tables = await tablesOf(root, project, answers, fileSystem);
  const wrong =
    problems.length > 0 ? problems : fieldProblems(name, texts, fields, tables, project);
  if (wrong.length > 0) return { fieldProblems: wrong };
  const taken = takenProblem(name, project, Object.keys(answers.modules));
  if (taken !== undefined) return { problem: taken };
  const revision = await revisionFor(root, name, fileSystem, request.head);
  if ("problem" in revision) return revision;
  const module = moduleData(name, fields, project, answers.modules);
  const places = { ...projectPlaces(project), ...modulePlaces(project, module) };
  const names = { ...places, package: project.package, module: name, revision: revision.id };
  const data = { project, module, revision, at: importNames(places) };
  const files = produce(templates, project.profile, "module", names, data);
  const landed = await landFiles(root, files, fileSystem);
  const registered = await register(root, gatherings(project, module), fileSystem, parser);
  const additions = produce(templates, project.profile, "module-merge", names, data);
  const merged = await mergeFiles(root, additions, host);
  const recorded = recordAnswers(root, stored, answers, name, texts);
  const plan: Plan = {
    title: `Scaffold Module ${name}`,
    creations: landed.creations,
    edits: [...registered.edits, ...merged.edits, ...recorded],
  };
  return { plan, conflicts: landed.conflicts, manual: [...registered.manual, ...merged.manual] };
}

/** Said where a folder holds no project that was scaffolded. */
export const noProject =
  "There is no project that Backend Spec has scaffolded (.backend-spec/scaffold.yaml). Name its folder with --into, or make one with `backend-spec new`.";

/** The tables that a reference can lead to: those that have a service to ask. */
async function tablesOf(
  root: string,
  project: ProjectData,
  answers: ScaffoldAnswers,
  fileSystem: FileSystem,
): Promise<string[]> {
  const named = ["users", ...Object.keys(answers.modules)];
  const found = await Promise.all(
    named.map((table) => {
      const { service } = modulePlaces(project, namesOf(table));
      return fileSystem.stat(joinUri(root, `${service}.py`));
    }),
  );
  return named.filter((_, index) => found[index] !== undefined).sort();
}

/** The edit that records what a module was scaffolded with. */
function recordAnswers(
  root: string,
  stored: string,
  answers: ScaffoldAnswers,
  name: string,
  fields: readonly string[],
): Plan["edits"] {
  const modules = { ...answers.modules, [name]: [...fields] };
  const { content } = answersFile({ project: answers.project, modules });
  if (content === stored) return [];
  const lines = stored.split("\n");
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end };
  const edits = [{ range, newText: content }];
  return [{ uri: joinUri(root, answersPath), basis: fingerprint(stored), edits }];
}
