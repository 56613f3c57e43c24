import { foreignBase } from "../../evaluation/classes";
import type { CallV, Value } from "../../evaluation/value";
import { routerOf } from "./applications";

/**
 * The function outside of the project that a call hands an application to, and that may add routes to it:
 * `Instrumentator().expose(app)`. `undefined` for all other calls.
 */
export function applicationTaker({ func, args, keywords }: CallV): string | undefined {
  const given = [...args, ...keywords.values()];
  if (!given.some((value) => routerOf(value)?.kind === "application")) return undefined;
  const name = nameOf(func);
  return name === undefined || addsNothing.test(name) ? undefined : name;
}

/** Servers, clients, middleware and what only looks on. */
const addsNothing =
  /^(?:asgi_lifespan|asyncio|builtins|contextlib|ddtrace|elasticapm|fastapi|fastapi_pagination|functools|granian|gunicorn|httpx|hypercorn|inspect|logfire|logging|mangum|opentelemetry|sentry_sdk|starlette|typing|uvicorn|weakref)\./;

/** What a function of a library is called; `undefined` for a method of an application. */
function nameOf(value: Value): string | undefined {
  switch (value.kind) {
    case "external":
      return value.name;
    case "attribute": {
      if (routerOf(value.value) !== undefined) return undefined;
      const holder = nameOf(value.value);
      return holder && `${holder}.${value.attr}`;
    }
    case "call":
      return nameOf(value.func);
    case "subscript":
      return nameOf(value.value);
    case "instance":
    case "class": {
      const base = foreignBase(value.kind === "class" ? value : value.class);
      return base && nameOf(base);
    }
    case "unknown":
      return "a function that is known only when it runs";
    default:
      return undefined;
  }
}
