import { backend } from "../frameworks/backend";
import {
  allParameters,
  endpointDependencies,
} from "../frameworks/fastapi/dependencies/endpointDependencies";
import type { Parameter } from "../frameworks/fastapi/dependencies/parameters";
import { securityOf } from "../frameworks/fastapi/dependencies/security";
import type { Endpoint } from "../frameworks/fastapi/endpoints";
import { firstLine } from "../frameworks/fastapi/handler";
import { operationOf } from "../frameworks/fastapi/operation";
import { requestBodyOf } from "../frameworks/fastapi/requestBody";
import type { CodeBase } from "../project/codeBase";
import type { ContractEndpoint, ContractParameter } from "./contract";
import { typeShape } from "./typeShape";

/** What the endpoints take and give. */
export function readEndpoints(code: CodeBase): readonly ContractEndpoint[] {
  return backend.routing(code).endpoints.map((endpoint) => readEndpoint(endpoint, code));
}

function readEndpoint(endpoint: Endpoint, code: CodeBase): ContractEndpoint {
  const { method, path, handler } = endpoint;
  const { status, responseModel } = operationOf(endpoint, code);
  const dependencies = endpointDependencies(endpoint, code);
  const body = requestBodyOf(dependencies);
  const isWhole = body !== undefined && body.fields.length === 1 && body.model !== undefined;
  const parameters = allParameters(dependencies).filter(
    (one) => !isWhole || !body.fields.includes(one),
  );
  return {
    method,
    path,
    handler: `${handler.module}:${handler.qualname}`,
    file: handler.path,
    line: firstLine(handler) + 1,
    status: status ?? null,
    parameters: uniqueParameters(parameters.map(readParameter)),
    body: body
      ? {
          mediaType: body.mediaType,
          isRequired: body.isRequired,
          shape: isWhole ? typeShape(body.model) : null,
        }
      : null,
    response: responseModel === undefined ? null : typeShape(responseModel),
    security: [...new Set(securityOf(dependencies).map(({ scheme }) => scheme))].sort(),
  };
}

function readParameter({ in: place, alias, isRequired, type }: Parameter): ContractParameter {
  return { in: place, name: alias, isRequired, shape: typeShape(type) };
}

/** Several dependencies may read the same value: it is required where one of them requires it. */
function uniqueParameters(all: readonly ContractParameter[]): readonly ContractParameter[] {
  const found = new Map<string, ContractParameter>();
  for (const one of all) {
    const key = `${one.in} ${one.name}`;
    const known = found.get(key);
    const isRequired = one.isRequired || known?.isRequired === true;
    found.set(key, { ...(known ?? one), isRequired });
  }
  return [...found.values()];
}
