import type { FunctionV } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";
import { backend } from "../backend";
import { callsOf } from "../callGraph";
import { applicationEffects } from "./applicationEffects";
import { requestRoots } from "./requestRoots";
import { lifecycleHandlers } from "./startup";

/** The functions that run when an application starts or ends and, as far as is known, at no other time, by their nodes. */
export function startFunctions(code: CodeBase): ReadonlySet<object> {
  return code.queries.get(
    "functions of the start",
    () => {
      const handlers = applicationEffects(code)
        .flatMap(lifecycleHandlers)
        .map(({ handler }) => handler);
      if (handlers.length === 0) return new Set<object>();
      const tasks = backend.tasks(code).tasks.flatMap((task) => task.function ?? []);
      const others = reachedFrom([...requestRoots(code), ...tasks], code);
      return new Set([...reachedFrom(handlers, code)].filter((node) => !others.has(node)));
    },
    isSameSet,
  );
}

function reachedFrom(roots: readonly FunctionV[], code: CodeBase): ReadonlySet<object> {
  const found = new Set<object>();
  const pending = [...roots];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.node)) continue;
    found.add(next.node);
    pending.push(...callsOf(next, code));
  }
  return found;
}
