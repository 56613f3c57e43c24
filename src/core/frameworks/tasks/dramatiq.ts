import { memberOf } from "../../evaluation/classes";
import { iterated } from "../../evaluation/iteration";
import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { libraryOf } from "./libraries";
import { boundElsewhere, type Limit, limitGiven, type TaskLimits } from "./limits";
import {
  functionOf,
  given,
  numberGiven,
  registrationOf,
  taskDeclaration,
  taskPlace,
  textGiven,
  textOptions,
} from "./options";
import type { Task } from "./task";

/** What the broker's middleware does where an actor says nothing; `null` where that is not known. */
export interface DramatiqDefaults {
  readonly maxRetries: number | null;
  readonly timeLimitMilliseconds: number | null;
  readonly limits: TaskLimits;
}

/**
 * Those of the middleware that each broker has by default:
 * https://dramatiq.io/reference.html#dramatiq.middleware.Retries, https://dramatiq.io/reference.html#dramatiq.middleware.TimeLimit
 */
const usual: DramatiqDefaults = {
  maxRetries: 20,
  timeLimitMilliseconds: 600_000,
  limits: boundElsewhere,
};

/** The defaults for all actors, from how brokers are made. */
export function dramatiqDefaults(calls: readonly CallV[]): DramatiqDefaults {
  let found = usual;
  for (const call of calls) {
    if (libraryOf(call) === "dramatiq") {
      const middleware = call.keywords.get("middleware");
      if (middleware !== undefined) found = fromList(middleware);
    }
    const { func, args } = call;
    if (func.kind === "attribute" && func.attr === "add_middleware" && args[0] !== undefined) {
      found = merged(found, fromMiddleware(args[0]));
    }
  }
  return found;
}

function fromList(middleware: Value): DramatiqDefaults {
  const { items, isKnown } = iterated(middleware);
  const none: DramatiqDefaults = {
    maxRetries: isKnown ? 0 : null,
    timeLimitMilliseconds: null,
    limits: { time: isKnown ? "none" : "unknown", retries: isKnown ? "elsewhere" : "unknown" },
  };
  return items.map(fromMiddleware).reduce(merged, none);
}

function merged(
  before: DramatiqDefaults,
  { limits, ...rest }: ReturnType<typeof fromMiddleware>,
): DramatiqDefaults {
  return { ...before, ...rest, limits: { ...before.limits, ...limits } };
}

function fromMiddleware(
  item: Value,
): Partial<Omit<DramatiqDefaults, "limits">> & { readonly limits?: Partial<TaskLimits> } {
  const name = item.kind === "call" ? externalName(item.func) : undefined;
  // One of the project's own may bound what it likes.
  if (item.kind === "instance" || item.kind === "unknown")
    return { limits: { time: "unknown", retries: "unknown" } };
  if (item.kind !== "call" || name === undefined) return {};
  if (/^dramatiq\.middleware\.(\w+\.)?Retries$/.test(name)) {
    return {
      maxRetries: numberGiven(item, "max_retries", usual.maxRetries),
      limits: { retries: atBroker(retryLimit(item, "elsewhere")) },
    };
  }
  if (/^dramatiq\.middleware\.(\w+\.)?TimeLimit$/.test(name)) {
    return {
      timeLimitMilliseconds: numberGiven(item, "time_limit", usual.timeLimitMilliseconds),
      limits: { time: atBroker(limitGiven(item, ["time_limit"], "elsewhere")) },
    };
  }
  return {};
}

/** `retry_when` decides before `max_retries` does, of which `None` is no limit. */
function retryLimit(options: CallV, unset: Limit): Limit {
  const predicate = given(options, "retry_when");
  if (predicate !== undefined) return unset === "elsewhere" ? "task" : "unknown";
  return limitGiven(options, ["max_retries"], unset, "none");
}

function atBroker(limit: Limit): Limit {
  return limit === "task" ? "elsewhere" : limit;
}

/** An actor that a call makes by `@dramatiq.actor` or `dramatiq.actor(callable)` (https://dramatiq.io/reference.html#dramatiq.actor). */
export function dramatiqTask(call: CallV, defaults: DramatiqDefaults): Task | undefined {
  const found = registrationOf(call);
  if (found === undefined) return undefined;
  const { options, target } = found;
  if (!/^dramatiq\.(actor\.)?actor$/.test(externalName(found.base) ?? "")) return undefined;
  const func = functionOf(target);
  if (func === undefined) return undefined;
  const own = target.kind === "instance" ? textOf(nameMember(target)) : func.name;
  const name = textGiven(options, "actor_name", own ?? func.name) ?? func.name;
  const limit = numberGiven(options, "time_limit", defaults.timeLimitMilliseconds);
  return {
    name,
    kind: "dramatiq",
    queue: textGiven(options, "queue_name", "default"),
    maxRetries: numberGiven(options, "max_retries", defaults.maxRetries),
    timeLimitSeconds: limit === null ? null : limit / 1000,
    schedule: null,
    options: textOptions(options, [
      "priority",
      "max_age",
      "min_backoff",
      "max_backoff",
      "store_results",
    ]),
    limits: {
      time: limitGiven(options, ["time_limit"], defaults.limits.time),
      retries: retryLimit(options, defaults.limits.retries),
    },
    declaration: taskDeclaration(func, call),
    place: taskPlace(func, call),
    function: func,
    value: target.kind === "function" ? target : call,
  };
}

function nameMember(target: Extract<Value, { kind: "instance" }>): Value | undefined {
  return target.attributes.get("__name__") ?? memberOf(target.class, "__name__")?.value;
}
