import { fingerprint } from "../edits/fingerprint";
import type { FileEdit } from "../edits/plan";
import { joinUri } from "../project/paths";
import { answersPath, readScaffoldAnswers } from "./answers";
import { namesOf } from "./data/naming";
import { projectData } from "./data/projectData";
import { landFiles, type ManualEdit, type Scaffold } from "./landFiles";
import { mergePython } from "./merge/mergePython";
import { moduleNameProblem } from "./moduleProblems";
import { readText } from "./register/register";
import { noProject, type ScaffoldHost } from "./scaffoldModule";
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
 * of `task-<queue>` are merged into the files of their paths. Throws a `TemplateError`.
 */
export async function scaffoldTask(
  { name, root }: TaskRequest,
  host: ScaffoldHost,
): Promise<Scaffold | { readonly problem: string }> {
  const nameProblem = moduleNameProblem(name)
    ?.replace("a module", "a task")
    .replace("order_items", "send_receipt");
  if (nameProblem !== undefined) return { problem: nameProblem };
  const stored = await readText(joinUri(root, answersPath), host.fileSystem);
  const answers = stored === undefined ? undefined : readScaffoldAnswers(stored);
  if (answers === undefined) return { problem: noProject };
  const project = projectData(answers.project.name, answers.project.profile, answers.project.queue);
  if (!project.hasQueue) {
    return { problem: "The project has no queue: scaffold it with --queue dramatiq or celery." };
  }
  const { className, path, constant, words } = namesOf(name);
  const task = { name, className, path, constant, words };
  const made = (folder: string) =>
    produce(
      host.templates,
      `${project.profile}/${folder}`,
      { package: project.package, task: name },
      { project, task },
    );
  const landed = await landFiles(root, made("task"), host.fileSystem);
  const edits: FileEdit[] = [];
  const manual: ManualEdit[] = [];
  for (const { path: file, content } of made(`task-${project.queue}`)) {
    const uri = joinUri(root, file);
    const text = await readText(uri, host.fileSystem);
    const merged = text === undefined ? "it is not there" : mergePython(text, content, host.parser);
    if (typeof merged === "string" || text === undefined) {
      manual.push({ path: file, reason: `${merged}; add to it by hand:`, text: content });
    } else if (merged.length > 0) edits.push({ uri, basis: fingerprint(text), edits: merged });
  }
  const plan = { title: `Scaffold Task ${name}`, creations: landed.creations, edits };
  return { plan, conflicts: landed.conflicts, manual };
}
