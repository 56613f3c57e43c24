import { type CallV, externalName, type Value } from "../../evaluation/value";
import { firstLine } from "../fastapi/handler";
import { libraryOf } from "./libraries";
import { functionOf } from "./options";
import type { Task, Unresolved } from "./task";

/**
 * A function that a call runs after the response: `BackgroundTasks.add_task(f)`, `BackgroundTask(f)`. It runs once, in
 * the process of the request (https://www.starlette.io/background/).
 */
export function backgroundTask(call: CallV): Task | Unresolved | undefined {
  const target = backgroundTarget(call);
  if (target === undefined) return undefined;
  const func = functionOf(target);
  const name = func?.qualname ?? externalName(target) ?? attributeName(target);
  if (name === undefined) {
    return { ...call.place, what: "a background task that is known only when it runs" };
  }
  return {
    name,
    kind: "background",
    queue: null,
    maxRetries: 0,
    timeLimitSeconds: null,
    schedule: null,
    options: {},
    limits: { time: "unknown", retries: "elsewhere" },
    declaration: undefined,
    place:
      func === undefined ? call.place : { path: func.path, line: firstLine(func), character: 0 },
    function: func,
    value: target.kind === "function" ? target : undefined,
  };
}

/** What a call hands to run after the response; `undefined` for all other calls. */
export function backgroundTarget({ func, args, keywords }: CallV): Value | undefined {
  const target = args[0] ?? keywords.get("func");
  if (func.kind === "attribute") {
    const isAdded = func.attr === "add_task" && libraryOf(func.value) === "background";
    return isAdded ? target : undefined;
  }
  const isMade = /^(fastapi|starlette)\.background\.BackgroundTask$/.test(externalName(func) ?? "");
  return isMade ? target : undefined;
}

/** The method of an object that is not the project's: `path.unlink`. */
function attributeName(target: Value): string | undefined {
  return target.kind === "attribute" ? target.attr : undefined;
}
