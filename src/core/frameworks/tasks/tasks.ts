import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { projectCalls } from "../dependencies/projectCalls";
import { valueText } from "../pydantic/valueText";
import { apschedulerTask, scheduledJob } from "./apscheduler";
import { arqTasks } from "./arq";
import { backgroundTask } from "./background";
import { celeryClasses, celeryTask } from "./celery";
import { celeryConfig } from "./celeryConfig";
import { dramatiqDefaults, dramatiqTask } from "./dramatiq";
import { askedBy, enqueueOf, periodic, TaskTable } from "./enqueues";
import { rqTask } from "./rq";
import type { Enqueue, Task, Unresolved } from "./task";
import { taskiqTask } from "./taskiq";

/** The work that some modules hand on, and who asks for it. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly enqueues: readonly Enqueue[];
  readonly unresolved: readonly Unresolved[];
}

/** The tasks of all queues, schedulers and of `BackgroundTasks`, each once, and the places that ask for them. */
export function tasksOf(runs: readonly ModuleRun[], codeBase: CodeBase): Tasks {
  const all = runs.flatMap((run) => projectCalls(run, codeBase));
  const calls = all.map(({ call }) => call);
  const config = celeryConfig(runs, calls, codeBase);
  const defaults = dramatiqDefaults(calls);
  const found = new Map<string, Task>();
  const unresolved = new Map<string, Unresolved>();
  const add = (task: Task): void => {
    const key = keyOf(task);
    if (!found.has(key)) found.set(key, task);
  };
  for (const call of calls) {
    const task =
      celeryTask(call, codeBase, config) ??
      dramatiqTask(call, defaults) ??
      taskiqTask(call, codeBase) ??
      rqTask(call) ??
      apschedulerTask(call);
    if (task !== undefined) add(task);
    const background = backgroundTask(call);
    if (background === undefined) continue;
    if ("kind" in background) add(background);
    else unresolved.set(`${background.path}:${background.line}`, background);
  }
  for (const task of celeryClasses(runs, calls, config)) add(task);
  const arq = arqTasks(runs, calls);
  for (const task of arq.tasks) add(task);
  for (const one of arq.unresolved) unresolved.set(`${one.path}:${one.line}:arq`, one);
  const table = new TaskTable([...found.values()]);
  for (const call of calls) {
    const [task, schedule] = periodic(call, table) ?? [];
    if (task !== undefined && schedule !== undefined) {
      found.set(keyOf(task), { ...task, schedule: valueText(schedule) ?? null });
    }
    const [method, trigger] = scheduledJob(call) ?? [];
    const asked = method && askedBy(method, table);
    if (asked && trigger !== undefined) found.set(keyOf(asked), { ...asked, schedule: trigger });
  }
  const tasks = [...found.values()];
  return { tasks, enqueues: enqueuesOf(all, tasks), unresolved: [...unresolved.values()] };
}

function keyOf({ kind, name, place }: Task): string {
  return `${kind} ${name} ${place.path}:${place.line}`;
}

function enqueuesOf(
  all: readonly ReturnType<typeof projectCalls>[number][],
  tasks: readonly Task[],
): readonly Enqueue[] {
  const table = new TaskTable(tasks);
  const found = new Map<string, Enqueue>();
  for (const { call, caller } of all) {
    const enqueue = enqueueOf(call, caller, table);
    if (enqueue === undefined) continue;
    const { place, name } = enqueue;
    const key = `${place.path}:${place.line}:${place.character}:${name}`;
    if (!found.has(key) || caller !== undefined) found.set(key, enqueue);
  }
  return [...found.values()];
}
