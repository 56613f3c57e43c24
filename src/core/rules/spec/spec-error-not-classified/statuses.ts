/** What an error's name says of its status: words of the name, and the statuses that fit them. */
const families: readonly (readonly [RegExp, readonly number[]])[] = [
  [/RateLimit|TooManyRequests|Throttl/, [429, 503]],
  [/Unauthori[sz]ed|Unauthenticated|Authentication/, [401, 403]],
  [/Forbidden|Authorization|PermissionDenied|AccessDenied/, [403, 404]],
  [/Timeout|TimedOut/, [408, 500, 502, 503, 504]],
  [/Unavailable|ExternalService/, [424, 500, 502, 503, 504]],
  // A configuration that is missing is the server's own fault.
  [/NotFound|DoesNotExist/, [404, 410, 422, 500]],
  [/Conflict|Duplicate|AlreadyExists|ConcurrentModification|Exists/, [400, 409, 412, 422, 423]],
  [/Validation|InvalidInput/, [400, 413, 415, 422]],
  [/Internal/, [500, 502, 503]],
];

/** The statuses that fit an error's name, where its own does not. */
export function contradictedBy(name: string, status: number): string | undefined {
  const isError = status >= 400;
  const fitting = families.find(([words]) => words.test(name))?.[1];
  if (fitting === undefined) return isError ? undefined : "a status from 400 up";
  return fitting.includes(status) ? undefined : fitting.join(", ");
}
