import type { FunctionV } from "../evaluation/value";
import { callsOf } from "../frameworks/callGraph";
import type { CodeBase } from "../project/codeBase";

/** Most functions that are named for one endpoint. */
const mostCalls = 50;

/**
 * The project's functions that a function runs through, nearest first: `app.users.service:UserService.get`. Calls
 * whose receiver is not known are left out.
 */
export function callsFrom(handler: FunctionV, code: CodeBase): readonly string[] {
  const names: string[] = [];
  const seen = new Set<object>([handler.node]);
  const pending = [handler];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const called of callsOf(next, code)) {
      if (seen.has(called.node) || names.length >= mostCalls) continue;
      seen.add(called.node);
      names.push(`${called.module}:${called.qualname}`);
      pending.push(called);
    }
  }
  return names;
}
