import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Place,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { functionsCalled } from "../callGraph";
import { type BlockingCall, blockingCall } from "./blockingCalls";
import { isAsync } from "./eventLoop";

/** The way from a call to the call that blocks: the functions between them, and where each calls the next. */
export interface BlockingChain {
  readonly steps: readonly { readonly function: FunctionV; readonly place: Place }[];
  readonly blocking: BlockingCall;
}

/** The blocking call that a call leads to, itself or through functions that are not coroutines. */
export function blockingChain(call: CallV, code: CodeBase): BlockingChain | undefined {
  const own = blockingCall(call);
  if (own !== undefined) return { steps: [], blocking: own };
  const chains = optionsOf(call.func)
    .flatMap(functionsCalled)
    .map((func) => chainFrom(func, code));
  return worst(chains);
}

/** Functions that are being looked through, which may call themselves. */
const looking = new Set<object>();

function chainFrom(func: FunctionV, code: CodeBase): BlockingChain | undefined {
  if (isAsync(func) || isKept(func) || looking.has(func.node)) return undefined;
  looking.add(func.node);
  try {
    return code.remember("blocking call reached", func, (current) =>
      worst(
        (code.functionRun(current)?.effects ?? []).map(({ call }) => {
          const chain = blockingChain(call, code);
          const step = { function: current, place: call.place };
          return chain && { ...chain, steps: [step, ...chain.steps] };
        }),
      ),
    );
  } finally {
    looking.delete(func.node);
  }
}

/** The first that waits for long, else the first. */
function worst(chains: readonly (BlockingChain | undefined)[]): BlockingChain | undefined {
  const found = chains.filter((chain) => chain !== undefined);
  return found.find(({ blocking }) => !blocking.isBrief) ?? found[0];
}

/** A function whose result is kept, by a decorator or in a global of its own, waits once. */
export function isKept({ decorators, node }: FunctionV): boolean {
  if (node.nodeType === "Lambda") return false;
  const isCached = decorators.some((one) =>
    /^(functools\.(lru_cache|cache|cached_property)|async_lru\.alru_cache|cachetools\.(func\.)?\w+)$/.test(
      externalName(one.kind === "call" ? one.func : one) ?? "",
    ),
  );
  return isCached || node.body.some(({ nodeType }) => nodeType === "Global");
}
