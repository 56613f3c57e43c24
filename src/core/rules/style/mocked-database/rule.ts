import * as z from "zod";
import { isTestPath } from "../../../project/testPaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { mockedThing, replacedThing } from "./mocks";

const options = z.strictObject({});

/** See docs/rules/mocked-database.md. */
export const mockedDatabase = defineRule({
  meta: {
    name: "mocked-database",
    summary: "Test against a real database rather than a mock of it",
    rationale:
      "A mocked session or repository answers what the test told it to: wrong queries, constraints and transactions " +
      "pass. A session on a test database, rolled back after each test, finds them. A fault that is injected into a " +
      "real one by `side_effect`, and a fake that somebody wrote, are fine.",
    area: "style",
    source:
      "Anti-pattern 4: no mocked database in tests, use real sessions against a test database",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: { mocked: "{what} is replaced by a mock; use a real one on a test database." },
  },
  check(context) {
    const { file, report } = context;
    if (!isTestPath(file.path)) return;
    const calls: Call[] = [];
    for (const statement of file.parsed.module.body) {
      walk(statement, (node) => {
        if (node.nodeType === "Call") calls.push(node);
      });
    }
    for (const call of calls) {
      const what = mockedThing(call, context) ?? replacedThing(call, context);
      if (what !== undefined) report({ message: "mocked", data: { what }, range: rangeOf(call) });
    }
  },
});
