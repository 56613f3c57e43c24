import { compareEndpoints } from "./compareEndpoints";
import { compareEvents } from "./compareEvents";
import { compareSchemaLists, type SchemaUsage } from "./compareSchemaLists";
import { compareSettings } from "./compareSettings";
import { compareTables } from "./compareTables";
import { compareTasks } from "./compareTasks";
import type { Contract, ContractSchema, TypeShape } from "./contract";
import type { ContractChange } from "./contractChange";

/** What changed between two states of a contract, part by part. docs/contract.md says what counts as breaking. */
export function compareContracts(before: Contract, now: Contract): readonly ContractChange[] {
  const context = { before: byId(before), now: byId(now) };
  const usage = schemaUsage([before, now]);
  return [
    ...compareEndpoints(before.endpoints, now.endpoints, context),
    ...compareSchemaLists(context, usage),
    ...compareTables(before.tables, now.tables),
    ...compareSettings(before.settings, now.settings),
    ...compareTasks(before.tasks, now.tasks),
    ...compareEvents(before.events, now.events),
  ];
}

function byId({ schemas }: Contract): ReadonlyMap<string, ContractSchema> {
  return new Map(schemas.map((schema) => [schema.id, schema]));
}

/** How endpoints use each schema, by itself or within others. */
function schemaUsage(contracts: readonly Contract[]): (id: string) => SchemaUsage {
  const sent = new Set<string>();
  const answered = new Set<string>();
  for (const contract of contracts) {
    const schemas = byId(contract);
    for (const { body, parameters, response } of contract.endpoints) {
      if (body?.shape) reach(body.shape, schemas, sent);
      for (const { shape } of parameters) reach(shape, schemas, sent);
      if (response) reach(response, schemas, answered);
    }
  }
  return (id) => ({ isSent: sent.has(id), isAnswered: answered.has(id) });
}

function reach(
  shape: TypeShape,
  schemas: ReadonlyMap<string, ContractSchema>,
  found: Set<string>,
): void {
  switch (shape.kind) {
    case "list":
    case "map":
      reach(shape.of, schemas, found);
      break;
    case "union":
      for (const member of shape.members) reach(member, schemas, found);
      break;
    case "schema":
      for (const arg of shape.args) reach(arg, schemas, found);
      if (found.has(shape.id)) break;
      found.add(shape.id);
      for (const field of schemas.get(shape.id)?.fields ?? []) reach(field.shape, schemas, found);
      break;
  }
}
