import type { FunctionV } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { backend } from "../backend";
import { operationOf } from "./operation";
import { schemasIn } from "./schemaUses";

/** The nodes of the handlers whose answers Pydantic reads off the objects that they return. */
function answering(code: CodeBase): ReadonlySet<object> {
  return code.queries.get("handlers with a response schema", () => {
    const own = backend
      .routing(code)
      .endpoints.filter(
        (endpoint) => schemasIn(operationOf(endpoint, code).responseModel).length > 0,
      );
    return new Set(own.map(({ handler }) => handler.node));
  });
}

/** Whether a response schema reads the attributes of what a function returns. */
export function isReadByResponse({ node }: FunctionV, code: CodeBase): boolean {
  return answering(code).has(node);
}
