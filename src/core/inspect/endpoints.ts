import { typeOf } from "../evaluation/types";
import { externalName, type FunctionV, type Value } from "../evaluation/value";
import { applicationEffects } from "../frameworks/fastapi/applicationEffects";
import { type Endpoint, type Routing, routing } from "../frameworks/fastapi/endpoints";
import { firstLine } from "../frameworks/fastapi/handler";
import { statusOf } from "../frameworks/fastapi/status";
import { typeText } from "../frameworks/pydantic/typeText";
import type { CodeBase } from "../project/codeBase";
import { callsFrom } from "./calls";
import type { InspectedEndpoint } from "./inspection";

/** The routes of the project's applications. */
export function projectRouting(code: CodeBase): Routing {
  return code.queries.get("routing", () => routing(applicationEffects(code)));
}

/** Endpoints as `inspect` reports them. */
export function inspectEndpoints(code: CodeBase): readonly InspectedEndpoint[] {
  return projectRouting(code).endpoints.map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    handler: `${endpoint.handler.module}:${endpoint.handler.qualname}`,
    file: endpoint.handler.path,
    line: firstLine(endpoint.handler) + 1,
    status: statusOf(endpoint.route.call.keywords.get("status_code")) ?? 200,
    response: responseOf(endpoint, code),
    tags: endpoint.tags,
    calls: endpoint.handler.kind === "function" ? callsFrom(endpoint.handler, code) : [],
  }));
}

/** The response model: what the route says, else what the handler says that it returns; a `Response` is none. */
function responseOf({ route, handler }: Endpoint, code: CodeBase): string | null {
  if (!route.isApi || route.methods?.includes("WEBSOCKET")) return null;
  const given = route.call.keywords.get("response_model");
  if (given !== undefined) return isNone(given) ? null : typeText(given);
  if (handler.kind !== "function") return null;
  const type = returnType(handler, code);
  return type === undefined || isNone(type) || isResponse(type) ? null : typeText(type);
}

function returnType(handler: FunctionV, code: CodeBase): Value | undefined {
  const { node, scope } = handler;
  if (node.nodeType === "Lambda" || node.returns === null) return undefined;
  return typeOf(code.typeEvaluation(), node.returns, scope);
}

function isNone(type: Value): boolean {
  return type.kind === "constant" && type.value === null;
}

/** Whether FastAPI takes a type for a response of its own, and not for a model. */
function isResponse(type: Value): boolean {
  const name = externalName(type) ?? "";
  return /^(fastapi|starlette)\..*Response$/.test(name) || name.endsWith(".EventSourceResponse");
}
