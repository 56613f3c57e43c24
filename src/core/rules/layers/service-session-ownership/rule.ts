import * as z from "zod";
import type { FunctionV } from "../../../evaluation/value";
import { yieldsIn } from "../../../frameworks/fastapi/dependencies/yields";
import { openingsOf } from "../../../frameworks/sqlalchemy/sessions/openings";
import {
  type RequestWay,
  reachedWithSession,
} from "../../../frameworks/sqlalchemy/sessions/requestSessions";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { rolesFor } from "../roles";
import { isIndependent } from "./independent";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "opens">;

/** See docs/rules/service-session-ownership.md. */
export const serviceSessionOwnership = defineRule({
  meta: {
    name: "service-session-ownership",
    summary: "Use the request's session in services and repositories",
    rationale:
      "A service that opens a session of its own for a request that has one works in another transaction: it does not see " +
      "what the request wrote, is not rolled back with it, and takes a second connection out of the pool, of which " +
      "requests that wait for each other can take all.",
    area: "layers",
    source:
      "Dependency injection: services receive the session, which DI's get_db opens and closes",
    severity: "warning",
    on: { modular: "warning", layered: "warning" },
    fix: "none",
    options,
    messages: {
      opens:
        "{method} opens a session of its own, though {path} holds one; take that as an argument.",
    },
  },
  check(context) {
    const { file, code } = context;
    if (isAside(file.path)) return;
    const layers = rolesFor(context).layerOf(file.path);
    if (!layers.some((layer) => layer === "service" || layer === "repository")) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      if (providesSessions(func) || takesOneAtWill(func)) continue;
      const way = reachedWithSession(code).get(func.node);
      if (way !== undefined) checkFunction(func, way, context);
    }
  },
});

function checkFunction(func: FunctionV, way: RequestWay, context: Context): void {
  const { code, file, report, locationOf } = context;
  const effects = code.functionRun(func)?.effects ?? [];
  const seen = new Set<object>();
  for (const { call, node, sources } of openingsOf(func, code)) {
    const within = effects.find((effect) => effect.call === call)?.within;
    if (seen.has(node) || !isOfSame(sources, way) || isIndependent(func, node, within, file)) {
      continue;
    }
    seen.add(node);
    const { method, path, handler } = way.endpoint;
    const { line, character } = handler.node;
    report({
      message: "opens",
      data: { method: func.qualname, path: `${method} ${path}` },
      range: rangeOf(node),
      related: [
        { location: locationOf({ path: handler.path, line, character }), message: "the route" },
      ],
    });
  }
}

/** Whether it is known to be a session of the request's database: others have their own, by tenant or by purpose. */
function isOfSame(sources: readonly string[], way: RequestWay): boolean {
  return sources.some((one) => way.sources.has(one));
}

/** Whether a function is there to give others a session. */
function providesSessions({ node }: FunctionV): boolean {
  return node.nodeType === "Lambda" || yieldsIn(node);
}

/** Whether a function opens a session only where it is given none. */
function takesOneAtWill({ node, defaults }: FunctionV): boolean {
  const { args, kwonlyargs, posonlyargs } = node.args;
  return [...posonlyargs, ...args, ...kwonlyargs].some(({ arg }) => {
    const fallback = defaults.get(arg);
    return (
      /(?:^|_)(?:session|db|conn|connection)$/.test(arg) &&
      fallback?.kind === "constant" &&
      fallback.value === null
    );
  });
}
