import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { libraryOf } from "./libraries";
import { functionOf, scheduleText, textGiven } from "./options";
import type { Task } from "./task";

/** Keywords of `add_job` that are no part of the trigger (https://apscheduler.readthedocs.io/en/3.x/modules/schedulers/base.html). */
const jobKeywords: ReadonlySet<string> = new Set(
  `func trigger args kwargs id name misfire_grace_time coalesce max_instances next_run_time jobstore executor
  replace_existing`.split(/\s+/),
);

/** The trigger of `scheduler.add_job(task.send, trigger)`, where the job only asks for another task. */
export function scheduledJob(call: CallV): readonly [Value, string] | undefined {
  const { func } = call;
  if (func.kind !== "attribute" || func.attr !== "add_job") return undefined;
  const [target] = call.args;
  if (libraryOf(func.value) !== "apscheduler" || target?.kind !== "attribute") return undefined;
  const trigger = triggerText(call.keywords.get("trigger") ?? call.args[1], call);
  return trigger === null ? undefined : [target, trigger];
}

/** A job that a call gives to a scheduler of APScheduler: `add_job`, `add_schedule` or `@scheduled_job`. */
export function apschedulerTask(call: CallV): Task | undefined {
  const isDecorated = call.func.kind === "call";
  const options = call.func.kind === "call" ? call.func : call;
  const { func } = options;
  if (func.kind !== "attribute" || libraryOf(func.value) !== "apscheduler") return undefined;
  if (func.attr !== (isDecorated ? "scheduled_job" : "add_job") && func.attr !== "add_schedule")
    return undefined;
  const target = call.args[0] ?? call.keywords.get("func");
  const function_ = functionOf(target);
  const name = function_?.name ?? textOf(target);
  if (name === undefined) return undefined;
  const trigger = options.keywords.get("trigger") ?? options.args[isDecorated ? 0 : 1];
  return {
    name: textGiven(options, "id", textGiven(options, "name", name)) ?? name,
    kind: "apscheduler",
    queue: null,
    maxRetries: 0,
    timeLimitSeconds: null,
    schedule: triggerText(trigger, options),
    options: {},
    // A job has no limit of its own in any version (https://apscheduler.readthedocs.io/en/3.x/userguide.html).
    limits: { time: "unknown", retries: "elsewhere" },
    declaration: undefined,
    place: call.node === undefined && function_ !== undefined ? { ...call.place } : call.place,
    function: function_,
    value: target?.kind === "function" ? target : undefined,
  };
}

function triggerText(trigger: Value | undefined, options: CallV): string | null {
  if (trigger?.kind === "call") {
    const crontab = /\.CronTrigger\.from_crontab$/.test(externalName(trigger.func) ?? "");
    if (crontab) return textOf(trigger.args[0]) ?? null;
    const name = externalName(trigger.func)
      ?.split(".")
      .at(-1)
      ?.replace(/Trigger$/, "")
      .toLowerCase();
    return name === undefined ? null : scheduleText(name, trigger.keywords);
  }
  const name = textOf(trigger);
  if (name === undefined) return null;
  return scheduleText(
    name,
    new Map([...options.keywords].filter(([key]) => !jobKeywords.has(key))),
  );
}
