import { part } from "./compareNamed";
import { compareSchemas, type ShapeContext } from "./compareShapes";
import type { ContractSchema } from "./contract";
import { type ContractChange, type ContractDetail, changedPart } from "./contractChange";

/** How a schema is used: what narrows it breaks a request, what widens it the reader of an answer. */
export interface SchemaUsage {
  readonly isSent: boolean;
  readonly isAnswered: boolean;
}

/** The schemas that came, went and changed; one that no endpoint uses breaks nobody. */
export function compareSchemaLists(
  context: ShapeContext,
  usage: (id: string) => SchemaUsage,
): readonly ContractChange[] {
  const { before, now } = context;
  const removed = [...before.values()].filter(({ id }) => !now.has(id));
  const added = [...now.values()].filter(({ id }) => !before.has(id));
  const moved = new Map<string, ContractSchema>();
  for (const one of added) {
    const same = removed.filter(({ name }) => name === one.name);
    if (same.length === 1 && same[0]) moved.set(one.id, same[0]);
  }
  const leftOver = new Set(moved.values());
  return [
    ...removed
      .filter((one) => !leftOver.has(one))
      .map(({ name, file, line }) => part("schema", "removed", { name, file, line }, false)),
    ...[...now.values()].flatMap((schema) => {
      const earlier = before.get(schema.id) ?? moved.get(schema.id);
      if (earlier === undefined) return [];
      const { isSent, isAnswered } = usage(schema.id);
      const details = compareSchemas(earlier, schema, context).map(
        ({ at, what, narrows, widens }): ContractDetail => ({
          what: `${at} ${what}`,
          breaking: (isSent && narrows) || (isAnswered && widens),
        }),
      );
      return changedPart("schema", schema.name, schema, details) ?? [];
    }),
    ...added
      .filter(({ id }) => !moved.has(id))
      .map(({ name, file, line }) => part("schema", "added", { name, file, line }, false)),
  ];
}
