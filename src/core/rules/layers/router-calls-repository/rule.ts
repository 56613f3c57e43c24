import * as z from "zod";
import { ancestors } from "../../../evaluation/classes";
import { type ClassV, type FunctionV, optionsOf, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { runOf } from "../../../frameworks/callGraph";
import {
  endpointDependencies,
  flatDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { configFolder } from "../../configFolder";
import { defineRule, type RuleContext } from "../../rule";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "call">;

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
      call: "{route} calls {method} of a repository; go through the service.",
    },
  },
  check(context) {
    const seen = new Set<Call>();
    for (const func of routeFunctions(context)) {
      for (const { call } of runOf(func, context.code)?.effects ?? []) {
        const { node } = call;
        if (node === undefined || call.place.path !== context.file.path || seen.has(node)) continue;
        const method = optionsOf(call.func)
          .map((callee) => repositoryMethod(callee, context))
          .find((one) => one !== undefined);
        if (method === undefined) continue;
        seen.add(node);
        const data = { route: func.name, method: method.qualname };
        context.report({ message: "call", data, range: rangeOf(node.func) });
      }
    }
  },
});

/** The handlers of routes, and the dependencies, that stand in the file. */
function routeFunctions({ code, file }: Context): readonly FunctionV[] {
  const found = new Map<object, FunctionV>();
  const add = (value: Value): void => {
    if (value.kind === "function" && value.path === file.path) found.set(value.node, value);
    if (value.kind === "bound") add(value.function);
  };
  for (const endpoint of backend.routing(code).endpoints) {
    add(endpoint.handler);
    const isHere = endpoint.handler.path === file.path;
    if (!isHere) continue;
    const { dependencies } = endpointDependencies(endpoint, code);
    for (const { callable } of flatDependencies(dependencies)) add(callable);
  }
  return [...found.values()];
}

/** The method that is called, where it is one of a repository; making a repository is no call of one. */
function repositoryMethod(callee: Value, context: Context): FunctionV | undefined {
  if (callee.kind !== "bound") return undefined;
  const { function: method, self } = callee;
  const of = self.kind === "some" ? self.type : self.kind === "instance" ? self.class : undefined;
  if (of?.kind !== "class" || method.name.startsWith("__")) return undefined;
  return ancestors(of).some((one) => one.kind === "class" && isRepository(one, context))
    ? method
    : undefined;
}

/** Whether a class stands in a file of the repository layer, and not beside repositories only. */
function isRepository(of: ClassV, { config, file }: Context): boolean {
  const layers = config.layers.layerOf(of.path.slice(configFolder({ config, file }).length));
  return layers.includes("repository") && !layers.includes("router") && !layers.includes("service");
}
