import * as z from "zod";
import { isAside } from "../../../project/asidePaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isScript } from "../../syntax/scripts";
import { batchFix } from "./batchFix";
import { repeatedQueries } from "./repeatedQueries";

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
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      direct: "This queries once for each element of the loop; load them before it, in one query.",
      chain:
        "{chain} queries once for each element of the loop; load them before it, in one query.",
      write: "This writes once for each element of the loop; send them in one statement.",
      writeChain: "{chain} writes once for each element of the loop; send them in one statement.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path) || besides.test(file.path) || isScript(file, code)) return;
    const seen = new Set<Call>();
    for (const run of code.functionRuns(file.path)) {
      for (const { call, chain, query, loop } of repeatedQueries(run, code)) {
        const { node } = call;
        if (node === undefined || call.place.path !== file.path || seen.has(node)) continue;
        seen.add(node);
        const fix = chain === undefined ? batchFix(call, loop, file, code) : undefined;
        const isWrite = query.kind === "write";
        report({
          message:
            chain === undefined ? (isWrite ? "write" : "direct") : isWrite ? "writeChain" : "chain",
          data: { chain: chain?.steps.map((step) => step.function.qualname).join(" → ") ?? "" },
          range: rangeOf(node.func),
          related: (chain?.steps ?? []).map(({ function: { qualname }, place }, index) => {
            const next = chain?.steps[index + 1]?.function.qualname;
            const what = next === undefined ? (isWrite ? "writes" : "queries") : `calls ${next}`;
            return { location: locationOf(place), message: `${qualname} ${what}` };
          }),
          ...(chain !== undefined && chain.steps.length > nearest && { severity: "hint" }),
          ...(fix && { fix }),
        });
      }
    }
  },
});

/** What is this many functions away or less is seen at a glance; farther off a loop does a piece of work for each element. */
const nearest = 3;

/** What a person runs by hand, or once: migrations, commands, the first rows of a database. */
const besides =
  /(^|\/)(cli|commands?|management|seeders?|evals?|fixes)\/|(^|\/)(migrations?|migrate|cli|commands?|manage|seeds?|seeding|seed_\w+|init_\w+|initial_data|populate\w*|backfill\w*|fixtures?|\w+_on_start)\.py$/;
