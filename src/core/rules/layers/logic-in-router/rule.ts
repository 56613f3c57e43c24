import * as z from "zod";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { externalName } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import { range } from "../../../text/range";
import { defineRule } from "../../rule";
import { rolesFor } from "../roles";
import { handlersByPath } from "../routeFunctions";
import { logicOf } from "./logic";

/** See docs/rules/logic-in-router.md. */
export const logicInRouter = defineRule({
  meta: {
    name: "logic-in-router",
    summary: "Let a route receive, call and return",
    rationale:
      "What a route decides can only be reached by HTTP: no task, no script and no other module can use it, and a test of " +
      "it needs a client. A route that only hands on leaves all of that to the service.",
    area: "layers",
    source: "Request flow: routers are thin, they receive the request, call the service and return",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options: z.strictObject({}),
    messages: {
      logic:
        "{handler} does more than receive, call and return: it {what}. Move that to the service.",
    },
  },
  check(context) {
    const { file, code, report } = context;
    if (isAside(file.path)) return;
    const roles = rolesFor(context);
    for (const handler of handlersByPath(code).get(file.path) ?? []) {
      const { node, name } = handler;
      const run = code.functionRun(handler);
      if (node.nodeType === "Lambda" || run === undefined) continue;
      // A connection is a conversation: its route listens and answers in a loop.
      if (isConversation(run)) continue;
      const found = logicOf(run, roles);
      if (found.length === 0) continue;
      const { nameLine, nameCharacter } = node;
      report({
        message: "logic",
        data: { handler: name, what: found.join(", ") },
        range: range(nameLine, nameCharacter, nameLine, nameCharacter + name.length),
      });
    }
  },
});

function isConversation({ parameters }: FunctionRun): boolean {
  return [...parameters.values()].some(
    (one) =>
      one.kind === "some" &&
      /^(fastapi|starlette)\b.*WebSocket$/.test(externalName(one.type) ?? ""),
  );
}
