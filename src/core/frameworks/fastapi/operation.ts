import { typeOf } from "../../evaluation/types";
import {
  type CallV,
  externalName,
  type FunctionV,
  isConstant,
  textOf,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { compareVersions } from "../../project/layout/versionNumbers";
import type { Endpoint } from "./endpoints";
import { statusOf } from "./status";

/** What the documentation of an endpoint says (OpenAPI's operation object). */
export interface Operation {
  /** The default status; `undefined` where it is computed. */
  readonly status: number | undefined;
  /** What the response is made of: `response_model`, else what the handler says that it returns; `undefined` for none. */
  readonly responseModel: Value | undefined;
  readonly responseClass: Value | undefined;
  /** `responses=` of the application, the routers and the route: what is said of a status, the nearest last. */
  readonly responses: readonly { readonly status: number | string; readonly value: Value }[];
  readonly isDeprecated: boolean;
  readonly isInSchema: boolean;
  readonly name: string;
  readonly operationId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
}

/** What is said of an endpoint by its route, the routers around it and the application. */
export function operationOf({ route, handler, levels }: Endpoint, code: CodeBase): Operation {
  const { keywords } = route.call;
  const status = keywords.get("status_code");
  const isGiven = status !== undefined && !isConstant(status, null);
  return {
    status: isGiven ? statusOf(status) : 200,
    responseModel: route.isApi ? responseModel(route.call, handler, code) : undefined,
    responseClass: nearest(levels, ["response_class", "default_response_class"]),
    responses: levels.flatMap(({ keywords: given }) => responsesIn(given.get("responses"))),
    isDeprecated: levels.some(({ keywords: given }) => isConstant(given.get("deprecated"), true)),
    isInSchema: !levels.some(({ keywords: given }) =>
      isConstant(given.get("include_in_schema"), false),
    ),
    name: textOf(keywords.get("name")) ?? handler.name,
    operationId: textOf(keywords.get("operation_id")),
    summary: textOf(keywords.get("summary")),
    description: textOf(keywords.get("description")),
  };
}

/**
 * The response model: what the route says, else what the handler says that it returns; a response of its own is none
 * (https://fastapi.tiangolo.com/tutorial/response-model/).
 */
function responseModel(
  { keywords }: CallV,
  handler: Endpoint["handler"],
  code: CodeBase,
): Value | undefined {
  const given = keywords.get("response_model");
  if (given !== undefined) return isConstant(given, null) ? undefined : given;
  if (handler.kind !== "function") return undefined;
  if (isBeforeReturnTypes(handler.path, code)) return undefined;
  const type = returnType(handler, code);
  return type === undefined || isConstant(type, null) || isResponse(type) ? undefined : type;
}

/** FastAPI 0.89 is the first to take the return type for the response model. */
function isBeforeReturnTypes(path: string, code: CodeBase): boolean {
  const version = code.versionsFor(path).get("fastapi")?.version;
  return version !== undefined && compareVersions(version, "0.89.0") < 0;
}

function returnType(handler: FunctionV, code: CodeBase): Value | undefined {
  const { node, scope } = handler;
  if (node.nodeType === "Lambda" || node.returns === null) return undefined;
  return typeOf(code.typeEvaluation(), node.returns, scope);
}

/** Whether FastAPI takes a type for a response of its own, and not for a model. */
function isResponse(type: Value): boolean {
  const name = externalName(type) ?? "";
  return /^(fastapi|starlette)\..*Response$/.test(name) || name.endsWith(".EventSourceResponse");
}

function nearest(levels: readonly CallV[], names: readonly string[]): Value | undefined {
  for (const { keywords } of levels.toReversed()) {
    for (const name of names) {
      const value = keywords.get(name);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function responsesIn(value: Value | undefined): Operation["responses"] {
  if (value?.kind !== "dict") return [];
  return value.entries.flatMap(({ key, value: said }) => {
    const status = statusOf(key) ?? textOf(key);
    return status === undefined ? [] : [{ status, value: said }];
  });
}
