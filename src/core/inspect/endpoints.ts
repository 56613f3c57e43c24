import { backend } from "../frameworks/backend";
import type { Endpoint } from "../frameworks/fastapi/endpoints";
import { firstLine } from "../frameworks/fastapi/handler";
import { operationOf } from "../frameworks/fastapi/operation";
import { typeText } from "../frameworks/pydantic/typeText";
import type { CodeBase } from "../project/codeBase";
import { callsFrom } from "./calls";
import type { InspectedEndpoint } from "./inspection";

/** Endpoints as `inspect` reports them. */
export function inspectEndpoints(code: CodeBase): readonly InspectedEndpoint[] {
  return backend.routing(code).endpoints.map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    handler: `${endpoint.handler.module}:${endpoint.handler.qualname}`,
    file: endpoint.handler.path,
    line: firstLine(endpoint.handler) + 1,
    ...saidOf(endpoint, code),
    tags: endpoint.tags,
    calls: endpoint.handler.kind === "function" ? callsFrom(endpoint.handler, code) : [],
  }));
}

/** The status, 200 where it is computed, and the response model. */
function saidOf(
  endpoint: Endpoint,
  code: CodeBase,
): Pick<InspectedEndpoint, "status" | "response"> {
  const { status, responseModel } = operationOf(endpoint, code);
  const isSocket = endpoint.method === "WEBSOCKET";
  const response = responseModel === undefined || isSocket ? null : typeText(responseModel);
  return { status: status ?? 200, response };
}
