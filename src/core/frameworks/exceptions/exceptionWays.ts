import type { ClassV, FunctionV, Value } from "../../evaluation/value";
import { optionsOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Node } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import { backend } from "../backend";
import { functionsCalled } from "../callGraph";
import {
  type ExceptionHandler,
  exceptionHandlersOf,
} from "../fastapi/application/exceptionHandlers";
import { middlewareOf } from "../fastapi/application/middleware";
import {
  endpointDependencies,
  flatDependencies,
} from "../fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../fastapi/endpoints";
import { functionsIn } from "../fastapi/requestRoots";
import { catches, forEachGuarded, type Guard, hasHandlers, isCaught } from "./guards";

/**
 * The endpoint that an exception leaves without anything that answers it, for each function that it can come from: no
 * `except` on the way, no decorator or middleware that may catch it, no exception handler of the application.
 * @returns by the functions' nodes
 */
export function unansweredWays(exception: ClassV, code: CodeBase): ReadonlyMap<object, Endpoint> {
  const key = `ways of ${exception.path} ${exception.qualname} to an endpoint`;
  return code.queries.get(key, () => {
    const found = new Map<object, Endpoint>();
    for (const entry of entries(code)) {
      if (!isMapped(entry, exception)) follow(entry, exception, code, found);
    }
    return found;
  });
}

/** An endpoint that lets exceptions out, as far as no handler of its application maps them. */
interface Entry {
  readonly endpoint: Endpoint;
  /** What a request to it runs first. */
  readonly functions: readonly FunctionV[];
  readonly handlers: readonly ExceptionHandler[];
}

/** The endpoints of which neither the router's own class of routes nor a middleware may answer every exception. */
function entries(code: CodeBase): readonly Entry[] {
  return code.queries.get("endpoints that let exceptions out", () => {
    const handlersOf = new Map<Endpoint["application"], readonly ExceptionHandler[] | undefined>();
    return backend.routing(code).endpoints.flatMap((endpoint): readonly Entry[] => {
      const { application, levels } = endpoint;
      if (!handlersOf.has(application)) {
        const isCaught = middlewareOf(application, code).some((one) => isCatching(one.middleware));
        handlersOf.set(application, isCaught ? undefined : exceptionHandlersOf(application, code));
      }
      const handlers = handlersOf.get(application);
      if (handlers === undefined || levels.some(({ keywords }) => keywords.has("route_class")))
        return [];
      const { dependencies } = endpointDependencies(endpoint, code);
      const called = flatDependencies(dependencies).map(({ callable }) => callable);
      return [
        { endpoint, functions: [endpoint.handler, ...called].flatMap(functionsIn), handlers },
      ];
    });
  });
}

function isMapped({ handlers }: Entry, exception: ClassV): boolean {
  return handlers.some(
    ({ exception: mapped, status }) =>
      status === 500 || (mapped !== undefined && catches(mapped, exception)),
  );
}

function follow(
  { endpoint, functions }: Entry,
  exception: ClassV,
  code: CodeBase,
  found: Map<object, Endpoint>,
): void {
  const pending = [...functions];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.node) || next.decorators.some(hasHandlers)) continue;
    found.set(next.node, endpoint);
    for (const { to, guards } of guardedCalls(next, code)) {
      if (!isCaught(guards, exception)) pending.push(to);
    }
  }
}

/** A call of the project's functions, and what catches what it raises. */
export interface GuardedCall {
  readonly to: FunctionV;
  readonly guards: readonly Guard[];
}

/** The functions that a function calls, with what catches around each call. */
export function guardedCalls(func: FunctionV, code: CodeBase): readonly GuardedCall[] {
  return code.remember("guarded calls", func, (current) => {
    const guardsOf = new Map<Node, readonly Guard[]>();
    forEachGuarded(current, code, (statement, guards) => {
      if (guards.length === 0) return;
      // Statements within are called back by themselves, later, with all that catches around them.
      walk(statement, (node) => {
        if (node.nodeType === "Call") guardsOf.set(node, guards);
      });
    });
    return (code.functionRun(current)?.effects ?? []).flatMap(({ call }) => {
      const guards = (call.node && guardsOf.get(call.node)) ?? [];
      return optionsOf(call.func)
        .flatMap(functionsCalled)
        .map((to) => ({ to, guards }));
    });
  });
}

function isCatching(middleware: Value): boolean {
  return optionsOf(middleware).some(hasHandlers);
}
