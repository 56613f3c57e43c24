import * as z from "zod";
import { runFollowed } from "../../../evaluation/functionRuns";
import { externalName } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import type { DatabaseCall } from "../../../frameworks/databases/databaseCall";
import { rowsIn } from "../../../frameworks/databases/rows";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import {
  allParameters,
  endpointDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { defineRule } from "../../rule";
import { pageFix } from "./pageFix";
import { readsPage, takesPage } from "./paging";
import { isListAnswer, isListType, isPageType, isResponse, responseType } from "./responses";

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
    fix: "unsafe",
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
      if (handler.path !== file.path || handler.kind !== "function") continue;
      const { node } = handler;
      if (seen.has(node) || node.nodeType === "Lambda" || !isListing(endpoint)) continue;
      seen.add(node);
      const [first] = code.remember(`every row of ${path}`, handler, () =>
        everyRow(endpoint, code),
      );
      if (first === undefined) continue;
      const end = node.nameCharacter + node.name.length;
      const fix = pageFix(handler, first, file, code);
      report({
        message: "unbounded",
        data: { path: `${method} ${path}`, model: first.model ?? "row" },
        range: {
          start: { line: node.nameLine, character: node.nameCharacter },
          end: { line: node.nameLine, character: end },
        },
        // The children of one parent are few, as a rule.
        ...(namesParent(endpoint, code) && { severity: "hint" }),
        related: [{ location: locationOf(first.call.place), message: "the query" }],
        ...(fix && { fix }),
      });
    }
  },
});

const listNames =
  /^(list|search|query|find|filter)(_|$)|_(list|search)$|^get_(all|list)(_|$)|^fetch_all(_|$)/;
const listPaths = /\/(list|search|query|filter|all)$/;
/** What hands out all that there is on purpose, and what nobody looks at page by page. */
const exports =
  /(^|[/_-])(export|download|csv|xlsx|dump|backup|stream|sse|tree|sitemap|rss|sidebar|navigation)s?($|[/_.-])|\/(status|health|healthz|healthcheck)\/?$/i;

/** What tells of one thing. */
const details = /_(info|details?|settings|config)$/;

/** Whether a route is one that lists: a GET, or a POST that is named or routed as one. */
function isListing({ handler, method, path, route }: Endpoint): boolean {
  if (handler.kind !== "function" || exports.test(path) || exports.test(handler.name)) return false;
  const answer = externalName(route.call.keywords.get("response_class")) ?? "";
  if (/(HTML|Streaming|File|PlainText|Redirect)Response$/.test(answer)) return false;
  return (
    method === "GET" ||
    (method === "POST" && (listNames.test(handler.name) || listPaths.test(path)))
  );
}

/** Whether a request names one parent, whose children are listed: in the path, or by a parameter that it has to have. */
function namesParent(endpoint: Endpoint, code: CodeBase): boolean {
  if (/\{[^}]+\}/.test(endpoint.path)) return true;
  return allParameters(endpointDependencies(endpoint, code)).some(
    ({ in: place, name, isRequired }) => place === "query" && isRequired && /_id$/.test(name),
  );
}

/** The queries whose rows, all that there are, an endpoint answers with; none where a page is asked for or answered. */
function everyRow(endpoint: Endpoint, code: CodeBase): readonly DatabaseCall[] {
  const { handler, path } = endpoint;
  const type = responseType(endpoint, code);
  if (handler.kind !== "function" || isPageType(type)) return [];
  const isDetail = /\{[^}]+\}\/?$/.test(path);
  if (!isListType(type) && (isDetail || details.test(handler.name))) return [];
  const run = runFollowed(code, handler);
  // FastAPI sends a response as it is, whatever type is declared.
  const isList = isListType(type) && !isResponse(run.returned);
  if (readsPage(run)) return [];
  if (!isList && !isListAnswer(run.returned)) return [];
  const rows = rowsIn(run.returned);
  // `if limit is not None: query = query.limit(limit)` bounds what is asked for with a limit.
  const bounded = new Set(
    rows.filter(({ isUnbounded }) => isUnbounded === false).map(({ call }) => placeKey(call)),
  );
  const open = rows.filter(
    ({ isUnbounded, call }) => isUnbounded === true && !bounded.has(placeKey(call)),
  );
  if (!takesPage(endpoint, code)) return open;
  // What is bounded in one branch only.
  const paged = new Set(
    rows.flatMap(({ isUnbounded, model }) => (isUnbounded === false && model) || []),
  );
  return open.filter(({ model }) => model !== undefined && paged.has(model));
}
