import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import type { CallV } from "../../../evaluation/value";
import { callsOf } from "../../../frameworks/callGraph";
import type { DatabaseCall } from "../../../frameworks/databases/databaseCall";
import { namesMadeOf, sends, targetNames } from "../../../frameworks/databases/flow";
import {
  databaseCallsOf,
  type QueryChain,
  queryFedBy,
  readReachedBy,
} from "../../../frameworks/databases/reach";
import { startFunctions } from "../../../frameworks/fastapi/startFunctions";
import type { CodeBase } from "../../../project/codeBase";
import {
  endsAtOnce,
  isOfBatches,
  isOfFullBatch,
  isOfTables,
  keyOf,
  type Loop,
  loopsAround,
  loopsOf,
  loopsOfTransactions,
} from "./loops";
import { isFew, isManyRows } from "./manyRows";
import { isOwnWork } from "./ownWork";

/** A call in a loop that asks the database for each of its elements. */
export interface RepeatedQuery {
  readonly call: CallV;
  readonly query: DatabaseCall;
  readonly loop: Loop;
  /** The way to the query; `undefined` where the call is it. */
  readonly chain: QueryChain | undefined;
}

/** Names of functions that run once, at a start or by hand. */
const once =
  /^_*(provision|bootstrap|seed|populate|backfill|migrate|import|on_start)(_|$)|_on_start(up|ing)?$/;

/** The calls of a function that ask the database for each element of a loop. */
export function repeatedQueries(run: FunctionRun, code: CodeBase): readonly RepeatedQuery[] {
  if (!run.effects.some(({ within }) => loopsAround(within).length > 0)) return [];
  if (once.test(run.function.name)) return [];
  const loops = loopsOf(run.function);
  const committing = loopsOfTransactions(run, code);
  const calls = databaseCallsOf(run.function, code);
  const names = new Map<Loop, ReadonlySet<string>>();
  const all = run.effects.flatMap(({ call, within }) => {
    for (const block of loopsAround(within)) {
      const loop = loops.get(keyOf(block.place));
      if (loop === undefined || committing.has(keyOf(block.place))) continue;
      if (isOfBatches(loop) || isOfTables(loop) || endsAtOnce(loop)) continue;
      if (call.node && isOfFullBatch(call.node, loop)) continue;
      let made = names.get(loop);
      if (made === undefined) {
        made = namesMadeOf(loop.node, new Set(targetNames(loop.target)));
        names.set(loop, made);
      }
      const found = queryFor(
        call,
        calls.get(call),
        { block, loop, isAlways: within === block, made },
        code,
      );
      // What calls itself goes down into a part of the element.
      if (found !== undefined && found.chain?.steps[0]?.function.node !== run.function.node)
        return [found];
    }
    return [];
  });
  // Asked last: it takes all of the project's tasks and requests to tell.
  return all.length > 0 && startFunctions(code).has(run.function.node) ? [] : all;
}

interface Around {
  readonly block: Block;
  readonly loop: Loop;
  /** Whether the call runs for each element, rather than for some. */
  readonly isAlways: boolean;
  /** The names that hold something made of an element. */
  readonly made: ReadonlySet<string>;
}

function queryFor(
  call: CallV,
  own: DatabaseCall | undefined,
  { block, loop, isAlways, made }: Around,
  code: CodeBase,
): RepeatedQuery | undefined {
  const { node } = call;
  const { over } = block;
  if (node === undefined || over === undefined) return undefined;
  const isMany = isManyRows(over, code);
  if (!isMany && (loop.isAsync || isFew(over))) return undefined;
  if (own !== undefined) {
    if (own.isOfMany) return undefined;
    const isFed = sends(node, made);
    const counts = own.kind === "write" ? isFed && isMany : isFed || (isMany && isAlways);
    return counts ? { call, query: own, loop, chain: undefined } : undefined;
  }
  const fed = queryFedBy(call, made, code);
  const chain = fed ?? (isMany && isAlways ? readReachedBy(call, code) : undefined);
  if (chain === undefined || chain.query.isOfMany) return undefined;
  const isRepeated =
    chain.query.kind === "write"
      ? isMany && isThin(chain, code)
      : !isOwnWork(call, chain, loop, code);
  if (!isRepeated) return undefined;
  return { call, query: chain.query, loop, chain };
}

/** Whether a function does nothing but send its statement: what does more is not to be done for all at once. */
function isThin({ steps }: QueryChain, code: CodeBase): boolean {
  const only = steps[0]?.function;
  if (only === undefined || steps.length > 1 || only.node.nodeType === "Lambda") return false;
  const isCommitting = code
    .functionRun(only)
    ?.effects.some(({ call: { func } }) => func.kind === "attribute" && func.attr === "commit");
  return !isCommitting && only.node.body.length <= 4 && callsOf(only, code).length === 0;
}
