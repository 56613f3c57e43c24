import { externalName, type FunctionV, optionsOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";
import { backend } from "../backend";
import { callsOf } from "../callGraph";
import { functionsIn, requestRoots } from "../fastapi/requestRoots";

/**
 * The `async def` functions of the project that run on the event loop while a request, a message or a task is worked on:
 * endpoints, dependencies, middleware, exception handlers, tasks, and what they call. What runs at the start and the end
 * only is not among them.
 */
export function eventLoopFunctions(code: CodeBase): ReadonlySet<object> {
  return code.queries.get(
    "event loop functions",
    () => {
      const found = new Set<object>();
      const tasks = backend.tasks(code).tasks.flatMap((task) => task.function ?? []);
      const pending = [...requestRoots(code), ...tasks].filter(isAsync);
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (found.has(next.node)) continue;
        found.add(next.node);
        pending.push(
          ...callsOf(next, code).filter(isAsync),
          ...handedOn(next, code).filter(isAsync),
        );
      }
      return found;
    },
    isSameSet,
  );
}

/** Whether a function is a coroutine or an asynchronous generator. */
export function isAsync({ node }: FunctionV): boolean {
  return node.nodeType === "AsyncFunctionDef";
}

/** Coroutines that a function hands to the loop: `asyncio.create_task(f())`, `gather`, `background_tasks.add_task(f)`. */
function handedOn(func: FunctionV, code: CodeBase): readonly FunctionV[] {
  return (code.functionRun(func)?.effects ?? []).flatMap(({ call }) => {
    const method = call.func.kind === "attribute" ? call.func.attr : externalName(call.func);
    if (
      method === undefined ||
      !/(^|\.)(add_task|create_task|start_soon|ensure_future)$/.test(method)
    )
      return [];
    return call.args.slice(0, 1).flatMap(optionsOf).flatMap(functionsIn);
  });
}
