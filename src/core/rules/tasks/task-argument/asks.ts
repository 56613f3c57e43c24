import { type CallV, optionsOf, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import { backgroundTarget } from "../../../frameworks/tasks/background";
import { outlivesRequest } from "../../../frameworks/tasks/requestEnd";
import type { AnyRuleContext } from "../../rule";

/** A call that asks for a task to run. */
export interface Ask {
  readonly call: CallV;
  /** `delay`, `send`, `add_task` … */
  readonly method: string;
  /** What a background task runs. */
  readonly target: Value | undefined;
  /** Whether what the request had is still there when the task runs. */
  readonly isLasting: boolean;
}

/** The calls of a file that ask for tasks of any queue, or for background tasks. */
export function asksOf({
  file,
  code,
  calls,
}: Pick<AnyRuleContext, "file" | "code" | "calls">): readonly Ask[] {
  const queued = new Map(
    backend
      .tasks(code)
      .enqueues.filter(({ place }) => place.path === file.path)
      .map((one) => [placeKey(one), one.method]),
  );
  const isLasting = outlivesRequest(file.path, code);
  return [...calls.values()].flat().flatMap((call): readonly Ask[] => {
    const target = backgroundTarget(call);
    if (target !== undefined)
      return optionsOf(target).map((one) => ({ call, method: "add_task", target: one, isLasting }));
    const method = queued.get(placeKey(call));
    return method === undefined ? [] : [{ call, method, target: undefined, isLasting: false }];
  });
}
