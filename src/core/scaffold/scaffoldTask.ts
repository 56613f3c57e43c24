import { openScaffolded } from "./answers";
import { namesOf } from "./data/naming";
import { importNames, projectPlaces, taskPlaces } from "./data/places";
import { landFiles, type Scaffold } from "./landFiles";
import { mergeFiles } from "./merge/mergeFiles";
import { moduleNameProblem } from "./moduleProblems";
import type { ScaffoldHost } from "./scaffoldModule";
import { produce } from "./templateSet";

/** What a task is made of. */
export interface TaskRequest {
  /** In snake case: `send_receipt`. */
  readonly name: string;
  /** URI of the project's folder. */
  readonly root: string;
}

/**
 * The plan of a task in a scaffolded project, or what is wrong with the request. The templates of `task` are new files; those
 * of `task-merge` and of `task-merge-<queue>` are merged into the files of their paths. Throws a `TemplateError`.
 */
export async function scaffoldTask(
  { name, root }: TaskRequest,
  host: ScaffoldHost,
): Promise<Scaffold | { readonly problem: string }> {
  const nameProblem = moduleNameProblem(name)
    ?.replace("a module", "a task")
    .replace("order_items", "send_receipt");
  if (nameProblem !== undefined) return { problem: nameProblem };
  const opened = await openScaffolded(root, host.fileSystem);
  if ("problem" in opened) return opened;
  const { project } = opened;
  if (!project.hasQueue) {
    return { problem: "The project has no queue: scaffold it with --queue dramatiq or celery." };
  }
  const { className, path, constant, words } = namesOf(name);
  const task = { name, className, path, constant, words };
  const places = { ...projectPlaces(project), ...taskPlaces(project, name) };
  const names = { ...places, package: project.package, task: name };
  const data = { project, task, at: importNames(places) };
  const made = (folder: string) => produce(host.templates, project.profile, folder, names, data);
  const landed = await landFiles(root, made("task"), host.fileSystem);
  const additions = [...made("task-merge"), ...made(`task-merge-${project.queue}`)];
  const { edits, manual } = await mergeFiles(root, additions, host);
  const plan = { title: `Scaffold Task ${name}`, creations: landed.creations, edits };
  return { plan, conflicts: landed.conflicts, manual };
}
