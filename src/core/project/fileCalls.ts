import type { CallV } from "../evaluation/value";
import type { Call } from "../python/ast/nodes";
import type { CodeBase } from "./codeBase";

/** The calls of one file by their nodes. A call that runs in several ways is there with each of them. */
export function fileCalls(code: CodeBase, path: string): ReadonlyMap<Call, readonly CallV[]> {
  return code.queries.get(`calls ${path}`, () => {
    const found = new Map<Call, CallV[]>();
    const runs = [code.run(path), ...code.functionRuns(path)];
    for (const { call } of runs.flatMap(({ effects }) => effects)) {
      if (call.node === undefined || call.place.path !== path) continue;
      const same = found.get(call.node);
      if (same === undefined) found.set(call.node, [call]);
      else same.push(call);
    }
    return found;
  });
}
