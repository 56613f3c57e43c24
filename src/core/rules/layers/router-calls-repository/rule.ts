import * as z from "zod";
import type { CodeBase } from "../../../project/codeBase";
import { isTestPath } from "../../../project/testPaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule, type Kept } from "../../rule";
import { detectedRoles, rolesFor } from "../roles";
import { handlersByPath, routeFunctions } from "../routeFunctions";
import { isHandedOn } from "./handedOn";
import { callsService, repositoryUses } from "./repositoryUses";

const options = z.strictObject({});

/** See docs/rules/router-calls-repository.md. */
export const routerCallsRepository = defineRule({
  meta: {
    name: "router-calls-repository",
    summary: "Let routes go through a service",
    rationale:
      "A route that calls a repository leaves out what the service adds on the way: checks, events, transactions. The " +
      "next route has to repeat them, and one of the two will be forgotten when they change.",
    area: "layers",
    source:
      "Red flag: a router calls a repository; request flow router, service, repository, database",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      call: "{route} calls {name} of a repository; go through the service.",
      build: "{route} makes a repository by {name}; leave that to the service.",
    },
  },
  check(context) {
    const { file, code, report } = context;
    if (isTestPath(file.path)) return;
    const roles = rolesFor(context);
    const seen = new Set<object>();
    for (const func of routeFunctions(file.path, code)) {
      const body = func.node.nodeType === "Lambda" ? [] : func.node.body;
      for (const { node, kind, name } of repositoryUses(func, roles, code)) {
        if (seen.has(node) || (kind === "build" && isHandedOn(node, body, file))) continue;
        seen.add(node);
        report({ message: kind, data: { route: func.name, name }, range: rangeOf(node.func) });
      }
    }
  },
  keptBy(code) {
    return code.queries.get(
      "routes that go through services",
      () => keptNow(code),
      (a, b) => a.kept === b.kept && a.places === b.places,
    );
  },
});

/** Of the handlers and dependencies that call a service or a repository, those that call no repository. */
function keptNow(code: CodeBase): Kept {
  const roles = detectedRoles(code);
  const places = [...handlersByPath(code).keys()].flatMap((path) =>
    isTestPath(path)
      ? []
      : routeFunctions(path, code).flatMap((func): readonly boolean[] => {
          if (repositoryUses(func, roles, code).some(({ kind }) => kind === "call")) return [false];
          return callsService(func, roles, code) ? [true] : [];
        }),
  );
  return { kept: places.filter(Boolean).length, places: places.length };
}
