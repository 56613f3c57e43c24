import { iteratedInAll } from "../../../evaluation/iteration";
import type { Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Endpoint } from "../endpoints";
import { type Dependency, dependencyOf, partsOf } from "./dependency";
import { markerOf } from "./markers";
import { analyseParameter, type Parameter, pathNamesOf } from "./parameters";
import { classFields } from "./signature";

/** What FastAPI calls and reads for a request. */
export interface EndpointDependencies {
  /** In the order in which FastAPI calls them: those of the application and routers first, then those of the handler. */
  readonly dependencies: readonly Dependency[];
  /** The handler's own; those of its dependencies stand there. */
  readonly parameters: readonly Parameter[];
}

/**
 * The dependencies of an endpoint: `dependencies=` of the application, of each router and `include_router` on the way and
 * of the route, then the handler's parameters, and the fields of the class whose method it is (class-based views).
 */
export function endpointDependencies(endpoint: Endpoint, code: CodeBase): EndpointDependencies {
  const { route, handler, levels } = endpoint;
  if (!route.isApi) return { dependencies: [], parameters: [] };
  const pathNames = pathNamesOf(endpoint.path);
  const given = levels
    .flatMap((level) => iteratedInAll(level.keywords.get("dependencies") ?? nothing).items)
    .map(markerOf)
    .filter((marker) => marker !== undefined && marker.kind !== "field")
    .map((marker) => dependencyOf(marker, undefined, pathNames, code));
  const callable = calledAs(route.handler, handler);
  const own = partsOf(callable, pathNames, code, [callable]);
  const view = viewParts(callable, pathNames, code);
  return {
    dependencies: [...given, ...view.dependencies, ...own.dependencies],
    parameters: [...view.parameters, ...own.parameters],
  };
}

const nothing: Value = { kind: "list", type: "list", items: [], open: false };

/** The handler as FastAPI calls it: without wrappers, which hand on what they are given, and without `self`. */
function calledAs(given: Value, handler: Endpoint["handler"]): Value {
  if (given.kind === "instance" || given.kind === "bound") return given;
  if (handler.kind !== "function") return handler;
  const isMethod = handler.owner !== undefined && handler.binding === "instance";
  return isMethod && handler.owner !== undefined
    ? { kind: "bound", self: { kind: "some", type: handler.owner }, function: handler }
    : handler;
}

/** What a class-based view asks for in its own body (https://fastapi-utils.davidmontague.xyz/user-guide/class-based-views/). */
function viewParts(
  callable: Value,
  pathNames: ReadonlySet<string>,
  code: CodeBase,
): EndpointDependencies {
  const isView = callable.kind === "bound" && callable.self.kind === "some";
  const of = isView ? callable.function.owner : undefined;
  if (of === undefined) return { dependencies: [], parameters: [] };
  const fields = classFields(of, code).map((field) => analyseParameter(field, pathNames));
  const made = partsOf(of, pathNames, code, [callable]);
  const dependencies = fields.flatMap((field) =>
    field.kind === "depends" ? [dependencyOf(field.marker, field.type, pathNames, code)] : [],
  );
  return { dependencies: [...dependencies, ...made.dependencies], parameters: made.parameters };
}

/** Every dependency of an endpoint, those that others depend on before them; each as often as it stands. */
export function flatDependencies(dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.flatMap((one) => [...flatDependencies(one.dependencies), one]);
}

/** All parameters that a request to an endpoint has, those of its dependencies among them; each name once a place. */
export function allParameters({
  dependencies,
  parameters,
}: EndpointDependencies): readonly Parameter[] {
  const all = [...flatDependencies(dependencies).flatMap((one) => one.parameters), ...parameters];
  return [...new Map(all.map((one) => [`${one.in} ${one.alias}`, one])).values()];
}
