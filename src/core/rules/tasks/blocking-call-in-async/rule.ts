import * as z from "zod";
import { type BlockingChain, blockingChain } from "../../../frameworks/blocking/blockingChain";
import { eventLoopFunctions, isAsync } from "../../../frameworks/blocking/eventLoop";
import { isTestPath } from "../../../project/testPaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { threadFix } from "./fix";

/** See docs/rules/blocking-call-in-async.md. */
export const blockingCallInAsync = defineRule({
  meta: {
    name: "blocking-call-in-async",
    summary: "Keep calls that block off the event loop",
    rationale:
      "All requests of a process share one event loop. A call that waits for the network, the disk or a child process, " +
      "or that keeps the processor busy, stops every one of them until it is done. In a `def` endpoint or dependency " +
      "FastAPI runs it in a thread; in `async def` it has to be handed to one.",
    area: "tasks",
    source: "Anti-pattern: blocking I/O in async functions",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      direct: "{call} blocks the event loop; await an asynchronous call, or hand it to a thread.",
      chain:
        "This blocks the event loop: {chain}. Hand it to a thread, or make the way asynchronous.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isTestPath(file.path)) return;
    const seen = new Set<Call>();
    for (const { function: func, effects } of code.functionRuns(file.path)) {
      if (!isAsync(func)) continue;
      for (const { call } of effects) {
        const { node } = call;
        if (node === undefined || call.place.path !== file.path || seen.has(node)) continue;
        const chain = blockingChain(call, code);
        // Asked last: it takes all of the project's requests and tasks to tell.
        if (chain === undefined || !eventLoopFunctions(code).has(func.node)) continue;
        seen.add(node);
        const fix = chain.steps.length === 0 ? threadFix(node, chain.blocking, file) : undefined;
        report({
          message: chain.steps.length === 0 ? "direct" : "chain",
          data: { call: chain.blocking.name, chain: chainText(chain) },
          range: rangeOf(node.func),
          ...(chain.blocking.isBrief && { severity: "hint" }),
          related: chain.steps.map(({ function: { qualname }, place }, index) => {
            const next = chain.steps[index + 1]?.function.qualname ?? chain.blocking.name;
            return { location: locationOf(place), message: `${qualname} calls ${next}` };
          }),
          ...(fix && { fix }),
        });
      }
    }
  },
});

/** `Store.save → write_all → open` */
function chainText({ steps, blocking }: BlockingChain): string {
  return [...steps.map(({ function: { qualname } }) => qualname), blocking.name].join(" → ");
}
