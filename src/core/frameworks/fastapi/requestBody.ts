import type { Value } from "../../evaluation/value";
import { allParameters, type EndpointDependencies } from "./dependencies/endpointDependencies";
import type { Parameter } from "./dependencies/parameters";

/** What a request to an endpoint sends as its body. */
export interface RequestBody {
  readonly mediaType:
    | "application/json"
    | "application/x-www-form-urlencoded"
    | "multipart/form-data";
  /** The type that the whole body has; `undefined` where it is an object of `fields`. */
  readonly model: Value | undefined;
  /** The parameters that it is made of. */
  readonly fields: readonly Parameter[];
  readonly isRequired: boolean;
}

/**
 * The body that an endpoint reads: one parameter is the body itself, several are its fields, as in FastAPI's
 * `get_body_field` (https://fastapi.tiangolo.com/tutorial/body-multiple-params/).
 */
export function requestBodyOf(dependencies: EndpointDependencies): RequestBody | undefined {
  const fields = allParameters(dependencies).filter((one) => bodies.has(one.in));
  const [first] = fields;
  if (first === undefined) return undefined;
  const mediaType = fields.some((one) => one.in === "file")
    ? "multipart/form-data"
    : fields.some((one) => one.in === "form")
      ? "application/x-www-form-urlencoded"
      : "application/json";
  const isWhole = fields.length === 1 && first.in === "body" && !first.isEmbedded;
  return {
    mediaType,
    model: isWhole ? first.type : undefined,
    fields,
    isRequired: fields.some((one) => one.isRequired),
  };
}

const bodies: ReadonlySet<string> = new Set(["body", "form", "file"]);
