import type { FunctionRun } from "../../../evaluation/functionRuns";
import { type FunctionV, optionsOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { callsOf, runOf } from "../../callGraph";
import { type Query, queriesOf } from "./queries";
import { isAggregate } from "./statement";

/** How deep a request is followed. */
const deepest = 6;

/** The queries that a function makes itself or through the project's functions, whose rows are all fetched. */
export function listingsReachedBy(func: FunctionV, code: CodeBase): readonly Query[] {
  const found: Query[] = [];
  const seen = new Set<object>();
  const visit = (current: FunctionV, depth: number): void => {
    if (depth > deepest || seen.has(current.node)) return;
    seen.add(current.node);
    const run = runOf(current, code);
    if (run === undefined) return;
    found.push(...queriesOf(run).filter((query) => isListing(query, run)));
    for (const next of callsOf(current, code)) visit(next, depth + 1);
  };
  visit(func, 0);
  return found;
}

/** Whether all rows of a query are fetched: by `.all()` on its result, or by its method. */
function isListing({ call, method, statement }: Query, { effects }: FunctionRun): boolean {
  if (statement?.kind !== "select" || isAggregate(statement)) return false;
  if (method === "all" || method === "fetch_all") return true;
  return effects.some(
    ({ call: { func } }) =>
      func.kind === "attribute" &&
      /^(all|fetchall|partitions)$/.test(func.attr) &&
      optionsOf(func.value).some((value) => comesFrom(value, call)),
  );
}

function comesFrom(value: Value, call: Value): boolean {
  let current = value;
  for (;;) {
    if (current === call) return true;
    if (current.kind !== "call" || current.func.kind !== "attribute") return false;
    current = current.func.value;
  }
}
