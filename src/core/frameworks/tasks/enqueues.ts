import { type CallV, type FunctionV, optionsOf, textOf, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import { libraryOf } from "./libraries";
import { functionOf } from "./options";
import type { Enqueue, Task, TaskKind } from "./task";

/** Methods of a task by which it is asked for, with the libraries that have them. */
const taskMethods: Readonly<Record<string, readonly TaskKind[]>> = nameTable({
  delay: ["celery", "rq"],
  apply_async: ["celery"],
  send: ["dramatiq"],
  send_with_options: ["dramatiq"],
  kiq: ["taskiq"],
});

/** Methods of a queue, each with the position of the function or name; `undefined` positions are looked for by name. */
const queueMethods: Readonly<Record<string, readonly [number, TaskKind]>> = nameTable({
  enqueue_job: [0, "arq"],
  send_task: [0, "celery"],
  enqueue: [0, "rq"],
  enqueue_call: [0, "rq"],
  enqueue_in: [1, "rq"],
  enqueue_at: [1, "rq"],
  add_task: [0, "background"],
});

/** Whether a method of that name can ask for a task. */
export function isEnqueueMethod(method: string): boolean {
  return method in taskMethods || method in queueMethods || method === "add_periodic_task";
}

/** Finds tasks by what stands for them in the code, and by their names. */
export class TaskTable {
  private readonly byValue = new Map<object, Task>();
  private readonly byName = new Map<string, Task>();

  constructor(tasks: readonly Task[]) {
    for (const task of tasks) {
      if (task.value !== undefined) this.byValue.set(keyOf(task.value), task);
      if (task.function !== undefined && !this.byValue.has(task.function.node)) {
        this.byValue.set(task.function.node, task);
      }
      this.byName.set(`${task.kind} ${task.name}`, task);
    }
  }

  find(value: Value): Task | undefined {
    if (value.kind === "function" || value.kind === "call") {
      const found = this.byValue.get(keyOf(value));
      if (found !== undefined) return found;
    }
    const func = functionOf(value);
    return func && this.byValue.get(func.node);
  }

  named(kind: TaskKind, name: string): Task | undefined {
    return this.byName.get(`${kind} ${name}`);
  }
}

function keyOf(value: FunctionV | CallV): object {
  return value.kind === "function" ? value.node : (value.node ?? value);
}

/** What a call asks to run; `undefined` for a call that asks for nothing. */
export function enqueueOf(
  call: CallV,
  caller: FunctionV | undefined,
  tasks: TaskTable,
): Enqueue | undefined {
  const { args, place } = call;
  const { method, value } = methodOf(call) ?? {};
  if (method === undefined || value === undefined) return undefined;
  const kinds = taskMethods[method];
  if (kinds !== undefined) {
    const task = optionsOf(signatureOf(value))
      .map((one) => tasks.find(one))
      .find(Boolean);
    // Any object can have a method `send`.
    return task && kinds.includes(task.kind)
      ? { task, name: task.name, method, caller, place }
      : undefined;
  }
  const [at, kind] = queueMethods[method] ?? [];
  const target = at === undefined ? undefined : args[at];
  if (target === undefined || kind === undefined) return undefined;
  const name = textOf(target);
  if (name !== undefined && (kind === "arq" || kind === "celery")) {
    return { task: tasks.named(kind, name), name, method, caller, place };
  }
  const task = libraryOf(value) === kind ? tasks.find(target) : undefined;
  return task?.kind === kind ? { task, name: task.name, method, caller, place } : undefined;
}

/** The method that a call is of, also where nothing is known of what it is called on. */
function methodOf(call: CallV): { readonly method: string; readonly value: Value } | undefined {
  const { func, node } = call;
  if (func.kind === "attribute") return { method: func.attr, value: func.value };
  return func.kind === "unknown" && node?.func.nodeType === "Attribute"
    ? { method: node.func.attr, value: func }
    : undefined;
}

/** Methods of Celery and Taskiq that give a task with arguments or labels. */
const signatures: ReadonlySet<string> = new Set([
  "s",
  "si",
  "signature",
  "set",
  "kicker",
  "with_labels",
  "with_task_id",
  "with_broker",
]);

/** `task.s(…)`, `task.si(…)`, `task.signature(…)` stand for the task. */
function signatureOf(value: Value): Value {
  if (value.kind !== "call" || value.func.kind !== "attribute") return value;
  return signatures.has(value.func.attr) ? signatureOf(value.func.value) : value;
}

/** A task that runs by itself by `add_periodic_task(schedule, task.s())`, and when. */
export function periodic(call: CallV, tasks: TaskTable): readonly [Task, Value] | undefined {
  if (methodOf(call)?.method !== "add_periodic_task") return undefined;
  const [schedule, signature] = call.args;
  if (schedule === undefined || signature === undefined) return undefined;
  const task = tasks.find(signatureOf(signature));
  return task && [task, schedule];
}

/** The task that calling a method such as `task.send` asks for. */
export function askedBy(method: Value, tasks: TaskTable): Task | undefined {
  return method.kind === "attribute" && method.attr in taskMethods
    ? tasks.find(method.value)
    : undefined;
}
