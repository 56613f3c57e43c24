import { type CallV, externalName } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { isSameList } from "../../project/queries";
import { methodName } from "../callGraph";
import { callsAtImport, type ProjectCall, projectCalls } from "../dependencies/projectCalls";
import { valueText } from "../pydantic/valueText";
import { apschedulerTask, scheduledJob } from "./apscheduler";
import { arqTasks } from "./arq";
import { backgroundTask } from "./background";
import { celeryClasses, celeryTask } from "./celery";
import { type CeleryConfig, celeryConfig } from "./celeryConfig";
import { type DramatiqDefaults, dramatiqDefaults, dramatiqTask } from "./dramatiq";
import { askedBy, enqueueOf, isEnqueueMethod, periodic, TaskTable } from "./enqueues";
import { libraryOf } from "./libraries";
import { rqTask } from "./rq";
import type { Enqueue, Task, Unresolved } from "./task";
import { taskiqTask } from "./taskiq";
import { mentionsTasks } from "./taskWords";

/** The work that some modules hand on, and who asks for it. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly enqueues: readonly Enqueue[];
  readonly unresolved: readonly Unresolved[];
}

/** The tasks of all queues, schedulers and of `BackgroundTasks`, each once, and the places that ask for them. */
export function tasksOf(runs: readonly ModuleRun[], codeBase: CodeBase): Tasks {
  const all = runs.flatMap((run) => taskCalls(run, codeBase));
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
    const task = taskMade(call, codeBase, config, defaults);
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

function taskMade(
  call: CallV,
  codeBase: CodeBase,
  config: CeleryConfig,
  defaults: DramatiqDefaults,
): Task | undefined {
  return (
    celeryTask(call, codeBase, config) ??
    dramatiqTask(call, defaults) ??
    taskiqTask(call, codeBase) ??
    rqTask(call) ??
    apschedulerTask(call)
  );
}

/** The calls of a module that can have to do with tasks: an edit of another function leaves them what they are. */
function taskCalls(run: ModuleRun, codeBase: CodeBase): readonly ProjectCall[] {
  return codeBase.queries.get(
    `calls of tasks ${run.path}`,
    () => {
      const config = celeryConfig([], [], codeBase);
      const defaults = dramatiqDefaults([]);
      const calls = mentionsTasks(run.path, codeBase)
        ? projectCalls(run, codeBase)
        : callsAtImport(run);
      return calls.filter(
        ({ call }) => isTaskCall(call) || taskMade(call, codeBase, config, defaults) !== undefined,
      );
    },
    (a, b) =>
      isSameList(
        a.map(({ call }) => call),
        b.map(({ call }) => call),
      ),
  );
}

const libraries =
  /^(celery|dramatiq|arq|rq|taskiq|apscheduler)(_\w+)?\.|^(fastapi|starlette)\.background\./;

/** Whether a call configures a queue, or is of a method by which tasks are asked for. */
function isTaskCall(call: CallV): boolean {
  if (libraryOf(call) !== undefined || libraries.test(externalName(call.func) ?? "")) return true;
  const method = methodName(call);
  return method !== undefined && (isEnqueueMethod(method) || configuring.has(method));
}

/** Methods by which queues and schedulers are told what to run, and how. */
const configuring: ReadonlySet<string> = new Set(
  "update config_from_object config_from_envvar add_middleware register_task add_job add_schedule".split(
    " ",
  ),
);

function keyOf({ kind, name, place }: Task): string {
  return `${kind} ${name} ${place.path}:${place.line}`;
}

function enqueuesOf(all: readonly ProjectCall[], tasks: readonly Task[]): readonly Enqueue[] {
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
