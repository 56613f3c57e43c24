import { type CallV, type FunctionV, optionsOf, type Place } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { isKept } from "../../blocking/blockingChain";
import { isAsync } from "../../blocking/eventLoop";
import { isCallersChoice } from "../../callersChoice";
import { functionsCalled } from "../../callGraph";
import { queriesOf } from "./queries";
import { sessionColour } from "./sessions";

/** The way from a call to one that runs SQL while its thread waits: the functions between, and where each calls on. */
export interface SyncChain {
  readonly steps: readonly { readonly function: FunctionV; readonly place: Place }[];
  /** The method that runs it: `execute`, `commit`. */
  readonly method: string;
}

/** Methods of a session that run SQL besides those that are given a statement. */
const writing: ReadonlySet<string> = new Set([
  "commit",
  "flush",
  "bulk_save_objects",
  "bulk_insert_mappings",
  "bulk_update_mappings",
]);

/** The SQL through a sync session or engine that a call leads to, itself or through functions that are no coroutines. */
export function syncChain(call: CallV, code: CodeBase): SyncChain | undefined {
  const own = syncMethod(call);
  if (own !== undefined) return { steps: [], method: own };
  for (const func of optionsOf(call.func).flatMap(functionsCalled)) {
    const chain = chainFrom(func, code);
    if (chain !== undefined) return chain;
  }
  return undefined;
}

function syncMethod(call: CallV): string | undefined {
  const { func } = call;
  if (func.kind !== "attribute") return undefined;
  const [query] = queriesOf({ effects: [{ call, within: undefined }] });
  if (query !== undefined) return query.colour === "sync" ? query.method : undefined;
  const isWrite = writing.has(func.attr) && optionsOf(func.value).every(isSyncSession);
  return isWrite ? func.attr : undefined;
}

function isSyncSession(value: CallV["func"]): boolean {
  return sessionColour(value) === "sync";
}

/** Functions that are being looked through, which may call themselves. */
const looking = new Set<object>();

function chainFrom(func: FunctionV, code: CodeBase): SyncChain | undefined {
  if (isAsync(func) || isKept(func) || looking.has(func.node)) return undefined;
  looking.add(func.node);
  try {
    return code.remember("sync SQL reached", func, (current) => {
      for (const { call, within } of code.functionRun(current)?.effects ?? []) {
        if (isCallersChoice(within, current)) continue;
        const chain = syncChain(call, code);
        const step = { function: current, place: call.place };
        if (chain !== undefined) return { ...chain, steps: [step, ...chain.steps] };
      }
      return undefined;
    });
  } finally {
    looking.delete(func.node);
  }
}
