import type { TypeParam } from "../python/ast/nodes";
import type { Scope } from "./scope";
import { constant, external } from "./value";

/**
 * The scope between a scope and the class or function in it, which holds its type parameters: `T` of `class A[T]` stands
 * for what `T = TypeVar("T")` would (https://docs.python.org/3/reference/executionmodel.html#annotation-scopes).
 */
export function typeParamScope(params: readonly TypeParam[], parent: Scope): Scope {
  if (params.length === 0) return parent;
  const scope: Scope = { ...parent, kind: "types", names: new Map(), parent, outer: new Map() };
  for (const { nodeType, name, line, character } of params) {
    scope.names.set(name, {
      kind: "call",
      func: external(`typing.${nodeType}`),
      args: [constant(name)],
      keywords: new Map(),
      open: false,
      place: { path: scope.path, line, character },
      node: undefined,
      attributes: new Map(),
    });
  }
  return scope;
}
