import type { CallV } from "../../evaluation/value";
import { externalName, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { valueText } from "../pydantic/valueText";
import { libraryOf } from "./libraries";
import { boundElsewhere, type Limit, limitGiven } from "./limits";
import {
  functionOf,
  given,
  numberGiven,
  type Registration,
  registrationOf,
  taskDeclaration,
  taskPlace,
  textGiven,
  textOptions,
} from "./options";
import type { Task } from "./task";

/**
 * A task that a call makes by `@broker.task`; its name is `module:function` by default
 * (https://taskiq-python.github.io/guide/getting-started.html). Retries and limits hang on labels that middleware reads
 * (https://taskiq-python.github.io/available-components/middlewares.html).
 */
export function taskiqTask(call: CallV, codeBase: CodeBase): Task | undefined {
  const found = registered(call) ?? registrationOf(call);
  if (found === undefined || !isTaskDecorator(found.base)) return undefined;
  const { options, target } = found;
  const func = functionOf(target);
  if (func === undefined || (target.kind !== "function" && target.kind !== "bound"))
    return undefined;
  const automatic = `${codeBase.nameOf(func.path).name}:${func.name}`;
  const schedule = given(options, "schedule");
  return {
    name: textGiven(options, "task_name", automatic) ?? automatic,
    kind: "taskiq",
    queue: textGiven(options, "queue_name", null),
    maxRetries: numberGiven(options, "max_retries", null),
    timeLimitSeconds: numberGiven(options, "timeout", null),
    schedule: schedule === undefined ? null : (valueText(schedule) ?? null),
    options: textOptions(options, ["retry_on_error", "priority", "delay"]),
    // The middleware for retries has a default of three, and does nothing unless it is there.
    limits: { ...boundElsewhere, time: limitGiven(options, ["timeout"], unlimited(found.base)) },
    declaration: taskDeclaration(func, call),
    place: taskPlace(func, { ...call, node: undefined }),
    function: func,
    value: target.kind === "function" ? target : undefined,
  };
}

/** `broker.register_task(func=…, task_name=…)` */
function registered(call: CallV): Registration | undefined {
  const target = call.keywords.get("func");
  return target && { base: call.func, options: call, target };
}

/** A task may run as long as it likes, unless a middleware of the project's own ends it. */
function unlimited(base: Value): Limit {
  const broker = base.kind === "attribute" ? base.value : undefined;
  for (
    let made = broker;
    made?.kind === "call" && made.func.kind === "attribute";
    made = made.func.value
  ) {
    const isOwn = made.args.some((one) => one.kind !== "call" || !isOfTaskiq(one));
    if (made.func.attr === "with_middlewares" && (isOwn || made.open)) return "unknown";
  }
  return broker === undefined || broker.kind === "instance" ? "unknown" : "none";
}

function isOfTaskiq({ func }: CallV): boolean {
  return /^taskiq(_\w+)?\./.test(externalName(func) ?? "");
}

function isTaskDecorator(base: Value): boolean {
  if (/^taskiq\..*\btask$/.test(externalName(base) ?? "")) return true;
  return (
    base.kind === "attribute" &&
    ["task", "register_task"].includes(base.attr) &&
    libraryOf(base.value) === "taskiq"
  );
}
