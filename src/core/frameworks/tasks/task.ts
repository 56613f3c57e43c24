import type { CallV, FunctionV, Place } from "../../evaluation/value";
import type { Expression } from "../../python/ast/nodes";
import type { TaskLimits } from "./limits";

/** The libraries that run work apart from requests. `background` is Starlette's, after the response. */
export type TaskKind =
  | "celery"
  | "dramatiq"
  | "arq"
  | "taskiq"
  | "rq"
  | "apscheduler"
  | "background";

/** A piece of work that runs apart from the request that asks for it. */
export interface Task {
  /** The name that the library knows it by. */
  readonly name: string;
  readonly kind: TaskKind;
  /** `null` where there is none, or where it hangs on configuration that is not known. */
  readonly queue: string | null;
  /** How often it is tried again after the first time; `null` where that is not known. */
  readonly maxRetries: number | null;
  /** `null` where there is no limit, or where it is not known. */
  readonly timeLimitSeconds: number | null;
  readonly limits: TaskLimits;
  /** When it runs by itself, as Python source text: `crontab(hour=7)`, `interval(seconds=10)`. */
  readonly schedule: string | null;
  /** What else was said of it, as Python source text: `bind`, `acks_late`, `autoretry_for`, `priority` … */
  readonly options: Readonly<Record<string, string>>;
  /** The first decorator, or the function, or the call that makes it a task. */
  readonly place: Place;
  /** The decorator or call that makes it a task, where it stands in the code as such. */
  readonly declaration: { readonly path: string; readonly node: Expression } | undefined;
  /** `undefined` for one that is not the project's. */
  readonly function: FunctionV | undefined;
  /** What stands for it in the code: the function, or the call that wraps it. */
  readonly value: FunctionV | CallV | undefined;
}

/** A place in the code that asks for a task to run. */
export interface Enqueue {
  /** `undefined` where it is not known. */
  readonly task: Task | undefined;
  /** The task's name as the code gives it. */
  readonly name: string | null;
  /** `delay`, `apply_async`, `send`, `kiq`, `enqueue_job`, `add_task` … */
  readonly method: string;
  /** The function that asks; `undefined` at module level. */
  readonly caller: FunctionV | undefined;
  readonly place: Place;
}

/** Something about tasks that is known only when the code runs. */
export interface Unresolved extends Place {
  readonly what: string;
}
