import * as z from "zod";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { awaitFix } from "./fix";
import { misusesIn } from "./misuses";

/** See docs/rules/unawaited-session-call.md. */
export const unawaitedSessionCall = defineRule({
  meta: {
    name: "unawaited-session-call",
    summary: "Await what is a coroutine of a session, and nothing else of it",
    rationale:
      "A coroutine that nobody awaits never runs: the row is not saved, and nothing is raised. One whose result is used " +
      "before it is awaited raises on every call, as `await` does of a method that is none.",
    area: "data",
    source: "Style: calls of an async session are awaited",
    severity: "error",
    on: "everywhere",
    fix: "safe",
    versions: "SQLAlchemy 1.4 and above",
    options: z.strictObject({}),
    messages: {
      dropped: "`{method}` of an async session is a coroutine: without `await` it never runs.",
      used: "`{method}` of an async session is a coroutine, which is used here as if it were its result; await it first.",
      plain:
        "`{method}` of {session} session is no coroutine: to await what it gives raises a TypeError.",
    },
  },
  check(context) {
    const { file, report } = context;
    if (isAsideFile(file)) return;
    for (const misuse of misusesIn(context)) {
      const { call, method, kind } = misuse;
      const fix = awaitFix(misuse, file);
      report({
        message: kind,
        data: { method: method.name, session: method.colour === "async" ? "an async" : "a sync" },
        range: rangeOf(call.func),
        ...(fix && { fix }),
      });
    }
  },
});
