import * as z from "zod";
import { unansweredWays } from "../../../frameworks/exceptions/exceptionWays";
import { raisedIn } from "../../../frameworks/exceptions/raises";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { configFolder } from "../../configFolder";
import { defineRule } from "../../rule";

/** See docs/rules/unhandled-domain-error.md. */
export const unhandledDomainError = defineRule({
  meta: {
    name: "unhandled-domain-error",
    summary: "Answer every error that a service raises",
    rationale:
      "An exception that nothing on the way maps ends as a plain 500: the client cannot tell a missing book from a " +
      "broken server, and the alarm rings for what is no fault of anybody's.",
    area: "errors",
    source:
      "Error handling: exception classes of the services and a handler that maps them to statuses",
    severity: "warning",
    on: { layered: "warning" },
    fix: "none",
    options: z.strictObject({}),
    messages: {
      unhandled:
        "{exception} leaves {route} without a handler, so that the client gets a plain 500; map it, or a base of it, to a status.",
    },
  },
  check(context) {
    const { file, code, config, report, locationOf } = context;
    if (isAside(file.path)) return;
    const layers = config.layers.layerOf(file.path.slice(configFolder(context).length));
    if (!layers.includes("service")) return;
    const seen = new Set<string>();
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const { exception, node } of raisedIn(func, code)) {
        const endpoint = unansweredWays(exception, code).get(func.node);
        if (endpoint === undefined || ownFaults.test(exception.name)) continue;
        const { method, path, route } = endpoint;
        // One handler is for all of them.
        const key = `${exception.name} ${method} ${path}`;
        if (seen.has(key)) continue;
        seen.add(key);
        report({
          message: "unhandled",
          data: { exception: exception.name, route: `${method} ${path}` },
          range: rangeOf(node),
          related: [{ location: locationOf(route.call.place), message: "the route" }],
        });
      }
    }
  },
});

/** Names of exceptions that say that the program is at fault: a 500 is what they are for. */
const ownFaults =
  /^(Unexpected|Internal|Impossible|Unreachable|Programming|Assertion|Implementation)|^(Server|System)(Error|Exception)$/;
