import { dependencyFunction, dependencyUses } from "../../detection/dependencyUses";
import type { FunctionV } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";

/** The handlers of routes that stand in a file; where there are any, the dependencies that stand there, too. */
export function routeFunctions(path: string, code: CodeBase): readonly FunctionV[] {
  const handlers = handlersByPath(code).get(path);
  if (handlers === undefined) return [];
  const dependencies = dependencyUses(code).flatMap(({ callable }) => {
    const func = dependencyFunction(callable);
    return func?.path === path ? [func] : [];
  });
  return [...new Map([...handlers, ...dependencies].map((func) => [func.node, func])).values()];
}

/** The functions that answer routes, by their files. */
export function handlersByPath(code: CodeBase): ReadonlyMap<string, readonly FunctionV[]> {
  return code.queries.get("handlers by path", () => {
    const found = new Map<string, FunctionV[]>();
    for (const { handler } of backend.routing(code).endpoints) {
      if (handler.kind !== "function") continue;
      const before = found.get(handler.path);
      if (before === undefined) found.set(handler.path, [handler]);
      else if (!before.some(({ node }) => node === handler.node)) before.push(handler);
    }
    return found;
  });
}
