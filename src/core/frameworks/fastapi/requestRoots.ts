import type { FunctionV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import { backend } from "../backend";
import { exceptionHandlersOf } from "./application/exceptionHandlers";
import { middlewareOf } from "./application/middleware";
import { endpointDependencies, flatDependencies } from "./dependencies/endpointDependencies";

/** The functions of the project that are called for a request: endpoints, dependencies, middleware, exception handlers. */
export function requestRoots(code: CodeBase): readonly FunctionV[] {
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
  return found.flatMap(functionsIn).filter(({ path }) => !isTestPath(path));
}

/** The functions that calling a value for a request runs, its wrappers and what they wrap among them. */
export function functionsIn(value: Value): readonly FunctionV[] {
  switch (value.kind) {
    case "function":
      return [value, ...(value.wrapped === undefined ? [] : functionsIn(value.wrapped))];
    case "bound":
      return functionsIn(value.function);
    case "instance":
    case "class": {
      const of = value.kind === "class" ? value : value.class;
      const names = ["__call__", "dispatch", "get", "post", "put", "patch", "delete"];
      return names.flatMap((name) =>
        functionsIn(of.members.get(name) ?? { kind: "unknown", why: "" }),
      );
    }
    case "choice":
      return value.options.flatMap(functionsIn);
    default:
      return [];
  }
}
