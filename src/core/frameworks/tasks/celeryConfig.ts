import { Evaluation } from "../../evaluation/evaluator";
import { evaluate } from "../../evaluation/expressions";
import { iterated } from "../../evaluation/iteration";
import { type CallV, type DictV, textOf, type Value } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { valueText } from "../pydantic/valueText";
import { libraryOf } from "./libraries";
import { type Limit, limitOf } from "./limits";
import { numberOf } from "./options";

/** What the configuration of the Celery applications says of their tasks. */
export interface CeleryConfig {
  /** `null` where it is not known. */
  readonly defaultQueue: string | null;
  readonly timeLimitSeconds: number | null;
  readonly timeLimit: Limit;
  readonly routes: readonly { readonly pattern: string; readonly queue: string | null }[];
  /** Schedules by the names of tasks. */
  readonly schedules: ReadonlyMap<string, string>;
  /** Whether a part of it is read from somewhere that is not known. */
  readonly isOpen: boolean;
}

/** The setting and its older names (https://docs.celeryq.dev/en/stable/userguide/configuration.html#new-lowercase-settings). */
const limitNames = [
  "task_time_limit",
  "task_soft_time_limit",
  "CELERY_TASK_TIME_LIMIT",
  "CELERY_TASK_SOFT_TIME_LIMIT",
  "CELERYD_TASK_TIME_LIMIT",
  "CELERYD_TASK_SOFT_TIME_LIMIT",
  "celeryd_task_time_limit",
  "celeryd_task_soft_time_limit",
];

/** The configuration of all Celery applications of a project together. */
export function celeryConfig(
  runs: readonly ModuleRun[],
  calls: readonly CallV[],
  codeBase: CodeBase,
): CeleryConfig {
  const values = new Map<string, Value>();
  let isOpen = false;
  const takeDict = (dict: DictV): void => {
    for (const { key, value } of dict.entries) values.set(textOf(key) ?? "", value);
    isOpen ||= dict.open;
  };
  for (const call of calls) {
    const { func, args, keywords } = call;
    if (func.kind !== "attribute") continue;
    if (func.attr === "update" && isConf(func.value)) {
      for (const [name, value] of keywords) values.set(name, value);
      if (args[0]?.kind === "dict") takeDict(args[0]);
      isOpen ||= call.open || (args.length > 0 && args[0]?.kind !== "dict");
    }
    if (func.attr !== "config_from_object" || libraryOf(func.value) !== "celery") continue;
    const namespace = textOf(keywords.get("namespace") ?? args[2]);
    const names = namesOf(args[0], call.place.path, codeBase);
    if (names === undefined) isOpen = true;
    for (const [name, value] of names ?? []) {
      const plain = name.toLowerCase();
      const prefix = namespace === undefined ? "" : `${namespace.toLowerCase()}_`;
      if (plain.startsWith(prefix)) values.set(plain.slice(prefix.length), value);
    }
  }
  for (const [name, value] of runs.flatMap((run) => assigned(run, codeBase)))
    values.set(name, value);
  const queue = values.get("task_default_queue");
  const limit = limitNames.map((name) => values.get(name)).find((one) => one !== undefined);
  return {
    // https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-default-queue
    defaultQueue: queue === undefined ? (isOpen ? null : "celery") : (textOf(queue) ?? null),
    timeLimitSeconds: numberOf(limit) ?? null,
    timeLimit: timeLimit(limit, isOpen || values.has("task_annotations") || hasOwnTasks(calls)),
    routes: routesOf(values.get("task_routes")),
    schedules: schedulesOf(values.get("beat_schedule")),
    isOpen,
  };
}

/** Without a setting there is none (https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-time-limit). */
function timeLimit(limit: Value | undefined, isOpen: boolean): Limit {
  const unset = isOpen ? "unknown" : "none";
  return limit === undefined ? unset : limitOf(limit, "elsewhere", unset);
}

