import { argumentsOf, unionMembers } from "../../evaluation/types";
import type { ClassV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { backend } from "../backend";
import { schemaKind } from "../pydantic/kinds";
import { endpointDependencies } from "./dependencies/endpointDependencies";
import type { Endpoint } from "./endpoints";
import { operationOf } from "./operation";
import { requestBodyOf } from "./requestBody";

/** A Pydantic model of the project that a client sends to an endpoint, or is sent by one. */
export interface SchemaUse {
  readonly of: ClassV;
  readonly as: "body" | "response";
  readonly endpoint: Endpoint;
}

/** The schemas that endpoints read as bodies and answer with, by themselves or as what a list or a page is of. */
export function schemaUses(code: CodeBase): readonly SchemaUse[] {
  return code.queries.get("schema uses", () =>
    backend.routing(code).endpoints.flatMap((endpoint) => [
      ...bodyTypes(endpoint, code)
        .flatMap(schemasIn)
        .map((of) => ({ of, as: "body" as const, endpoint })),
      ...schemasIn(operationOf(endpoint, code).responseModel).map((of) => ({
        of,
        as: "response" as const,
        endpoint,
      })),
    ]),
  );
}

function bodyTypes(endpoint: Endpoint, code: CodeBase): readonly (Value | undefined)[] {
  return requestBodyOf(endpointDependencies(endpoint, code))?.fields.map(({ type }) => type) ?? [];
}

/** The models that a type names: those of a union, and what a container or a generic model is of, rather than itself. */
export function schemasIn(type: Value | undefined): readonly ClassV[] {
  if (type === undefined) return [];
  return unionMembers(type).flatMap((member) => {
    if (member.kind === "class") return schemaKind(member) === "pydantic" ? [member] : [];
    return argumentsOf(member).flatMap(schemasIn);
  });
}
