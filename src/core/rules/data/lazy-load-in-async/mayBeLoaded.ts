import { type FunctionV, optionsOf } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { callsOf, functionsCalled } from "../../../frameworks/callGraph";
import { databaseCallsOf } from "../../../frameworks/databases/reach";
import {
  endpointDependencies,
  flatDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import type { RelationshipModel } from "../../../frameworks/sqlalchemy/model";
import { loadingPlaces } from "../../../frameworks/sqlalchemy/queries/loaderOptions";
import type { CodeBase } from "../../../project/codeBase";
import { walk } from "../../../python/ast/visit";
import type { HeldRow } from "./heldRows";

/**
 * Whether something before may have loaded a relationship of a row, so that it is in the session already: code that asks
 * for it by an option, or, of a row that others point to, any query.
 * @param isOwn whether the function makes the session itself
 * @param queries how many queries the function may have sent before
 */
export function mayBeLoaded(
  { attribute, direction, target }: RelationshipModel,
  { source }: HeldRow,
  func: FunctionV,
  isOwn: boolean,
  queries: number,
  code: CodeBase,
): boolean {
  const places = loadingPlaces(code).get(attribute) ?? new Set();
  if (source.through.some((one) => mentionsAttribute(one, attribute))) return true;
  const before = isOwn ? [] : functionsBefore(func, code);
  if (direction === "many-to-one") {
    // A row that is in the session is found there by its key.
    if (before === undefined || queries > 1 || target === source.model.class) return true;
    if (before.some((one) => usesDatabase(one, code))) return true;
  }
  if (places.size === 0) return false;
  if (before === undefined) return true;
  return [func, ...before].some((one) => reaches(one, places, code));
}

/** What runs with the session of a request before its handler does; `undefined` for a function that is none. */
function functionsBefore(func: FunctionV, code: CodeBase): readonly FunctionV[] | undefined {
  const endpoints = backend
    .routing(code)
    .endpoints.filter(({ handler }) => handler.node === func.node);
  if (endpoints.length === 0) return undefined;
  return endpoints.flatMap((endpoint) =>
    flatDependencies(endpointDependencies(endpoint, code).dependencies)
      .flatMap(({ callable }) => optionsOf(callable))
      .flatMap(functionsCalled),
  );
}

function usesDatabase(func: FunctionV, code: CodeBase): boolean {
  return functionsFrom(func, code).some((one) => databaseCallsOf(one, code).size > 0);
}

function reaches(func: FunctionV, places: ReadonlySet<object>, code: CodeBase): boolean {
  return functionsFrom(func, code).some(({ node }) => places.has(node)) || places.has(code);
}

/** How many functions are looked through. */
const most = 200;

/** A function and those that it calls, at any depth. */
function functionsFrom(func: FunctionV, code: CodeBase): readonly FunctionV[] {
  const found = new Map<object, FunctionV>([[func.node, func]]);
  for (const one of found.values()) {
    if (found.size > most) break;
    for (const called of callsOf(one, code)) {
      if (!found.has(called.node)) found.set(called.node, called);
    }
  }
  return [...found.values()];
}

/** Whether a function that hands a row on speaks of one of its attributes, which it may load. */
function mentionsAttribute({ node }: FunctionV, attribute: string): boolean {
  let found = false;
  walk(node, (one) => {
    found ||=
      (one.nodeType === "Attribute" && one.attr === attribute) ||
      (one.nodeType === "Constant" && one.value === attribute);
    return !found;
  });
  return found;
}
