import type { ClassV, FunctionV, Value } from "../../evaluation/value";
import { optionsOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Node } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import { backend } from "../backend";
import { functionsCalled, runOf } from "../callGraph";
import { exceptionHandlersOf } from "../fastapi/application/exceptionHandlers";
import { middlewareOf } from "../fastapi/application/middleware";
import {
  endpointDependencies,
  flatDependencies,
} from "../fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../fastapi/endpoints";
import { functionsIn } from "../fastapi/requestRoots";
import { catches, forEachGuarded, type Guard, hasHandlers } from "./guards";

/**
 * The endpoint that an exception leaves without anything that answers it, for each function that it can come from: no
 * `except` on the way, no decorator or middleware that may catch it, no exception handler of the application.
 * @returns by the functions' nodes
 */
export function unansweredWays(exception: ClassV, code: CodeBase): ReadonlyMap<object, Endpoint> {
  const key = `ways of ${exception.path} ${exception.qualname} to an endpoint`;
  return code.queries.get(key, () => {
    const found = new Map<object, Endpoint>();
    for (const endpoint of backend.routing(code).endpoints) {
      if (!isAnswered(endpoint, exception, code)) follow(endpoint, exception, code, found);
    }
    return found;
  });
}

function follow(
  endpoint: Endpoint,
  exception: ClassV,
  code: CodeBase,
  found: Map<object, Endpoint>,
): void {
  const { dependencies } = endpointDependencies(endpoint, code);
  const called = flatDependencies(dependencies).map(({ callable }) => callable);
  const pending = [endpoint.handler, ...called].flatMap(functionsIn);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.node) || next.decorators.some(hasHandlers)) continue;
    found.set(next.node, endpoint);
    for (const { to, guards } of guardedCalls(next, code)) {
      if (!guards.some((guard) => catches(guard, exception))) pending.push(to);
    }
  }
}

interface GuardedCall {
  readonly to: FunctionV;
  readonly guards: readonly Guard[];
}

/** The functions that a function calls, with what catches around each call. */
function guardedCalls(func: FunctionV, code: CodeBase): readonly GuardedCall[] {
  return code.remember("guarded calls", func, (current) => {
    const guardsOf = new Map<Node, readonly Guard[]>();
    forEachGuarded(current, code, (statement, guards) => {
      if (guards.length === 0) return;
      // Statements within are called back by themselves, later, with all that catches around them.
      walk(statement, (node) => {
        if (node.nodeType === "Call") guardsOf.set(node, guards);
      });
    });
    return (runOf(current, code)?.effects ?? []).flatMap(({ call }) => {
      const guards = (call.node && guardsOf.get(call.node)) ?? [];
      return optionsOf(call.func)
        .flatMap(functionsCalled)
        .map((to) => ({ to, guards }));
    });
  });
}

/** Whether the application of an endpoint, or the router's own class of routes, may answer an exception. */
function isAnswered({ application, levels }: Endpoint, exception: ClassV, code: CodeBase): boolean {
  if (levels.some(({ keywords }) => keywords.has("route_class"))) return true;
  const handlers = exceptionHandlersOf(application, code);
  const isMapped = handlers.some(
    ({ exception: mapped, status }) =>
      status === 500 || (mapped !== undefined && catches(mapped, exception)),
  );
  return (
    isMapped || middlewareOf(application, code).some(({ middleware }) => isCatching(middleware))
  );
}

function isCatching(middleware: Value): boolean {
  return optionsOf(middleware).some(hasHandlers);
}
