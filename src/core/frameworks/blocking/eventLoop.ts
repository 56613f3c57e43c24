import { externalName, type FunctionV, optionsOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";
import { isTestPath } from "../../project/testPaths";
import { backend } from "../backend";
import { callsOf, runOf } from "../callGraph";
import { exceptionHandlersOf } from "../fastapi/application/exceptionHandlers";
import { middlewareOf } from "../fastapi/application/middleware";
import {
  endpointDependencies,
  flatDependencies,
} from "../fastapi/dependencies/endpointDependencies";

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
      const pending = roots(code).filter(isAsync);
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

function roots(code: CodeBase): FunctionV[] {
  const routing = backend.routing(code);
  const found: Value[] = routing.endpoints.map(({ handler }) => handler);
  for (const endpoint of routing.endpoints) {
    const { dependencies } = endpointDependencies(endpoint, code);
    found.push(...flatDependencies(dependencies).map(({ callable }) => callable));
  }
  for (const application of routing.applications) {
    for (const one of middlewareOf(application, code)) found.push(one.middleware);
    for (const { handler } of exceptionHandlersOf(application, code)) found.push(handler);
  }
  found.push(...backend.tasks(code).tasks.flatMap((task) => task.function ?? []));
  return found.flatMap(functionsOf).filter(({ path }) => !isTestPath(path));
}

function functionsOf(value: Value): readonly FunctionV[] {
  switch (value.kind) {
    case "function":
      return [value, ...(value.wrapped === undefined ? [] : functionsOf(value.wrapped))];
    case "bound":
      return functionsOf(value.function);
    case "instance":
    case "class": {
      const of = value.kind === "class" ? value : value.class;
      const names = ["__call__", "dispatch", "get", "post", "put", "patch", "delete"];
      return names.flatMap((name) =>
        functionsOf(of.members.get(name) ?? { kind: "unknown", why: "" }),
      );
    }
    case "choice":
      return value.options.flatMap(functionsOf);
    default:
      return [];
  }
}

/** Coroutines that a function hands to the loop: `asyncio.create_task(f())`, `gather`, `background_tasks.add_task(f)`. */
function handedOn(func: FunctionV, code: CodeBase): readonly FunctionV[] {
  return (runOf(func, code)?.effects ?? []).flatMap(({ call }) => {
    const method = call.func.kind === "attribute" ? call.func.attr : externalName(call.func);
    if (
      method === undefined ||
      !/(^|\.)(add_task|create_task|start_soon|ensure_future)$/.test(method)
    )
      return [];
    return call.args.slice(0, 1).flatMap(optionsOf).flatMap(functionsOf);
  });
}
