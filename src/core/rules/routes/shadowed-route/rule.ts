import * as z from "zod";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import type { Range } from "../../../text/range";
import { defineRule } from "../../rule";
import { nameRange } from "../../syntax/functions";
import { moveUp } from "./moveUp";
import { shadowedRoutes } from "./shadows";

/** See docs/rules/shadowed-route.md. */
export const shadowedRoute = defineRule({
  meta: {
    name: "shadowed-route",
    summary: "Put a route before the one whose path parameter takes its requests",
    rationale:
      "Starlette asks the routes in the order in which they were added, and the first that matches gets the request. A " +
      "route behind one that always matches is never reached: its clients get an answer of another endpoint, or a 422 " +
      "that nothing explains.",
    area: "routes",
    source: "Bugs that reviews miss: a route that can never be reached",
    severity: "error",
    on: "everywhere",
    fix: "unsafe",
    versions: "every version of FastAPI and Starlette",
    options: z.strictObject({}),
    messages: {
      shadowed:
        "{route} is never reached: {other} of {handler} comes first and takes all its requests; put this route before it.",
      duplicate: "{route} is never reached: {handler} answers the same method and path before it.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    const seen = new Set<string>();
    for (const { endpoint, by, isMutual } of shadowedRoutes(code).get(file.path) ?? []) {
      const range = rangeOfRoute(endpoint);
      const key = JSON.stringify(range);
      if (range === undefined || seen.has(key)) continue;
      seen.add(key);
      const { handler } = endpoint;
      const isFixable =
        !isMutual &&
        handler.kind === "function" &&
        by.handler.kind === "function" &&
        handler.path === by.handler.path &&
        isDecorated(endpoint) &&
        isDecorated(by);
      const edits = isFixable ? moveUp(handler, by.handler, file) : undefined;
      report({
        message: isMutual ? "duplicate" : "shadowed",
        data: {
          route: `${endpoint.method} ${endpoint.path}`,
          other: by.path,
          handler: by.handler.name,
        },
        range,
        related: [{ location: locationOf(by.route.call.place), message: "the route before it" }],
        ...(edits && { fix: { title: `Move up, before ${by.handler.name}`, edits } }),
      });
    }
  },
});

/** The decorator that makes the route, else the name of its handler. */
function rangeOfRoute({ handler, route }: Endpoint): Range | undefined {
  const { node } = handler;
  if (node.nodeType === "Lambda") return undefined;
  const decorator = node.decorator_list.find((one) => one === route.call.node);
  return decorator === undefined ? nameRange(node) : rangeOf(decorator);
}

function isDecorated({ handler: { node }, route }: Endpoint): boolean {
  return node.nodeType !== "Lambda" && node.decorator_list.some((one) => one === route.call.node);
}
