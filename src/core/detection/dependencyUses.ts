import { resultType } from "../evaluation/types";
import type { FunctionV, Value } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { markerOf } from "../frameworks/fastapi/dependencies/markers";
import { signatureOf } from "../frameworks/fastapi/dependencies/signature";
import type { CodeBase } from "../project/codeBase";

/** Something that FastAPI calls for requests. */
export interface DependencyUse {
  /** Of the project's, unbound. */
  readonly callable: Value;
  /** What it gives. */
  readonly type: Value | undefined;
  /** The endpoints and other dependencies that name it. */
  readonly uses: number;
}

/** All that endpoints depend on, however far, each once. */
export function dependencyUses(code: CodeBase): readonly DependencyUse[] {
  return code.queries.get("dependency uses", () => {
    const found = new Map<unknown, { callable: Value; type: Value | undefined; uses: number }>();
    const pending: Value[] = [];
    const note = (callable: Value | undefined, type: Value | undefined): void => {
      if (callable === undefined) return;
      const key = keyOf(callable);
      const before = found.get(key);
      if (before !== undefined) {
        before.uses++;
        before.type ??= type;
        return;
      }
      found.set(key, { callable, type: type ?? typeGiven(callable, code), uses: 1 });
      pending.push(callable);
    };
    const handlers = new Set<object>();
    for (const { handler, levels } of backend.routing(code).endpoints) {
      for (const level of levels) {
        const given = level.keywords.get("dependencies");
        if (given?.kind !== "list") continue;
        for (const item of given.items) note(markerOf(item)?.call.args[0], undefined);
      }
      if (handlers.has(handler.node)) continue;
      handlers.add(handler.node);
      if (handler.kind === "function" && handler.owner !== undefined) pending.push(handler.owner);
      pending.push(handler);
    }
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const { type, default: fallback, annotated } of signatureOf(next, code)) {
        const marker = annotated ?? markerOf(fallback);
        if (marker === undefined || marker.kind === "field") continue;
        const given = marker.call.args[0] ?? marker.call.keywords.get("dependency");
        note(given ?? type, type);
      }
    }
    return [...found.values()];
  });
}

/** The function that a dependency is. */
export function dependencyFunction(callable: Value): FunctionV | undefined {
  if (callable.kind === "function") return callable;
  return callable.kind === "bound" ? callable.function : undefined;
}

function keyOf(callable: Value): unknown {
  if (callable.kind === "function" || callable.kind === "class") return callable.node;
  return callable.kind === "bound" ? callable.function.node : callable;
}

function typeGiven(callable: Value, code: CodeBase): Value | undefined {
  if (callable.kind === "class") return callable;
  const func = dependencyFunction(callable);
  const self = callable.kind === "bound" ? callable.self : undefined;
  return func && resultType(code.typeEvaluation(), func, self)?.type;
}
