import type { DependencyKind } from "../../answers/schema";
import type { Dependency } from "../../derive/dependencies";
import type { Entity } from "../../derive/entities";
import type { Operation } from "../../derive/operations";
import type { SpecSubject } from "../../subject";

/** Whether anything is known of the backend but its line. */
export function isKnown({ content }: SpecSubject): boolean {
  const { entities, dependencies, operations } = content;
  return entities.length + dependencies.length + operations.length > 0;
}

/** Whether the backend needs something of a kind. */
export function uses(dependencies: readonly Dependency[], wanted: DependencyKind): boolean {
  return dependencies.some(({ kind }) => kind === wanted);
}

/** The model that examples are about, with its operations; `undefined` where there is none. */
export function exampleOf({
  content: { entities, operations },
}: SpecSubject):
  | { readonly entity: Entity; readonly operations: readonly Operation[] }
  | undefined {
  for (const entity of entities) {
    const own = operations.filter((one) => one.entity === entity);
    if (own.length > 0) return { entity, operations: own };
  }
  return undefined;
}
