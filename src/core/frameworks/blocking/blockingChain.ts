import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Place,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { functionsCalled, runOf } from "../callGraph";
import { type BlockingCall, blockingCall } from "./blockingCalls";
import { isAsync } from "./eventLoop";

/** The way from a call to the call that blocks: the functions between them, and where each calls the next. */
export interface BlockingChain {
  readonly steps: readonly { readonly function: FunctionV; readonly place: Place }[];
  readonly blocking: BlockingCall;
}

/** How many functions may lie between. */
const longest = 8;

/** The blocking call that a call leads to, itself or through functions that are not coroutines. */
export function blockingChain(call: CallV, code: CodeBase): BlockingChain | undefined {
  const own = blockingCall(call);
  if (own !== undefined) return { steps: [], blocking: own };
  for (const func of optionsOf(call.func).flatMap(functionsCalled)) {
    const chain = chainIn(func, code, new Set());
    if (chain !== undefined) return chain;
  }
  return undefined;
}

function chainIn(func: FunctionV, code: CodeBase, above: Set<object>): BlockingChain | undefined {
  if (isAsync(func) || above.has(func.node) || above.size >= longest || isKept(func))
    return undefined;
  const inside = new Set([...above, func.node]);
  let weak: BlockingChain | undefined;
  for (const { call } of runOf(func, code)?.effects ?? []) {
    const step = { function: func, place: call.place };
    const own = blockingCall(call);
    const found =
      own === undefined
        ? optionsOf(call.func)
            .flatMap(functionsCalled)
            .map((next) => chainIn(next, code, inside))
            .find((one) => one !== undefined)
        : { steps: [], blocking: own };
    if (found === undefined) continue;
    const chain = { steps: [step, ...found.steps], blocking: found.blocking };
    if (!chain.blocking.isBrief) return chain;
    weak ??= chain;
  }
  return weak;
}

/** A function whose result is kept, by a decorator or in a global of its own, waits once. */
function isKept({ decorators, node }: FunctionV): boolean {
  if (node.nodeType === "Lambda") return false;
  const isCached = decorators.some((one) =>
    /^functools\.(lru_cache|cache|cached_property)$/.test(
      externalName(one.kind === "call" ? one.func : one) ?? "",
    ),
  );
  return isCached || node.body.some(({ nodeType }) => nodeType === "Global");
}
