import { argumentsOf, plainType, typeOf } from "../../../evaluation/types";
import { externalName, type Value } from "../../../evaluation/value";
import { runOf } from "../../../frameworks/callGraph";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { typeText } from "../../../frameworks/pydantic/typeText";
import type { CodeBase } from "../../../project/codeBase";
import { isManyRows } from "../n-plus-one-query/manyRows";

const lists = /(^|\.)(list|List|Sequence|set|Set|Iterable)$/;

/** Whether a route answers with a collection: by its response model or annotation, or because it returns a query's rows. */
export function isCollection(endpoint: Endpoint, code: CodeBase): boolean {
  const type = responseType(endpoint, code);
  if (type !== undefined && type.kind === "subscript")
    return lists.test(externalName(type.value) ?? "");
  const { handler } = endpoint;
  const returned = handler.kind === "function" ? runOf(handler, code)?.returned : undefined;
  return type === undefined && returned !== undefined && isManyRows(returned, code);
}

/** Whether the response's type is one of a page: `Page[User]`, `PaginatedItems`. */
export function isPaginating(endpoint: Endpoint, code: CodeBase): boolean {
  const type = responseType(endpoint, code);
  return type !== undefined && /page|paginat|cursor/i.test(typeText(type));
}

function responseType({ route, handler }: Endpoint, code: CodeBase): Value | undefined {
  const given = route.call.keywords.get("response_model");
  if (given !== undefined && !(given.kind === "constant" && given.value === null))
    return plainType(given);
  if (handler.kind !== "function" || handler.node.nodeType === "Lambda") return undefined;
  const { returns } = handler.node;
  if (returns === null) return undefined;
  const type = plainType(typeOf(code.typeEvaluation(), returns, handler.scope));
  const isOpen = externalName(type) === "typing.Any" || argumentsOf(type).length > 3;
  return isOpen ? undefined : type;
}
