import * as z from "zod";
import { evaluate } from "../../../evaluation/expressions";
import type { FunctionV, Value } from "../../../evaluation/value";
import { exceptionStatus } from "../../../frameworks/fastapi/httpException";
import { isAside } from "../../../project/asidePaths";
import type { Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { type AnyRuleContext, defineRule } from "../../rule";
import { answerOf } from "./answers";
import { passOn } from "./fix";
import { caughtIn } from "./swallowed";

/** See docs/rules/http-exception-swallowed.md. */
export const httpExceptionSwallowed = defineRule({
  meta: {
    name: "http-exception-swallowed",
    summary: "Let an HTTPException out of the try that catches everything",
    rationale:
      "HTTPException is an Exception: a 404 that is raised within a try whose except Exception answers 500 reaches the " +
      "client as a 500. The status is lost, and the alarm rings for what is no fault of anybody's.",
    area: "errors",
    source:
      "Bugs that reviews miss: a status that the function's own except turns into another one",
    severity: "error",
    on: "everywhere",
    fix: "safe",
    versions: "every version of FastAPI and Starlette",
    options: z.strictObject({}),
    messages: {
      swallowed:
        "The except {caught}below catches this {status}and answers {other}; let HTTPException pass before it.",
    },
  },
  check(context) {
    const { file, code, report, locationOf } = context;
    if (isAside(file.path)) return;
    const { path } = file;
    for (const { function: func } of code.functionRuns(path)) {
      if (func.path !== path) continue;
      for (const caught of caughtIn(func, code, (exc) => raisedClass(exc, func, context))) {
        const { raise, exc, handler } = caught;
        const status = raisedStatus(exc, context);
        const answer = answerOf(handler, status, context);
        if (answer === undefined) continue;
        const fix = passOn(caught, file);
        report({
          message: "swallowed",
          data: {
            caught: handler.type === null ? "" : "Exception ",
            status: status === undefined ? "" : `${status} `,
            other: String(answer.status),
          },
          range: rangeOf(raise),
          related: [
            {
              location: locationOf({ path, line: handler.line, character: handler.character }),
              message: "the except that catches it",
            },
          ],
          ...(fix && { fix: { ...fix, safety: answer.isPlain ? "safe" : "unsafe" } }),
        });
      }
    }
  },
});

/** The class that `raise X` or `raise X(…)` raises. */
function raisedClass(
  exc: Expression,
  { scope }: FunctionV,
  { calls, code }: AnyRuleContext,
): Value | undefined {
  if (exc.nodeType === "Call") return calls.get(exc)?.[0]?.func;
  return exc.nodeType === "Name" || exc.nodeType === "Attribute"
    ? evaluate(code.typeEvaluation(), exc, scope)
    : undefined;
}

function raisedStatus(exc: Expression, { calls, code }: AnyRuleContext): number | undefined {
  const [call] = (exc.nodeType === "Call" && calls.get(exc)) || [];
  return call && exceptionStatus(call, code);
}
