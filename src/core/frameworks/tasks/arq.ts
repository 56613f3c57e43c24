import { memberOf } from "../../evaluation/classes";
import { iterated } from "../../evaluation/iteration";
import { type CallV, externalName, type Place, textOf, type Value } from "../../evaluation/value";
import type { ModuleRun } from "../../project/codeBase";
import { classesOf } from "../pydantic/classesOf";
import { boundElsewhere, type Limit, limitGiven, limitOf } from "./limits";
import {
  functionOf,
  numberGiven,
  numberOf,
  scheduleText,
  taskDeclaration,
  textGiven,
} from "./options";
import type { Task, Unresolved } from "./task";

/** A worker's settings: the attributes of a class, or the arguments of `Worker(…)`. */
interface WorkerSettings {
  readonly get: (name: string) => Value | undefined;
  readonly place: Place;
}

/**
 * The functions and cron jobs of arq's workers. Defaults: `max_tries` 5, `job_timeout` 300 s, queue `arq:queue`, one try
 * of a cron job (https://arq-docs.helpmanual.io/#arq.worker.Worker, https://arq-docs.helpmanual.io/#arq.cron.cron).
 */
export function arqTasks(
  runs: readonly ModuleRun[],
  calls: readonly CallV[],
): { readonly tasks: readonly Task[]; readonly unresolved: readonly Unresolved[] } {
  const workers: WorkerSettings[] = runs.flatMap(classesOf).flatMap((of) => {
    const get = (name: string) => memberOf(of, name)?.value;
    const isNamed = of.name.endsWith("WorkerSettings") || get("redis_settings") !== undefined;
    if (!isNamed || (get("functions") ?? get("cron_jobs")) === undefined) return [];
    return [{ get, place: { path: of.path, line: of.node.line, character: 0 } }];
  });
  for (const { func, keywords, args, place } of calls) {
    if (!/^arq\.(worker\.)?(Worker|create_worker|run_worker)$/.test(externalName(func) ?? ""))
      continue;
    workers.push({
      get: (name) => keywords.get(name) ?? (name === "functions" ? args[0] : undefined),
      place,
    });
  }
  const unresolved: Unresolved[] = [];
  const tasks = workers.flatMap(({ get, place }) =>
    ["functions", "cron_jobs"].flatMap((member) => {
      const listed = get(member);
      if (listed === undefined) return [];
      const { items, isKnown } = iterated(listed);
      if (!isKnown) unresolved.push({ ...place, what: `arq ${member} that are computed` });
      return items.flatMap((item) => taskOf(item, get, place) ?? []);
    }),
  );
  return { tasks, unresolved };
}

function taskOf(item: Value, get: WorkerSettings["get"], place: Place): Task | undefined {
  const call =
    item.kind === "call" &&
    /^arq\.(worker\.|cron\.)?(func|cron)$/.test(externalName(item.func) ?? "")
      ? item
      : undefined;
  const isCron = call !== undefined && externalName(call.func)?.endsWith("cron") === true;
  const target = call === undefined ? item : (call.args[0] ?? call.keywords.get("coroutine"));
  const func = functionOf(target);
  if (func === undefined) return undefined;
  const worker = (name: string, unset: number): number | null => {
    const value = get(name);
    return value === undefined ? unset : (numberOf(value) ?? null);
  };
  const queue = get("queue_name");
  const automatic = isCron ? `cron:${func.qualname}` : func.qualname;
  const workerTries = isCron ? 1 : worker("max_tries", 5);
  const tries = call === undefined ? workerTries : numberGiven(call, "max_tries", workerTries);
  const timeout = worker("job_timeout", 300);
  const when = new Map([...(call?.keywords ?? [])].filter(([name]) => cronFields.has(name)));
  return {
    name: call === undefined ? automatic : (textGiven(call, "name", automatic) ?? automatic),
    kind: "arq",
    queue: queue === undefined ? "arq:queue" : (textOf(queue) ?? null),
    maxRetries: tries === null ? null : tries - 1,
    timeLimitSeconds: call === undefined ? timeout : numberGiven(call, "timeout", timeout),
    schedule: isCron ? scheduleText("cron", when) : null,
    options: {},
    limits: { ...boundElsewhere, time: timeLimit(call, get("job_timeout")) },
    declaration: call && taskDeclaration(func, call),
    place:
      func.node.nodeType === "Lambda"
        ? place
        : { path: func.path, line: func.node.line, character: func.node.character },
    function: func,
    value: target?.kind === "function" ? target : undefined,
  };
}

/** `None` at a function leaves it to the worker; at the worker it is no limit. */
function timeLimit(call: CallV | undefined, ofWorker: Value | undefined): Limit {
  const elsewhere = ofWorker === undefined ? "elsewhere" : limitOf(ofWorker, "elsewhere", "none");
  return call === undefined ? elsewhere : limitGiven(call, ["timeout"], elsewhere);
}

const cronFields: ReadonlySet<string> = new Set([
  "month",
  "day",
  "weekday",
  "hour",
  "minute",
  "second",
  "microsecond",
]);
