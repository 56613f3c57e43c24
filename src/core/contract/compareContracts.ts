import { compareEndpoints } from "./compareEndpoints";
import { compareEvents } from "./compareEvents";
import { compareSchemaLists, type SchemaUsage } from "./compareSchemaLists";
import { compareSettings } from "./compareSettings";
import type { ShapeContext } from "./compareShapes";
import { compareTables } from "./compareTables";
import { compareTasks } from "./compareTasks";
import type { Contract, ContractSchema, TypeShape } from "./contract";
import type { ContractChange } from "./contractChange";

/** What changed between two states of a contract, part by part. docs/contract.md says what counts as breaking. */
export function compareContracts(before: Contract, now: Contract): readonly ContractChange[] {
  const context = { before: byId(before), now: byId(now) };
  const usage = schemaUsage([before, now]);
  const [old, own] = [before, now].map(({ backends }) => new Set(backends.values()));
  // The only backend is the same one, also where its folder moved.
  if ((old?.size ?? 0) <= 1 && (own?.size ?? 0) <= 1)
    return comparePart(before, now, context, usage);
  const folders = new Set([...(old ?? []), ...(own ?? [])]);
  return [...folders].flatMap((folder) => {
    const [earlier, later] = [partOf(before, folder), partOf(now, folder)];
    const schemas = { before: byId(earlier), now: byId(later) };
    return comparePart(earlier, later, context, usage, schemas);
  });
}

/** What of a contract one backend promises. */
function partOf(contract: Contract, folder: string): Contract {
  const own = <T extends { readonly file: string }>(all: readonly T[]): T[] =>
    all.filter(({ file }) => contract.backends.get(file) === folder);
  return {
    endpoints: own(contract.endpoints),
    schemas: own(contract.schemas),
    tables: own(contract.tables),
    settings: own(contract.settings),
    tasks: own(contract.tasks),
    events: own(contract.events),
    backends: contract.backends,
  };
}

/** @param context all schemas, which types are looked up in; @param own those that are compared themselves */
function comparePart(
  before: Contract,
  now: Contract,
  context: ShapeContext,
  usage: (id: string) => SchemaUsage,
  own = context,
): readonly ContractChange[] {
  return [
    ...compareEndpoints(before.endpoints, now.endpoints, context),
    ...compareSchemaLists(own, usage),
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
