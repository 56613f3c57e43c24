import * as z from "zod";
import type { FunctionV } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import type { Call, Statement } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { handlersByPath } from "../../layers/routeFunctions";
import { type AnyRuleContext, defineRule } from "../../rule";
import { ExceptionText, mentions } from "./exceptionText";
import { handlingsIn, statementsOf } from "./handling";
import { type Sink, sinkOf } from "./sinks";

/** See docs/rules/exception-text-in-response.md. */
export const exceptionTextInResponse = defineRule({
  meta: {
    name: "exception-text-in-response",
    summary: "Keep the text of unexpected exceptions out of responses",
    rationale:
      "The text of an exception that nobody expected is written for developers: it holds SQL, paths, host names and " +
      "values of other people. Log it, and answer with a sentence of your own.",
    area: "errors",
    source: "Security notes: what is never shown to a client",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      any: "The text of whatever exception this is goes to the client; log it, and answer with a message of your own.",
      server:
        "The text of an exception goes to the client with a {status}; log it, and answer with a message of your own.",
    },
  },
  check(context) {
    const { file, code, calls, report } = context;
    if (isAside(file.path)) return;
    const handlers = new Set(
      handlersByPath(code)
        .get(file.path)
        ?.map(({ node }) => node),
    );
    for (const { function: func } of code.functionRuns(file.path)) {
      // What is there to find faults shows them.
      if (func.path !== file.path || /(^|[/_])debug/i.test(`${func.path}/${func.name}`)) continue;
      for (const handling of handlingsIn(func, code)) {
        const text = new ExceptionText(handling.name, handling.body, calls);
        for (const [statement, isBroad] of statementsOf(handling)) {
          for (const { shown, status } of sinksIn(
            statement,
            handling.name,
            func,
            handlers,
            context,
          )) {
            const part = shown.map((one) => text.in(one)).find((one) => one !== undefined);
            const isServer = status !== undefined && status >= 500;
            if (part === undefined || !(isBroad || isServer)) continue;
            report({
              message: isBroad ? "any" : "server",
              data: { status: String(status) },
              range: rangeOf(part),
            });
          }
        }
      }
    }
  },
});

/** What a statement gives to the client. */
function sinksIn(
  statement: Statement,
  exception: string,
  { node: func }: FunctionV,
  handlers: ReadonlySet<FunctionV["node"]>,
  { calls, code }: AnyRuleContext,
): readonly Sink[] {
  const found: Sink[] = [];
  const inside: Call[] = [];
  walk(statement, (node) => {
    if (node.nodeType === "Lambda") return false;
    // A test of the exception says which one it is.
    if (node.nodeType === "IfExp" && mentions(node.test, exception)) return false;
    if (node.nodeType === "Call") inside.push(node);
    return true;
  });
  for (const node of inside) {
    const [call] = calls.get(node) ?? [];
    const sink = call && sinkOf(node, call, code);
    if (sink !== undefined) found.push(sink);
  }
  // What a route's handler returns is the body of its response.
  if (statement.nodeType === "Return" && statement.value !== null && handlers.has(func)) {
    found.push({ shown: [statement.value], status: 200 });
  }
  return found;
}
