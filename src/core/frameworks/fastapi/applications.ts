import { foreignBase } from "../../evaluation/classes";
import { type CallV, externalName, type InstanceV, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";

/** An application or a router: the object that routes are added to. */
export interface RouterObject {
  readonly kind: "application" | "router";
  /** Whose `__init__` got the arguments below: FastAPI's classes know prefixes, Starlette's do not. */
  readonly library: "fastapi" | "starlette";
  /** The object itself: the same router is the same value. */
  readonly value: CallV | InstanceV;
  /** The call of the library's `__init__`. */
  readonly call: CallV;
}

const classes: Readonly<Record<string, Pick<RouterObject, "kind" | "library">>> = nameTable({
  "fastapi.FastAPI": { kind: "application", library: "fastapi" },
  "fastapi.applications.FastAPI": { kind: "application", library: "fastapi" },
  "fastapi.APIRouter": { kind: "router", library: "fastapi" },
  "fastapi.routing.APIRouter": { kind: "router", library: "fastapi" },
  "starlette.applications.Starlette": { kind: "application", library: "starlette" },
  "starlette.routing.Router": { kind: "router", library: "starlette" },
});

/** The router that a value is: an object of FastAPI's or Starlette's classes, or of the project's own subclass of one. */
export function routerOf(value: Value | undefined): RouterObject | undefined {
  switch (value?.kind) {
    case "call": {
      const found = classes[externalName(value.func) ?? ""];
      return found && { ...found, value, call: value };
    }
    case "instance": {
      const found = classes[externalName(foreignBase(value.class)) ?? ""];
      return found && { ...found, value, call: value.base ?? value.call };
    }
    case "attribute":
      // `app.router` is where an application keeps its routes.
      return value.attr === "router" ? routerOf(value.value) : undefined;
    case "super":
      return routerOf(value.self);
    default:
      return undefined;
  }
}
