import type { FileSystem } from "../ports";
import { answersFile } from "./answers";
import { importNames, projectPlaces } from "./data/places";
import { type ProjectData, projectData, projectNameProblem, type Queue } from "./data/projectData";
import { landFiles, type Scaffold } from "./landFiles";
import type { Templates } from "./render";
import { type ProducedFile, produce } from "./templateSet";

/** What a project is made of. */
export interface ProjectRequest {
  readonly name: string;
  readonly profile: ProjectData["profile"];
  readonly queue: Queue;
  /** URI of the folder that becomes the project. */
  readonly root: string;
}

/** The plan of a new project, or what is wrong with the request. Throws a `TemplateError`. */
export async function scaffoldProject(
  request: ProjectRequest,
  templates: Templates,
  fileSystem: FileSystem,
): Promise<Scaffold | { readonly problem: string }> {
  const problem = projectNameProblem(request.name);
  if (problem !== undefined) return { problem };
  const project = projectData(request.name, request.profile, request.queue);
  const files = [
    ...projectFiles(project, templates),
    answersFile({ project: request, modules: {}, added: {}, endpoints: {} }),
  ];
  const landed = await landFiles(request.root, files, fileSystem);
  return {
    plan: { title: `Scaffold Project ${request.name}`, creations: landed.creations, edits: [] },
    conflicts: landed.conflicts,
    manual: [],
  };
}

/** The files of a project: those of every one, of those with a queue, and of its queue. */
export function projectFiles(project: ProjectData, templates: Templates): ProducedFile[] {
  const scaffolds = ["project", ...(project.hasQueue ? ["queue", project.queue] : [])];
  const places = projectPlaces(project);
  const names = { ...places, package: project.package };
  const data = { project, at: importNames(places) };
  return scaffolds.flatMap((scaffold) =>
    produce(templates, project.profile, scaffold, names, data),
  );
}