/** Whether an application makes its tasks of a class of its own, or takes its settings from somewhere by name. */
function hasOwnTasks(calls: readonly CallV[]): boolean {
  return calls.some(
    (call) =>
      (libraryOf(call) === "celery" &&
        ["task_cls", "config_source", "changes", "loader"].some((name) =>
          call.keywords.has(name),
        )) ||
      (call.func.kind === "attribute" && call.func.attr === "config_from_envvar"),
  );
}

/** The queue that a task goes to by its name (https://docs.celeryq.dev/en/stable/userguide/routing.html#automatic-routing). */
export function routedQueue({ routes, defaultQueue }: CeleryConfig, name: string): string | null {
  const route = routes.find(({ pattern }) => matches(pattern, name));
  return route === undefined ? defaultQueue : route.queue;
}

/** When a task runs by itself. */
export function scheduled({ schedules }: CeleryConfig, name: string): string | null {
  return schedules.get(name) ?? null;
}

function matches(pattern: string, name: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "u").test(name);
}

function routesOf(value: Value | undefined): CeleryConfig["routes"] {
  if (value?.kind === "list") {
    return iterated(value).items.flatMap((item) => {
      const [pattern, route] = item.kind === "list" ? item.items : [];
      return item.kind === "dict" ? routesOf(item) : routeOf(pattern, route);
    });
  }
  return value?.kind === "dict" ? value.entries.flatMap((one) => routeOf(one.key, one.value)) : [];
}

function routeOf(pattern: Value | undefined, route: Value | undefined): CeleryConfig["routes"] {
  const text = textOf(pattern);
  if (text === undefined) return [];
  const queue =
    route?.kind === "dict"
      ? route.entries.find(({ key }) => textOf(key) === "queue")?.value
      : route;
  return [{ pattern: text, queue: textOf(queue) ?? null }];
}

function schedulesOf(value: Value | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value: entry } of value?.kind === "dict" ? value.entries : []) {
    if (entry.kind !== "dict") continue;
    const part = (name: string) => entry.entries.find(({ key }) => textOf(key) === name)?.value;
    const [task, schedule] = [textOf(part("task")), part("schedule")];
    const text = schedule && valueText(schedule);
    if (task !== undefined && text !== undefined) found.set(task, text);
  }
  return found;
}

function isConf(value: Value): boolean {
  return value.kind === "attribute" && value.attr === "conf" && libraryOf(value.value) === "celery";
}

/** `app.conf.task_routes = {…}` at module level. */
function assigned(run: ModuleRun, codeBase: CodeBase): readonly (readonly [string, Value])[] {
  const evaluation = new Evaluation(codeBase, false);
  return codeBase
    .statements(run.path)
    .flatMap((statement): readonly (readonly [string, Value])[] => {
      if (statement.nodeType !== "Assign") return [];
      const [target] = statement.targets;
      if (target?.nodeType !== "Attribute" || target.value.nodeType !== "Attribute") return [];
      if (target.value.attr !== "conf") return [];
      if (!isConf(evaluate(evaluation, target.value, run.scope))) return [];
      return [[target.attr, evaluate(evaluation, statement.value, run.scope)]];
    });
}

/** The names of a configuration object, or of the module of that name. */
function namesOf(
  value: Value | undefined,
  from: string,
  codeBase: CodeBase,
): Iterable<readonly [string, Value]> | undefined {
  if (value?.kind === "class") return value.members;
  if (value?.kind === "instance") return value.attributes;
  const path = value?.kind === "module" ? value.path : modulePath(textOf(value), from, codeBase);
  if (path === undefined) return undefined;
  return [...codeBase.namespace(path).scope.names].flatMap(([name, one]) =>
    one.kind === "import" ? [] : [[name, one] as const],
  );
}

function modulePath(
  name: string | undefined,
  from: string,
  codeBase: CodeBase,
): string | undefined {
  if (name === undefined || name.includes(":")) return undefined;
  return codeBase.resolve(name, from) ?? undefined;
}
