import * as z from "zod";
import type { FunctionV } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { defineRule } from "../../rule";
import { nameRange } from "../../syntax/functions";
import { type Authentication, authenticationOf, isHandler } from "./authentication";
import { isOpenByNature, isWriting, keyOf } from "./openByNature";

/** See docs/rules/unauthenticated-sibling.md. */
export const unauthenticatedSibling = defineRule({
  meta: {
    name: "unauthenticated-sibling",
    summary: "Ask who calls where the routes beside it do",
    rationale:
      "Where nearly all routes of a router find out who calls, one that writes and does not is most often forgotten: " +
      "anybody can call it.",
    area: "routes",
    source: "Security notes: who may call",
    severity: "hint",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      open: "{route} asks nobody who they are, while {kept} of the {others} other routes of its router do.",
    },
  },
  check({ file, code, report }) {
    if (isAside(file.path)) return;
    for (const { endpoint, handler, kept, others } of openSiblings(code)) {
      if (handler.path !== file.path || handler.node.nodeType === "Lambda") continue;
      report({
        message: "open",
        data: {
          route: `${endpoint.method} ${endpoint.path}`,
          kept: String(kept),
          others: String(others),
        },
        range: nameRange(handler.node),
      });
    }
  },
});

/** The fewest other routes of a router that say what it is for. */
const fewestOthers = 3;
const keptByMost = 0.8;

interface OpenSibling {
  readonly endpoint: Endpoint;
  readonly handler: FunctionV;
  readonly kept: number;
  readonly others: number;
}

/** The writing routes that do not authenticate, in routers whose others do. */
function openSiblings(code: CodeBase): readonly OpenSibling[] {
  return code.queries.get("unauthenticated siblings", () =>
    [...byRouter(code).values()].flatMap((routes) => {
      const all = [...routes.values()];
      return all.flatMap((one) => {
        const { endpoint, handler, authentication } = one;
        const kept = all.filter((other) => other.authentication === "yes").length;
        const others = all.length - 1;
        const isAlone = others >= fewestOthers && kept >= others * keptByMost;
        if (authentication !== "no" || !isAlone || !isWriting(endpoint)) return [];
        return isOpenByNature(endpoint, code) ? [] : [{ endpoint, handler, kept, others }];
      });
    }),
  );
}

interface Judged {
  readonly endpoint: Endpoint;
  readonly handler: FunctionV;
  readonly authentication: Authentication;
}

/** The routes of each router by their handlers; of one that is included several times, what is safest for it. */
function byRouter(code: CodeBase): ReadonlyMap<object, ReadonlyMap<string, Judged>> {
  const found = new Map<object, Map<string, Judged>>();
  for (const endpoint of backend.routing(code).endpoints) {
    const { handler, levels, route, method } = endpoint;
    const router = levels.at(-2);
    if (router === undefined || !route.isApi || !isHandler(handler)) continue;
    const routes = found.get(router) ?? new Map<string, Judged>();
    found.set(router, routes);
    const authentication = authenticationOf(endpoint, code);
    const key = `${keyOf(handler)} ${method}`;
    const before = routes.get(key)?.authentication;
    if (before === undefined || before === "no" || authentication === "yes") {
      routes.set(key, { endpoint, handler, authentication });
    }
  }
  return found;
}
