import { classOf } from "../../../evaluation/attributes";
import { ancestors } from "../../../evaluation/classes";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { externalName, optionsOf, textOf, type Value } from "../../../evaluation/value";
import {
  allParameters,
  endpointDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { Parameter } from "../../../frameworks/fastapi/dependencies/parameters";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { isIdle } from "../../../frameworks/idleParameter";
import type { CodeBase } from "../../../project/codeBase";
import type { Expression } from "../../../python/ast/nodes";

/** Parameters by which a client asks for a part of a list. */
const part =
  /^(limit|page|page_?(no|num|number|index|token)|(per_?page|page_?size|size|offset|skip|cursor|top|take|count|first|last)|(max|num)_?(results|items|rows)|next_?(token|cursor|page)|pagination|paging|page_?params)$/i;
/** Parameters that say the same where they are no times. */
const edge = /^(after|before|start|end|from_?id|since_?id|last_?id|max_?id)$/i;
const times = /(^|\.)(datetime|date|time|AwareDatetime|NaiveDatetime|PastDate)$/;
const pages =
  /pagina|paging|page_?params|page_?query|cursor|limit_?offset|LimitOffset|PageRequest/i;

/**
 * Whether the route or one of its dependencies takes something that asks for a part of the list. A parameter of the route
 * itself that nothing reads asks for nothing.
 */
export function takesPage(endpoint: Endpoint, code: CodeBase): boolean {
  const all = endpointDependencies(endpoint, code);
  const isOwn = new Set(all.parameters);
  return (
    handlerTypes(endpoint, code).some(isPageType) ||
    allParameters(all).some(
      (parameter) =>
        (asksForPart(parameter) &&
          !(isOwn.has(parameter) && isUnread(parameter, endpoint, code))) ||
        isPageType(parameter.type),
    )
  );
}

function asksForPart({ name, alias, type }: Parameter): boolean {
  return part.test(name) || part.test(alias) || (edge.test(name) && !isTime(type));
}

/** Whether nothing reads a parameter; of a handler with decorators of its own, those may. */
function isUnread({ name, in: place }: Parameter, { handler }: Endpoint, code: CodeBase): boolean {
  if (handler.kind !== "function" || handler.node.nodeType === "Lambda" || place !== "query") {
    return false;
  }
  const { decorator_list: decorators } = handler.node;
  return decorators.every(isRoute) && isIdle(handler, name, code);
}

/** `@router.get(…)` */
function isRoute(decorator: Expression): boolean {
  return (
    decorator.nodeType === "Call" &&
    decorator.func.nodeType === "Attribute" &&
    /^(get|post|put|patch|delete|head|options|api_route)$/.test(decorator.func.attr)
  );
}

/** The types of the handler's own parameters, those that a dependency gives among them. */
function handlerTypes({ handler }: Endpoint, code: CodeBase): readonly Value[] {
  const run = handler.kind === "function" ? code.functionRun(handler) : undefined;
  return [...(run?.parameters ?? [])]
    .filter(([name]) => name !== "self")
    .flatMap(([, value]) => optionsOf(value))
    .flatMap((one) => (one.kind === "some" ? [one.type] : []));
}

/** A type that is about pages by its name, or that has fields which ask for a part. */
function isPageType(type: Value | undefined): boolean {
  if (type === undefined) return false;
  const origin = type.kind === "subscript" ? type.value : type;
  const name = origin.kind === "class" ? origin.name : (externalName(origin) ?? "");
  if (pages.test(name)) return true;
  const of = classOf({ kind: "some", type });
  if (of === undefined) return false;
  return ancestors(of).some(
    (one) => one.kind === "class" && [...one.annotations.keys()].some((field) => part.test(field)),
  );
}

function isTime(type: Value | undefined): boolean {
  return type !== undefined && optionsOf(type).some((one) => times.test(externalName(one) ?? ""));
}

/** Whether a request's handling reads a page out of the request by hand: `request.query_params.get("page")`. */
export function readsPage({ effects }: FunctionRun): boolean {
  return effects.some(({ call: { func, args } }) => {
    if (func.kind !== "attribute" || func.attr !== "get") return false;
    const from = func.value;
    return (
      from.kind === "attribute" && from.attr === "query_params" && part.test(textOf(args[0]) ?? "")
    );
  });
}
