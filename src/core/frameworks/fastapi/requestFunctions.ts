import type { FunctionV } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isKept } from "../blocking/blockingChain";
import { callsOf } from "../callGraph";
import { requestRoots } from "./requestRoots";

/**
 * The functions that run again for every request, by their nodes, each with the one that it is called from; `undefined`
 * for those that FastAPI calls. What a function keeps is made once: it and what only it calls are not among them.
 */
export function requestFunctions(code: CodeBase): ReadonlyMap<object, FunctionV | undefined> {
  return code.queries.get("request functions", () => {
    const found = new Map<object, FunctionV | undefined>();
    const pending: (readonly [FunctionV, FunctionV | undefined])[] = requestRoots(code).map(
      (root) => [root, undefined],
    );
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const [func, caller] = next;
      if (found.has(func.node) || isKept(func)) continue;
      found.set(func.node, caller);
      pending.push(...callsOf(func, code).map((called) => [called, func] as const));
    }
    return found;
  });
}
