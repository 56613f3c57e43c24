import * as z from "zod";
import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { queriesOf } from "../../../frameworks/sqlalchemy/queries/queries";
import { queryReachedBy } from "../../../frameworks/sqlalchemy/queries/reach";
import { isAside } from "../../../project/asidePaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isManyRows } from "./manyRows";

/** See docs/rules/n-plus-one-query.md. */
export const nPlusOneQuery = defineRule({
  meta: {
    name: "n-plus-one-query",
    summary: "Load what a loop needs before it, in one query",
    rationale:
      "A query for each element of a list is one round trip more for each row: it is fast with the three rows of a " +
      "test and slow with the thousand of production.",
    area: "data",
    source: "Red flag: N+1 queries; anti-pattern: queries inside loops",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      direct: "This queries once for each element of the loop; load them before it, in one query.",
      chain:
        "{chain} queries once for each element of the loop; load them before it, in one query.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    const seen = new Set<Call>();
    for (const run of code.functionRuns(file.path)) {
      if (commitsInLoop(run)) continue;
      const direct = new Set(queriesOf(run).map(({ call }) => call));
      for (const { call, within } of run.effects) {
        const { node } = call;
        if (node === undefined || call.place.path !== file.path || seen.has(node)) continue;
        const loop = loopOver(within);
        if (loop?.over === undefined || !isManyRows(loop.over, code)) continue;
        const chain = direct.has(call) ? undefined : queryReachedBy(call, code);
        if (chain === undefined && !direct.has(call)) continue;
        seen.add(node);
        const steps = chain?.steps ?? [];
        report({
          message: chain === undefined ? "direct" : "chain",
          data: { chain: steps.map(({ qualname }) => qualname).join(" → ") },
          range: rangeOf(node.func),
          related:
            chain === undefined
              ? []
              : [{ location: locationOf(chain.query.call.place), message: "the query" }],
        });
      }
    }
  },
});

/** The innermost loop, unless something between is only a way out: a handler runs once, if at all. */
function loopOver(within: Block | undefined): Block | undefined {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "handler") return undefined;
    if (block.kind === "loop") return block;
  }
  return undefined;
}

/** A loop that commits for each element works through them one by one, on purpose. */
function commitsInLoop({ effects }: FunctionRun): boolean {
  return effects.some(
    ({ call, within }) =>
      call.func.kind === "attribute" &&
      call.func.attr === "commit" &&
      loopOver(within) !== undefined,
  );
}
