import type { CallV } from "../evaluation/value";
import type { Call } from "../python/ast/nodes";
import type { CodeBase } from "./codeBase";

/** The calls of one file by their nodes, found when they are first asked for. */
export function fileCalls(code: CodeBase, path: string): (node: Call) => readonly CallV[] {
  let calls: Map<Call, CallV[]> | undefined;
  return (node) => {
    calls ??= collect(code, path);
    return calls.get(node) ?? [];
  };
}

function collect(code: CodeBase, path: string): Map<Call, CallV[]> {
  const found = new Map<Call, CallV[]>();
  const runs = [code.run(path), ...code.functionRuns(path)];
  for (const { call } of runs.flatMap(({ effects }) => effects)) {
    if (call.node === undefined || call.place.path !== path) continue;
    const same = found.get(call.node);
    if (same === undefined) found.set(call.node, [call]);
    else same.push(call);
  }
  return found;
}
