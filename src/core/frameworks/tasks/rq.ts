import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import { libraryOf } from "./libraries";
import { boundElsewhere, type Limit, limitGiven } from "./limits";
import {
  functionOf,
  given,
  numberGiven,
  numberOf,
  registrationOf,
  taskDeclaration,
  taskPlace,
} from "./options";
import type { Task } from "./task";

/** Positions of the function among the arguments of a queue's methods (https://python-rq.org/docs/). */
const functionAt: Readonly<Record<string, number>> = nameTable({
  enqueue: 0,
  enqueue_call: 0,
  enqueue_at: 1,
  enqueue_in: 1,
});

/** Seconds that a job may take, unless the queue or the job says otherwise (`Queue.DEFAULT_TIMEOUT`, https://python-rq.org/docs/). */
const defaultTimeout = 180;

/** A function that a call puts into a queue of RQ, or that `@job` decorates. */
export function rqTask(call: CallV): Task | undefined {
  const { func } = call;
  if (func.kind === "attribute" && libraryOf(func.value) === "rq") {
    const at = functionAt[func.attr];
    const target = at === undefined ? undefined : (call.args[at] ?? call.keywords.get("func"));
    return target && taskOf(call, target, call, func.value);
  }
  const found = registrationOf(call);
  if (found === undefined || !/^rq\.(decorators\.)?job$/.test(externalName(found.base) ?? ""))
    return undefined;
  return taskOf(call, found.target, found.options, undefined);
}

function taskOf(
  call: CallV,
  target: Value,
  options: CallV,
  queue: Value | undefined,
): Task | undefined {
  const function_ = functionOf(target);
  const name = function_ ? `${function_.module}.${function_.qualname}` : textOf(target);
  if (name === undefined) return undefined;
  const made = queue?.kind === "call" ? queue : options;
  const queueName = made.args[0] ?? made.keywords.get("name") ?? made.keywords.get("queue");
  const queueTimeout =
    queue?.kind === "call" ? numberGiven(queue, "default_timeout", defaultTimeout) : defaultTimeout;
  const ofQueue: Limit =
    queue?.kind === "call" ? limitGiven(queue, ["default_timeout"], "elsewhere") : "elsewhere";
  const timeout = given(options, "job_timeout") === undefined ? "timeout" : "job_timeout";
  const retry = given(options, "retry");
  const retries =
    retry?.kind === "call" ? (numberOf(retry.args[0] ?? retry.keywords.get("max")) ?? null) : null;
  return {
    name,
    kind: "rq",
    queue:
      queueName === undefined || queueName === target ? "default" : (textOf(queueName) ?? null),
    maxRetries: retry === undefined ? 0 : retries,
    timeLimitSeconds: numberGiven(options, timeout, queueTimeout),
    schedule: null,
    options: {},
    limits: {
      ...boundElsewhere,
      time: limitGiven(options, [timeout], ofQueue, ofQueue),
    },
    declaration: taskDeclaration(function_, call),
    place:
      function_ === undefined ? call.place : taskPlace(function_, { ...call, node: undefined }),
    function: function_,
    value: target.kind === "function" ? target : undefined,
  };
}
