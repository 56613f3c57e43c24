import * as z from "zod";
import { eventLoopFunctions, isAsync } from "../../../frameworks/blocking/eventLoop";
import { type SyncChain, syncChain } from "../../../frameworks/sqlalchemy/queries/syncChain";
import { isAside } from "../../../project/asidePaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { isMigration } from "../../syntax/files";
import { syncMaker, wrappedIn } from "./syncMakers";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "direct" | "chain" | "maker">;

/** See docs/rules/sync-database.md. */
export const syncDatabase = defineRule({
  meta: {
    name: "sync-database",
    summary: "Run SQL on the event loop through an async session only",
    rationale:
      "All requests of a process share one event loop. A sync session or engine stops every one of them until the " +
      "database has answered; with a slow query, or with no connection left in the pool, that is for seconds.",
    area: "data",
    source: "Anti-pattern: sync database operations; everything is `AsyncSession`",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options,
    messages: {
      direct: "`{method}` of a sync session blocks the event loop; use an `AsyncSession`.",
      chain:
        "This runs SQL on the event loop, which blocks it: {chain}. Use an `AsyncSession`, or hand it to a thread.",
      maker: "This is a sync {what}; make an async one.",
    },
  },
  check(context) {
    const { file, config, isSelected } = context;
    if (isAside(file.path) || isMigration(file)) return;
    checkCalls(context);
    if (isSelected || config.profile?.name === "modular") checkMakers(context);
  },
});

/** SQL that runs on the event loop. */
function checkCalls({ file, code, report, locationOf }: Context): void {
  const seen = new Set<Call>();
  for (const { function: func, effects } of code.functionRuns(file.path)) {
    if (!isAsync(func)) continue;
    for (const { call } of effects) {
      const { node } = call;
      if (node === undefined || call.place.path !== file.path || seen.has(node)) continue;
      const chain = syncChain(call, code);
      // What is awaited is asynchronous here, whatever else the session may be elsewhere.
      if (chain === undefined || file.parent(node)?.nodeType === "Await") continue;
      // Asked last: it takes all of the project's requests and tasks to tell.
      if (!eventLoopFunctions(code).has(func.node)) continue;
      seen.add(node);
      report({
        message: chain.steps.length === 0 ? "direct" : "chain",
        data: { method: chain.method, chain: chainText(chain) },
        range: rangeOf(node.func),
        related: chain.steps.map(({ function: { qualname }, place }, index) => {
          const next = chain.steps[index + 1]?.function.qualname ?? chain.method;
          return { location: locationOf(place), message: `${qualname} calls ${next}` };
        }),
      });
    }
  }
}

/** Engines and session factories of the application. */
function checkMakers({ calls, report }: Context): void {
  const all = [...calls];
  const wrapped = new Set(all.flatMap(([, values]) => values.flatMap(wrappedIn)));
  for (const [node, values] of all) {
    const what = values.map(syncMaker)[0];
    if (what === undefined || values.some((value) => wrapped.has(value))) continue;
    report({ message: "maker", data: { what }, range: rangeOf(node.func) });
  }
}

/** `Store.save → write_all → execute` */
function chainText({ steps, method }: SyncChain): string {
  return [...steps.map(({ function: { qualname } }) => qualname), method].join(" → ");
}
