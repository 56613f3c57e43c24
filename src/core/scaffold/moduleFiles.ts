import { parseFields } from "../fields/parseFields";
import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import type { ScaffoldAnswers } from "./answers";
import { type ModuleData, moduleData } from "./data/moduleData";
import { namesOf } from "./data/naming";
import { importNames, modulePlaces, projectPlaces } from "./data/places";
import type { ProjectData } from "./data/projectData";
import { revisionsFolder } from "./layouts";
import type { Templates } from "./render";
import type { RevisionData } from "./revisions";
import { type ProducedFile, produce } from "./templateSet";

/** A module, and where it goes. */
export interface ModuleToMake {
  readonly name: string;
  readonly project: ProjectData;
  readonly answers: ScaffoldAnswers;
  readonly revision: RevisionData;
  /** The field whose changes a state machine guards. */
  readonly stateField?: string | null;
}

/**
 * The files that the templates of a scaffold make of a module with some fields. Throws a `TemplateError`.
 * @param fields in the field language, without a mistake
 */
export function moduleFiles(
  templates: Templates,
  scaffold: string,
  { name, project, answers, revision, stateField = null }: ModuleToMake,
  fields: readonly string[],
): ProducedFile[] {
  const module = { ...dataOf(name, fields, project, answers), stateField };
  const places = { ...projectPlaces(project), ...modulePlaces(project, module) };
  const names = { ...places, package: project.package, module: name, revision: revision.id };
  const data = { project, module, revision, at: importNames(places) };
  return produce(templates, project.profile, scaffold, names, data);
}

/** Whether a file is a revision of Alembic's: it says what was, and does not grow. */
export function isRevision({ path }: ProducedFile): boolean {
  return path.startsWith(`${revisionsFolder}/`);
}

/** A module for templates, of the texts of its fields. */
export function dataOf(
  name: string,
  fields: readonly string[],
  project: ProjectData,
  answers: ScaffoldAnswers,
): ModuleData {
  return moduleData(name, parseFields(fields).fields, project, answers);
}

/** The tables that a reference can lead to: those that have a service to ask. */
export async function tablesOf(
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
