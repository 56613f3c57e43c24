import { ancestors, memberOf } from "../../evaluation/classes";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  textOf,
  type Value,
} from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { walk } from "../../python/ast/visit";
import { classesOf } from "../pydantic/classesOf";
import { type CeleryConfig, routedQueue, scheduled } from "./celeryConfig";
import { libraryOf } from "./libraries";
import { boundElsewhere, type Limit, limitGiven, limitOf } from "./limits";
import {
  functionOf,
  numberGiven,
  numberOf,
  registrationOf,
  taskDeclaration,
  taskPlace,
  textGiven,
  textOptions,
} from "./options";
import type { Task } from "./task";

/** Options that are kept as they are written (https://docs.celeryq.dev/en/stable/userguide/tasks.html#list-of-options). */
const kept = [
  "bind",
  "acks_late",
  "autoretry_for",
  "retry_backoff",
  "rate_limit",
  "ignore_result",
  "soft_time_limit",
  "default_retry_delay",
  "priority",
];

/** Task.max_retries (https://docs.celeryq.dev/en/stable/reference/celery.app.task.html#celery.app.task.Task.max_retries). */
const defaultRetries = 3;

/** A task that a call makes by `@app.task` or `@shared_task`. */
export function celeryTask(
  call: CallV,
  codeBase: CodeBase,
  config: CeleryConfig,
): Task | undefined {
  const found = registrationOf(call);
  if (found === undefined || !isTaskDecorator(found.base)) return undefined;
  const { options, target } = found;
  const func = functionOf(target);
  if (target.kind !== "function" || func === undefined) return undefined;
  // https://docs.celeryq.dev/en/stable/userguide/tasks.html#automatic-naming-and-relative-imports
  const automatic = `${codeBase.nameOf(func.path).name}.${func.name}`;
  const name = textGiven(options, "name", automatic) ?? automatic;
  const own = textGiven(options, "queue", routedQueue(config, name));
  return {
    name,
    kind: "celery",
    queue: own,
    maxRetries: numberGiven(options, "max_retries", defaultRetries),
    timeLimitSeconds: numberGiven(
      options,
      "time_limit",
      numberGiven(options, "soft_time_limit", config.timeLimitSeconds),
    ),
    schedule: scheduled(config, name),
    options: textOptions(options, kept),
    limits: {
      time: limitGiven(options, ["time_limit", "soft_time_limit"], ofBase(options, config)),
      retries: retryLimit(options, func),
    },
    declaration: taskDeclaration(func, call),
    place: taskPlace(func, call),
    function: func,
    value: target,
  };
}

/** The limit of the class that the task is made of, else the application's. */
function ofBase(options: CallV, config: CeleryConfig): Limit {
  const base = options.keywords.get("base");
  if (base === undefined) return config.timeLimit;
  return base.kind === "class" ? ofClass(base, config) : "unknown";
}

function ofClass(of: ClassV, config: CeleryConfig): Limit {
  const own = memberOf(of, "time_limit") ?? memberOf(of, "soft_time_limit");
  return own === undefined ? config.timeLimit : limitOf(own.value, "elsewhere", config.timeLimit);
}

/** `max_retries=None` tries for ever, where the task is tried again at all. */
function retryLimit(options: CallV, { node }: FunctionV): Limit {
  const limit = limitGiven(options, ["max_retries"], "elsewhere", "none");
  if (limit !== "none") return limit;
  let isRetried = options.keywords.has("autoretry_for");
  walk(node, (one) => {
    isRetried ||=
      one.nodeType === "Call" && one.func.nodeType === "Attribute" && one.func.attr === "retry";
  });
  return isRetried ? "none" : "elsewhere";
}

function isTaskDecorator(base: Value): boolean {
  const name = externalName(base);
  if (name !== undefined && /^celery\.(app\.)?(shared_task|task)$/.test(name)) return true;
  return base.kind === "attribute" && base.attr === "task" && libraryOf(base.value) === "celery";
}

/** Classes that are tasks themselves: those that `name` themselves, or are handed to `register_task`. */
export function celeryClasses(
  runs: readonly ModuleRun[],
  calls: readonly CallV[],
  config: CeleryConfig,
): readonly Task[] {
  const registered = new Set<ClassV>();
  for (const { func, args } of calls) {
    const [target] = args;
    if (func.kind !== "attribute" || func.attr !== "register_task") continue;
    if (target?.kind === "instance") registered.add(target.class);
    if (target?.kind === "class") registered.add(target);
  }
  return runs.flatMap(classesOf).flatMap((of): readonly Task[] => {
    const runMethod = memberOf(of, "run");
    const hasName = textOf(of.members.get("name")) !== undefined;
    if (!isTaskClass(of) || runMethod === undefined) return [];
    if (!registered.has(of) && !hasName) return [];
    const member = (name: string): Value | undefined => memberOf(of, name)?.value;
    const name = textOf(member("name")) ?? `${of.module}.${of.name}`;
    const { path, node } = of;
    return [
      {
        name,
        kind: "celery",
        queue: textOf(member("queue")) ?? routedQueue(config, name),
        maxRetries: member("max_retries")
          ? (numberOf(member("max_retries")) ?? null)
          : defaultRetries,
        timeLimitSeconds:
          numberOf(member("time_limit")) ??
          numberOf(member("soft_time_limit")) ??
          config.timeLimitSeconds,
        schedule: scheduled(config, name),
        options: {},
        limits: { ...boundElsewhere, time: ofClass(of, config) },
        declaration: undefined,
        place: { path, line: node.line, character: node.character },
        function: functionOf(runMethod.value),
        value: undefined,
      },
    ];
  });
}

function isTaskClass(of: ClassV): boolean {
  return ancestors(of).some((one) => {
    if (/^celery\.(app\.)?(task\.)?Task$/.test(externalName(one) ?? "")) return true;
    return one.kind === "attribute" && one.attr === "Task" && libraryOf(one.value) === "celery";
  });
}
