import { externalName, type Value } from "../../evaluation/value";

/** Names in `http.HTTPStatus` by number (https://docs.python.org/3/library/http.html#http-status-codes). */
const names: Readonly<Record<string, number>> = {
  OK: 200,
  CREATED: 201,
  ACCEPTED: 202,
  NON_AUTHORITATIVE_INFORMATION: 203,
  NO_CONTENT: 204,
  RESET_CONTENT: 205,
  PARTIAL_CONTENT: 206,
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  NOT_MODIFIED: 304,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  GONE: 410,
  PRECONDITION_FAILED: 412,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_ENTITY: 422,
  UNPROCESSABLE_CONTENT: 422,
  LOCKED: 423,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
};

/** An HTTP status as a number: `201`, `status.HTTP_201_CREATED`, `HTTPStatus.CREATED`. */
export function statusOf(value: Value | undefined): number | undefined {
  if (value?.kind === "constant") return typeof value.value === "number" ? value.value : undefined;
  const name = externalName(value)?.replace(/\.value$/, "");
  const numbered = /\.(?:HTTP|WS)_(\d+)_\w+$/.exec(name ?? "")?.[1];
  if (numbered !== undefined) return Number(numbered);
  const status = /^http\.HTTPStatus\.(\w+)$/.exec(name ?? "")?.[1];
  return status === undefined ? undefined : names[status];
}
