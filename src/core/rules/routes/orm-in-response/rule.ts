import * as z from "zod";
import type { ClassV } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import type { Return } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { rangeOf } from "../../../python/ast/visit";
import type { Range } from "../../../text/range";
import { defineRule } from "../../rule";
import { nameRange } from "../../syntax/functions";
import { rowsAnswered } from "./returnedRows";
import { type SensitiveField, sensitiveFields } from "./sensitiveFields";

/** See docs/rules/orm-in-response.md. */
export const ormInResponse = defineRule({
  meta: {
    name: "orm-in-response",
    summary: "Answer with a schema that says what the client may read",
    rationale:
      "A route without response type answers with every column of a row, those that are added later too. A password, " +
      "also a hashed one, is nobody's to read.",
    area: "routes",
    source: "Errors and security of services: what is secret is never answered",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      row: "{route} has no response type, so that every column of {model} is answered; return a schema with what the client may read.",
      secret: "{route} answers with {field} of {schema}; leave it out of the response.",
    },
  },
  check({ file, code, config, report, locationOf }) {
    if (isAside(file.path)) return;
    for (const { statement, endpoint, model } of answeredRows(code).get(file.path) ?? []) {
      report({
        message: "row",
        data: { route: `${endpoint.method} ${endpoint.path}`, model: model.name },
        range: rangeOf(statement),
        severity: "hint",
      });
    }
    const sensitive = config.config.sensitive ?? [];
    for (const one of secretsByPath(code, sensitive).get(file.path) ?? []) {
      const { method, path, route } = one.endpoint;
      report({
        message: "secret",
        data: { route: `${method} ${path}`, field: one.field.name, schema: one.of.name },
        range: placeOf(one),
        related: [{ location: locationOf(route.call.place), message: "the route" }],
      });
    }
  },
});

/** The field's name, or that of the schema that inherits it. */
function placeOf({ of, field }: SensitiveField): Range {
  for (const statement of of.node.body) {
    if (statement.nodeType !== "AnnAssign" || statement.target.nodeType !== "Name") continue;
    if (statement.target.id === field.name) return rangeOf(statement.target);
  }
  return nameRange(of.node);
}

function secretsByPath(
  code: CodeBase,
  sensitive: readonly string[],
): ReadonlyMap<string, readonly SensitiveField[]> {
  return code.queries.get(`secrets in responses ${sensitive.join(" ")}`, () => {
    const found = new Map<string, SensitiveField[]>();
    for (const one of sensitiveFields(code, sensitive)) {
      const { path } = one.of;
      found.set(path, [...(found.get(path) ?? []), one]);
    }
    return found;
  });
}

interface AnsweredRow {
  readonly statement: Return;
  readonly endpoint: Endpoint;
  readonly model: ClassV;
}

/** Where handlers return rows, by their files; each handler once. */
function answeredRows(code: CodeBase): ReadonlyMap<string, readonly AnsweredRow[]> {
  return code.queries.get("rows in responses", () => {
    const found = new Map<string, AnsweredRow[]>();
    const seen = new Set<object>();
    for (const endpoint of backend.routing(code).endpoints) {
      const { handler } = endpoint;
      if (handler.kind !== "function" || seen.has(handler.node)) continue;
      seen.add(handler.node);
      if (handler.node.nodeType === "Lambda") continue;
      const model = rowsAnswered(endpoint, code);
      const statement = ownStatements(handler.node.body).find(mayReturnRow);
      if (model === undefined || statement?.nodeType !== "Return") continue;
      found.set(handler.path, [...(found.get(handler.path) ?? []), { statement, endpoint, model }]);
    }
    return found;
  });
}

function mayReturnRow(statement: ReturnType<typeof ownStatements>[number]): boolean {
  return (
    statement.nodeType === "Return" &&
    /^(Name|Await|Call|Attribute|List|ListComp|Subscript)$/.test(statement.value?.nodeType ?? "")
  );
}
