import { isKeyword } from "../../python/keywords";
import type { Names } from "./naming";

/** The methods that an endpoint can have. */
export const endpointMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type EndpointMethod = (typeof endpointMethods)[number];

/** An endpoint that is added to a module, as templates are given it. */
export interface EndpointData {
  /** As answers keep it: `POST /{order_id}/cancel`. */
  readonly text: string;
  /** Of the router: `post`. */
  readonly method: string;
  /** Behind the module's own: `/{order_id}/cancel`; and its last part. */
  readonly path: string;
  readonly last: string;
  /** A page of rows, one row, a change of one row, or the end of something of it. */
  readonly kind: "page" | "read" | "change" | "delete";
  /** The route's function: `cancel_order`. */
  readonly handler: string;
  /** The service's method: `cancel`. */
  readonly call: string;
  /** In a sentence, in small letters: `cancel an order`. */
  readonly words: string;
}

/** What is wrong with an endpoint's path, and where in it. */
export interface PathProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads an endpoint of a module. The path stands behind the module's own, which may be named, too; `{id}` is its key:
 * `/{id}/cancel`, `/recent`.
 */
export function readEndpoint(
  method: EndpointMethod,
  path: string,
  module: Names,
): EndpointData | PathProblem {
  const prefix = new RegExp(`^(?:/?api/v\\d+)?(?:/?${module.path}(?=/))?/?`);
  const own = path.replace(prefix, "");
  const offset = path.length - own.length;
  const parts = own.replace(/\/$/, "").split("/");
  const key = `{${module.variable}_id}`;
  const hasKey = parts[0] === key || parts[0] === "{id}";
  const names = hasKey ? parts.slice(1) : parts;
  const [last = ""] = names;
  const problem = (message: string, part: string): PathProblem => {
    const start = Math.max(offset, path.lastIndexOf(part));
    return { message, start, end: start + part.length };
  };
  if (names.length !== 1 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(last)) {
    const part = names.find((one) => !/^[a-z][a-z0-9-]*$/.test(one)) ?? own;
    const examples = `/${key}/cancel for one of ${module.plural}, /recent for some of them`;
    return problem(`Write a path as ${examples}.`, part);
  }
  const name = last.replaceAll("-", "_");
  if (isKeyword(name)) return problem(`“${last}” is a word of Python's own.`, last);
  if (!hasKey && method !== "GET") {
    return problem(`Only GET asks for several: write /${key}/${last} for one of them.`, last);
  }
  const shown = hasKey ? `/${key}/${last}` : `/${last}`;
  return {
    text: `${method} ${shown}`,
    method: method.toLowerCase(),
    path: shown,
    last,
    ...namesFor(method, hasKey, name, module),
  };
}

function namesFor(
  method: EndpointMethod,
  hasKey: boolean,
  name: string,
  { variable, name: several, article, plural }: Names,
): Pick<EndpointData, "kind" | "handler" | "call" | "words"> {
  const words = name.replaceAll("_", " ");
  if (!hasKey) {
    const call = `list_${name}`;
    return { kind: "page", handler: `${call}_${several}`, call, words: `${words} ${plural}` };
  }
  if (method === "POST") {
    const [handler, said] = [`${name}_${variable}`, `${words} ${article}`];
    return { kind: "change", handler, call: name, words: said };
  }
  const [kind, verb, call] = verbs[method];
  const handler = `${verb}_${variable}_${name}`;
  return { kind, handler, call: `${call}_${name}`, words: `${verb} the ${words} of ${article}` };
}

/** What methods but POST do with a part of a row: the kind, its verb, and that of the service. */
const verbs = {
  GET: ["read", "read", "get"],
  PUT: ["change", "replace", "replace"],
  PATCH: ["change", "change", "change"],
  DELETE: ["delete", "remove", "remove"],
} as const;
