import { backend as facade } from "../frameworks/backend";
import type { TaskKind } from "../frameworks/tasks/task";
import type { CodeBase } from "../project/codeBase";
import { folderOf } from "../project/paths";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, tally, undetected } from "./detected";

/** What runs work apart from requests, and where that work is. */
export interface TaskQueue {
  readonly queue: Answer<TaskKind>;
  /** The file that tasks live in, or the folder that all of their files are in. */
  readonly location: Answer<string>;
}

/** The task queue of a backend: the library that most of its tasks are registered with. */
export function taskQueue(backend: Backend, code: CodeBase): TaskQueue {
  return code.queries.get(
    `detected task queue ${backend.folder}`,
    () => queueNow(backend, code),
    isSameAnswer,
  );
}

function queueNow(backend: Backend, code: CodeBase): TaskQueue {
  const all = facade
    .tasks(code)
    .tasks.map((task) => ({ ...task, path: task.function?.path ?? task.place.path }))
    .filter(({ path }) => isBelow(path, backend.root));
  const queued = all.filter(({ kind }) => kind !== "background" && kind !== "apscheduler");
  const [most, ...others] = tally(queued.map(({ kind }) => kind));
  if (most === undefined) {
    const kinds = tally(all.map(({ kind }) => kind)).map(([kind, count]) => `${count} of ${kind}`);
    const none = undetected(kinds.length === 0 ? "there are no tasks" : `only ${kinds.join(", ")}`);
    return { queue: none, location: none };
  }
  const [name, count] = most;
  const files = tally(queued.filter(({ kind }) => kind === name).map(({ path }) => path));
  const [main] = files;
  const location = files.length === 1 ? main?.[0] : commonFolder(files.map(([path]) => path));
  // The name is one of the kinds above.
  const kind = name as TaskKind;
  return {
    queue: detected(
      kind,
      `${counted(count, "task")} in ${counted(files.length, "file")}${main ? `, ${main[1]} of them in ${main[0]}` : ""}`,
      ...others.map(([other, times]) => `${counted(times, "task")} of ${other}`),
    ),
    location:
      location === undefined || location === "" || location === backend.folder
        ? undetected(`tasks are spread over ${counted(files.length, "file")}`)
        : detected(location, `it holds ${counted(count, "task")} of ${kind}`),
  };
}

function commonFolder(paths: readonly string[]): string | undefined {
  let common = folderOf(paths[0] ?? "");
  while (common !== "" && !paths.every((path) => isBelow(path, common))) common = folderOf(common);
  return common;
}
