import type { TypeParam } from "../python/ast/nodes";
import type { Scope } from "./scope";
import { constant, external } from "./value";

/** Binds `T` of `class A[T]` or `def f[T]` as `T = TypeVar("T")` would. */
export function bindTypeParams(params: readonly TypeParam[], scope: Scope): void {
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
}
