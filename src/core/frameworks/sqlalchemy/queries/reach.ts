import { type CallV, type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { functionsCalled, runOf } from "../../callGraph";
import { type Query, queriesOf } from "./queries";

/** The functions between a call and a query that it leads to, nearest first, and the query. */
export interface QueryChain {
  readonly steps: readonly FunctionV[];
  readonly query: Query;
}

/** The first query that a call of the project's functions leads to; `undefined` where there is none, or none is known. */
export function queryReachedBy(call: CallV, code: CodeBase): QueryChain | undefined {
  for (const func of optionsOf(call.func).flatMap(functionsCalled)) {
    const chain = chainFrom(func, code);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

/** Functions that are being looked through, which may call themselves. */
const looking = new Set<object>();

function chainFrom(func: FunctionV, code: CodeBase): QueryChain | undefined {
  if (looking.has(func.node)) return undefined;
  looking.add(func.node);
  try {
    return code.remember("query reached", func, (current) => {
      const run = runOf(current, code);
      const [query] = run === undefined ? [] : queriesOf(run);
      if (query !== undefined) return { steps: [current], query };
      for (const { call } of run?.effects ?? []) {
        const chain = queryReachedBy(call, code);
        if (chain !== undefined) return { ...chain, steps: [current, ...chain.steps] };
      }
      return undefined;
    });
  } finally {
    looking.delete(func.node);
  }
}
