import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { given } from "./options";

/** Where a limit is said: at the task itself, elsewhere (a default of the library among them), nowhere, or where nobody knows. */
export type Limit = "task" | "elsewhere" | "none" | "unknown";

/** What bounds a task. */
export interface TaskLimits {
  /** How long it may run. */
  readonly time: Limit;
  /** How often it is tried again. */
  readonly retries: Limit;
}

/** What holds for all tasks of a library unless they say otherwise. */
export const boundElsewhere: TaskLimits = { time: "elsewhere", retries: "elsewhere" };

/**
 * The limit that one of some keywords gives.
 * @param unset what holds where none of them is given
 * @param unbounded what `None` means
 */
export function limitGiven(
  options: CallV,
  names: readonly string[],
  unset: Limit,
  unbounded: Limit = unset,
): Limit {
  const values = names.map((name) => given(options, name)).filter((one) => one !== undefined);
  if (values.length === 0) return options.open ? "unknown" : unset;
  const limits = values.map((value) => limitOf(value, "task", unbounded));
  return limits.find((one) => one === "task") ?? limits[0] ?? unset;
}

/** The limit that a value is: infinity is none. */
export function limitOf(value: Value, where: "task" | "elsewhere", unbounded: Limit): Limit {
  if (value.kind === "constant" && value.value === null) return unbounded;
  return isInfinite(value) ? "none" : where;
}

/** `float("inf")`, `math.inf`, and RQ's `-1`. */
function isInfinite(value: Value): boolean {
  if (value.kind === "constant") return value.value === -1;
  if (externalName(value) === "math.inf") return true;
  return (
    value.kind === "call" &&
    externalName(value.func) === "builtins.float" &&
    /^\+?inf(inity)?$/i.test(textOf(value.args[0]) ?? "")
  );
}
