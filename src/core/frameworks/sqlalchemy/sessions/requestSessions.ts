import { type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { isTestPath } from "../../../project/testPaths";
import { backend } from "../../backend";
import { functionsCalled } from "../../callGraph";
import {
  endpointDependencies,
  flatDependencies,
} from "../../fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../../fastapi/endpoints";
import { sessionColour } from "../queries/sessions";
import { handedAway } from "./handedAway";
import { openedSources } from "./openings";

/** How a request that holds a session gets to a function. */
export interface RequestWay {
  readonly endpoint: Endpoint;
  /** What the sessions that the request holds work on, as far as that is known. */
  readonly sources: ReadonlySet<string>;
}

/**
 * The functions that run for requests which hold a session by then, each with one such request. What is handed to a task,
 * a thread or the event loop, or runs while the response is sent, needs a session of its own.
 */
export function reachedWithSession(code: CodeBase): ReadonlyMap<object, RequestWay> {
  return code.queries.get("functions reached with a session", () => {
    const found = new Map<object, RequestWay>();
    for (const endpoint of backend.routing(code).endpoints) {
      if (isTestPath(endpoint.handler.path) || endpoint.handler.kind !== "function") continue;
      const dependencies = flatDependencies(endpointDependencies(endpoint, code).dependencies);
      const holding = dependencies.filter(
        ({ type }) =>
          type && optionsOf(type).some((one) => sessionColour({ kind: "some", type: one })),
      );
      if (holding.length === 0) continue;
      const sources = new Set(
        holding.flatMap(({ callable }) =>
          functionsCalled(callable).flatMap((func) => openedSources(func, code)),
        ),
      );
      follow([endpoint.handler], { endpoint, sources }, found, code);
    }
    return found;
  });
}

function follow(
  starts: readonly FunctionV[],
  way: RequestWay,
  found: Map<object, RequestWay>,
  code: CodeBase,
): void {
  const pending = [...starts];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (found.has(next.node)) continue;
    found.set(next.node, way);
    const calls = (code.functionRun(next)?.effects ?? []).map(({ call }) => call);
    const elsewhere = handedAway(next.node, calls);
    for (const { func, node } of calls) {
      if (node !== undefined && elsewhere.has(node)) continue;
      pending.push(...optionsOf(func).flatMap(functionsCalled));
    }
  }
}
