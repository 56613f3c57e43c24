import * as z from "zod";
import type { FunctionV } from "../../../evaluation/value";
import {
  type ConcurrentCall,
  type ConcurrentGroup,
  concurrentGroups,
} from "../../../frameworks/concurrentCalls";
import { keyOf, usesOfCall } from "../../../frameworks/sqlalchemy/sessions/sessionUses";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";

/** See docs/rules/shared-session-concurrency.md. */
export const sharedSessionConcurrency = defineRule({
  meta: {
    name: "shared-session-concurrency",
    summary: "Give each of several concurrent coroutines a session of its own",
    rationale:
      "An async session has one connection and one transaction, and does one thing at a time. Used by several coroutines " +
      "at once it raises, or sends what one of them wrote with the commit of another, depending on who is faster.",
    area: "tasks",
    source: "Red flag: sessions shared by concurrent tasks",
    severity: "error",
    on: "everywhere",
    fix: "none",
    versions: "SQLAlchemy 1.4 and above",
    options: z.strictObject({}),
    messages: {
      several:
        "{calls} use the session `{session}` at the same time; await them one after the other, or give each a session of its own.",
      repeated:
        "{calls} runs several times at once with the one session `{session}`; await them one after the other, or give each a session of its own.",
    },
  },
  check({ file, code, calls, report, locationOf }) {
    if (isAside(file.path)) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const group of concurrentGroups(func, calls)) {
        const shared = sharedBy(group, func, code);
        const [first] = shared?.calls ?? [];
        if (shared === undefined || first === undefined) continue;
        report({
          message: shared.calls.length > 1 ? "several" : "repeated",
          data: {
            calls: shared.calls.map(({ node }) => `\`${textOf(node)}\``).join(" and "),
            session: shared.session,
          },
          range: rangeOf(group.by.func),
          related: shared.calls.map(({ node }) => ({
            location: locationOf({ path: file.path, line: node.line, character: node.character }),
            message: `uses ${shared.session}`,
          })),
        });
      }
    }
  },
});

/** The first session that several calls of a group use, and two of them, or one that is repeated. */
function sharedBy(
  { calls }: ConcurrentGroup,
  func: FunctionV,
  code: CodeBase,
): { readonly session: string; readonly calls: readonly ConcurrentCall[] } | undefined {
  const users = new Map<string, ConcurrentCall[]>();
  for (const call of calls) {
    for (const use of usesOfCall(call.node, func, code)) {
      const [root = ""] = use.path;
      const key = keyOf(use);
      // Each round of the loop has its own.
      if (call.repeatedWith?.has(root) || !use.method.isCoroutine || use.isGuarded) continue;
      users.set(key, [...(users.get(key) ?? []), call]);
    }
  }
  for (const [key, using] of users) {
    const session = key.replace("__init__.", "");
    const repeated = using.find(({ repeatedWith }) => repeatedWith !== undefined);
    const others = [...new Set(using)];
    if (others.length > 1) return { session, calls: others.slice(0, 2) };
    if (repeated !== undefined) return { session, calls: [repeated] };
  }
  return undefined;
}

/** How a call is named: `self.repo.get`. */
function textOf({ func }: Call): string {
  if (func.nodeType === "Name") return func.id;
  if (func.nodeType !== "Attribute") return "this";
  const { value, attr } = func;
  return value.nodeType === "Name" ? `${value.id}.${attr}` : attr;
}
