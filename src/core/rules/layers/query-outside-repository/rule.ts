import * as z from "zod";
import { type CallV, optionsOf, textOf, type Value } from "../../../evaluation/value";
import { engineColour, sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { rolesFor } from "../roles";
import { repositoryBeside } from "./repositoryBeside";

const options = z.strictObject({});

/** Methods that read or write rows. What begins and ends transactions is the service's. */
const sessionMethods: ReadonlySet<string> = new Set(
  (
    "execute exec scalar scalars stream stream_scalars get get_one query add add_all delete merge " +
    "bulk_save_objects bulk_insert_mappings bulk_update_mappings"
  ).split(" "),
);
const connectionMethods: ReadonlySet<string> = new Set(
  "execute scalar scalars stream fetch_all fetch_one fetch_val execute_many iterate".split(" "),
);

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

/** `session.execute`, where a call is of a session or a connection. */
function queryMethod({ func, args }: CallV): string | undefined {
  if (func.kind !== "attribute" || isForSession(args[0])) return undefined;
  for (const through of optionsOf(func.value)) {
    if (sessionMethods.has(func.attr) && sessionColour(through)) return `session.${func.attr}`;
    if (connectionMethods.has(func.attr) && engineColour(through)) return `database.${func.attr}`;
  }
  return undefined;
}

/** Whether a statement is about the session or the connection rather than about rows: `SET …`, `SELECT 1`. */
function isForSession(statement: Value | undefined): boolean {
  const text = statement?.kind === "call" ? textOf(statement.args[0]) : undefined;
  return text !== undefined && /^\s*(?:set|lock|notify|listen|select\s+(?:1\b|pg_))/i.test(text);
}
