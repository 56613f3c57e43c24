import * as z from "zod";
import { backend } from "../../../frameworks/backend";
import {
  allParameters,
  endpointDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { listingsReachedBy } from "../../../frameworks/sqlalchemy/queries/listings";
import { modelOf } from "../../../frameworks/sqlalchemy/queries/statement";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { defineRule } from "../../rule";
import { isCollection, isPaginating } from "./responses";

/** Parameters by which a client asks for a part of a list. */
const paging =
  /^(limit|page|per_?page|page_?size|page_?number|size|offset|skip|cursor|after|before|count|first|last|start|end|top|take|max_?results|pagination|params|paging)$/i;

/** See docs/rules/missing-pagination.md. */
export const missingPagination = defineRule({
  meta: {
    name: "missing-pagination",
    summary: "Bound what a listing route returns",
    rationale:
      "A route that returns every row of a table works until the table has grown; then it is slow for its caller, and " +
      "for everybody who waits for the database meanwhile.",
    area: "data",
    source: "Red flag: list endpoints without pagination",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      unbounded:
        "{path} returns every {model}: no limit reaches the query. Take a page from the request.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    const seen = new Set<object>();
    for (const endpoint of backend.routing(code).endpoints) {
      const { handler, method, path } = endpoint;
      if (handler.path !== file.path || handler.kind !== "function" || method !== "GET") continue;
      const { node } = handler;
      if (seen.has(node) || node.nodeType === "Lambda" || !isCollection(endpoint, code)) continue;
      seen.add(node);
      if (takesPage(endpoint, code) || isPaginating(endpoint, code)) continue;
      const listings = listingsReachedBy(handler, code);
      const [first] = listings;
      if (first === undefined || listings.some(({ statement }) => statement?.limit !== undefined))
        continue;
      const model = first.statement && modelOf(first.statement);
      const end = node.nameCharacter + node.name.length;
      report({
        message: "unbounded",
        data: { path: `GET ${path}`, model: model?.name ?? "row" },
        range: {
          start: { line: node.nameLine, character: node.nameCharacter },
          end: { line: node.nameLine, character: end },
        },
        // The children of one parent are few, as a rule.
        ...(/\{[^}]+\}/.test(path) && { severity: "hint" }),
        related: [{ location: locationOf(first.call.place), message: "the query" }],
      });
    }
  },
});

/** Whether the route or one of its dependencies takes a parameter that asks for a part of the list. */
function takesPage(endpoint: Endpoint, code: CodeBase): boolean {
  return allParameters(endpointDependencies(endpoint, code)).some(({ name }) => paging.test(name));
}
