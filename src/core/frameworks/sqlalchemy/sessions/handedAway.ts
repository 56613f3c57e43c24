import { type CallV, externalName, type FunctionV } from "../../../evaluation/value";
import type { Call, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

const functions =
  /^asyncio\.(?:gather|create_task|ensure_future|wait|as_completed|to_thread|run)$|(?:StreamingResponse|EventSourceResponse)$|^(?:starlette|fastapi)\.concurrency\.run_in_threadpool$/;
const methods: ReadonlySet<string> = new Set([
  "create_task",
  "start_soon",
  "add_task",
  "submit",
  "run_in_executor",
  "run_coroutine_threadsafe",
]);

/**
 * The calls of a function whose work runs beside it or after it: as an argument of `gather`, of a task group, of a
 * streamed response, also by a name that they get first.
 */
export function handedAway(node: FunctionV["node"], calls: readonly CallV[]): ReadonlySet<Call> {
  const found = new Set<Call>();
  const names = new Set<string>();
  const take = (root: Node): void => {
    walk(root, (inner) => {
      if (inner.nodeType === "Call") found.add(inner);
      if (inner.nodeType === "Name") names.add(inner.id);
    });
  };
  for (const { func, node: call } of calls) {
    const isAway =
      functions.test(externalName(func) ?? "") ||
      (func.kind === "attribute" && methods.has(func.attr));
    if (!isAway || call === undefined) continue;
    for (const argument of [...call.args, ...call.keywords]) take(argument);
  }
  if (names.size === 0 || node.nodeType === "Lambda") return found;
  // `tasks = [read(one) for one in all]`, `await asyncio.gather(*tasks)`
  for (const statement of node.body) {
    walk(statement, (inner) => {
      if (inner.nodeType !== "Assign") return;
      const isNamed = inner.targets.some((one) => one.nodeType === "Name" && names.has(one.id));
      if (isNamed && inner.value.nodeType !== "Await") {
        walk(inner.value, (part) => {
          if (part.nodeType === "Call") found.add(part);
        });
      }
    });
  }
  return found;
}
