import { memberOf } from "../../evaluation/classes";
import type { ClassV, FunctionV, Value } from "../../evaluation/value";
import type { RouteEntry } from "./entries";

/** The function that answers a route, under its wrappers; or the class, for Starlette's endpoints. */
export function handlerOf(value: Value): FunctionV | ClassV | undefined {
  switch (value.kind) {
    case "function": {
      let found = value;
      while (found.wrapped !== undefined) found = found.wrapped;
      return found;
    }
    case "bound":
      return handlerOf(value.function);
    case "choice": {
      // A decorator that wraps coroutines in one way and functions in another stands for the same function in both.
      const [first, ...others] = value.options.map(handlerOf);
      return others.every((one) => one === first) ? first : undefined;
    }
    case "class":
      return value;
    case "instance": {
      const call = memberOf(value.class, "__call__")?.value;
      return call === undefined ? undefined : handlerOf(call);
    }
    case "call":
      // `functools.partial(handler, …)` and wrappers of libraries.
      return value.args[0] === undefined ? undefined : handlerOf(value.args[0]);
    default:
      return undefined;
  }
}

/** The line of a handler's first decorator, or of its own. */
export function firstLine({ node }: FunctionV | ClassV): number {
  if (node.nodeType === "Lambda") return node.line;
  return node.decorator_list[0]?.line ?? node.line;
}

const httpVerbs = ["get", "post", "put", "patch", "delete", "head", "options"];

/**
 * The methods that a route answers; `undefined` where they are computed. Starlette's own routes answer `HEAD` where they
 * answer `GET`, FastAPI's do not; a bare ASGI application answers any
 * (https://github.com/encode/starlette/blob/master/starlette/routing.py, `Route.__init__`).
 */
export function methodsOf(
  { isApi, methods: given, handler: endpoint }: RouteEntry,
  handler: FunctionV | ClassV,
): readonly string[] | undefined {
  if (given === "computed") return undefined;
  if (isApi) return given ?? ["GET"];
  if (given === undefined) {
    if (handler.kind === "class") return endpointMethods(handler);
    if (endpoint.kind === "instance") return ["ANY"];
  }
  const methods = new Set(given ?? ["GET"]);
  return [...(methods.has("GET") ? methods.add("HEAD") : methods)];
}

/** The methods that a class of Starlette's `HTTPEndpoint` answers. */
function endpointMethods(of: ClassV): readonly string[] {
  return httpVerbs
    .filter((verb) => memberOf(of, verb) !== undefined)
    .map((verb) => verb.toUpperCase());
}
