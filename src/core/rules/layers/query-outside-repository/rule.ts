import * as z from "zod";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { rolesFor } from "../roles";
import { queryMethod } from "../sessionQueries";
import { repositoryBeside } from "./repositoryBeside";

const options = z.strictObject({});

/** See docs/rules/query-outside-repository.md. */
export const queryOutsideRepository = defineRule({
  meta: {
    name: "query-outside-repository",
    summary: "Leave queries to the module's repository",
    rationale:
      "A module with a repository has one place that knows its tables: soft deletion, eager loading and locks are decided " +
      "there. A query in a route or a service decides anew, and is found by nobody who changes the model.",
    area: "layers",
    source:
      "Red flag: direct access from routers; request flow router, service, repository, database",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      query: "{call} in a {layer}: {repository} is there for that.",
    },
  },
  check(context) {
    const { file, report } = context;
    if (isAside(file.path)) return;
    const roles = rolesFor(context);
    const layers = roles.layerOf(file.path);
    const layer = layers.find((one) => one === "router" || one === "service");
    if (layer === undefined || layers.includes("repository")) return;
    let repository: string | undefined;
    for (const [node, calls] of context.calls) {
      const method = calls.map(queryMethod).find((one) => one !== undefined);
      if (method === undefined) continue;
      repository ??= repositoryBeside(context, roles);
      if (repository === undefined) return;
      const data = { call: method, layer, repository };
      report({ message: "query", data, range: rangeOf(node.func) });
    }
  },
});
