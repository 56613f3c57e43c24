import { compareShapes, type ShapeContext, type ShapeDifference } from "./compareShapes";
import type { ContractEndpoint, ContractParameter } from "./contract";
import { type ContractChange, type ContractDetail, changedPart } from "./contractChange";

/** The endpoints that came, went and changed, as a client sees them. */
export function compareEndpoints(
  before: readonly ContractEndpoint[],
  now: readonly ContractEndpoint[],
  context: ShapeContext,
): readonly ContractChange[] {
  const [old, own] = [byKey(before), byKey(now)];
  const removed = [...old].filter(([key]) => !own.has(key));
  const added = [...own].filter(([key]) => !old.has(key));
  const moved = movedEndpoints(removed, added);
  const changed = [...own].flatMap(([key, endpoint]) => {
    const earlier = old.get(key) ?? moved.get(endpoint);
    if (earlier === undefined) return [];
    const details = detailsOf(earlier, endpoint, context);
    return changedPart("endpoint", nameOf(endpoint), endpoint, details) ?? [];
  });
  const leftOver = new Set(moved.values());
  return [
    ...removed.filter(([, one]) => !leftOver.has(one)).map(([, one]) => whole("removed", one)),
    ...changed,
    ...added.filter(([, one]) => !moved.has(one)).map(([, one]) => whole("added", one)),
  ];
}

function nameOf({ method, path }: ContractEndpoint): string {
  return `${method} ${path}`;
}

function whole(kind: "added" | "removed", endpoint: ContractEndpoint): ContractChange {
  const { file, line } = endpoint;
  const breaking = kind === "removed";
  return { part: "endpoint", kind, name: nameOf(endpoint), breaking, details: [], file, line };
}

/** Method and path; what a path parameter is called is not the client's to know. */
function keyOf({ method, path }: ContractEndpoint): string {
  return `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
}

/** The endpoints by their keys: of several the first one answers. */
function byKey(endpoints: readonly ContractEndpoint[]): ReadonlyMap<string, ContractEndpoint> {
  const found = new Map<string, ContractEndpoint>();
  for (const endpoint of endpoints) {
    const key = keyOf(endpoint);
    if (!found.has(key)) found.set(key, endpoint);
  }
  return found;
}

type Keyed = readonly (readonly [string, ContractEndpoint])[];

/** Endpoints whose handler answers under another method or path now, with what they were. */
function movedEndpoints(
  removed: Keyed,
  added: Keyed,
): ReadonlyMap<ContractEndpoint, ContractEndpoint> {
  const found = new Map<ContractEndpoint, ContractEndpoint>();
  for (const [, endpoint] of added) {
    const from = removed.filter(([, one]) => one.handler === endpoint.handler);
    const to = added.filter(([, one]) => one.handler === endpoint.handler);
    const [only] = from;
    if (from.length === 1 && to.length === 1 && only) found.set(endpoint, only[1]);
  }
  return found;
}

function detailsOf(
  before: ContractEndpoint,
  now: ContractEndpoint,
  context: ShapeContext,
): readonly ContractDetail[] {
  const isMoved = keyOf(before) !== keyOf(now);
  return [
    ...(isMoved ? [{ what: `was ${nameOf(before)}`, breaking: true }] : []),
    ...parameters(before, now, context),
    ...body(before, now, context),
    ...response(before, now, context),
    ...security(before, now),
  ];
}

function parameters(
  before: ContractEndpoint,
  now: ContractEndpoint,
  context: ShapeContext,
): readonly ContractDetail[] {
  // A path parameter is known by where it stands, which the path says.
  const inPath = ({ in: place }: ContractParameter): boolean => place === "path";
  const [oldPath, ownPath] = [before.parameters.filter(inPath), now.parameters.filter(inPath)];
  const named = ({ in: place, name }: ContractParameter): string =>
    place === "header" ? `${place} ${name.toLowerCase()}` : `${place} ${name}`;
  const old = new Map(
    before.parameters.filter((one) => !inPath(one)).map((one) => [named(one), one]),
  );
  const own = new Map(now.parameters.filter((one) => !inPath(one)).map((one) => [named(one), one]));
  const details: ContractDetail[] = ownPath.flatMap((one, index) => {
    const earlier = oldPath[index];
    return earlier === undefined ? [] : shapeDetails(`path ${one.name}`, earlier, one, context);
  });
  for (const [name, one] of own) {
    const earlier = old.get(name);
    if (earlier === undefined) {
      const what = one.isRequired ? `${name} is new and required` : `${name} is new`;
      details.push({ what, breaking: one.isRequired });
      continue;
    }
    if (earlier.isRequired !== one.isRequired) {
      const what = `${name} is ${one.isRequired ? "required" : "optional"} now`;
      details.push({ what, breaking: one.isRequired });
    }
    details.push(...shapeDetails(name, earlier, one, context));
  }
  for (const name of old.keys()) {
    // FastAPI passes over what it does not know: the request still gets an answer.
    if (!own.has(name)) details.push({ what: `${name} is gone`, breaking: false });
  }
  return details;
}

function shapeDetails(
  name: string,
  before: ContractParameter,
  now: ContractParameter,
  context: ShapeContext,
): readonly ContractDetail[] {
  const differences = compareShapes(before.shape, now.shape, context);
  return differences.filter(isSent).map((one) => detail(name, one, one.narrows));
}

function body(
  { body: before }: ContractEndpoint,
  { body: now }: ContractEndpoint,
  context: ShapeContext,
): readonly ContractDetail[] {
  if (before === null || now === null) {
    if (before === now) return [];
    if (now === null) return [{ what: "takes no body any more", breaking: false }];
    const how = now.isRequired ? "takes a body now, which is required" : "takes a body now";
    return [{ what: how, breaking: now.isRequired }];
  }
  const details: ContractDetail[] = [];
  if (before.mediaType !== now.mediaType) {
    details.push({ what: `its body was ${before.mediaType}, is ${now.mediaType}`, breaking: true });
  }
  if (before.isRequired !== now.isRequired) {
    const what = `its body is ${now.isRequired ? "required" : "optional"} now`;
    details.push({ what, breaking: now.isRequired });
  }
  if (before.shape === null || now.shape === null) {
    if (before.shape !== now.shape) {
      const what =
        now.shape === null
          ? "its body is an object of several fields now"
          : "its body is one value now";
      details.push({ what, breaking: true });
    }
    return details;
  }
  const differences = compareShapes(before.shape, now.shape, context);
  return [...details, ...differences.filter(isSent).map((one) => detail("body", one, one.narrows))];
}

function response(
  before: ContractEndpoint,
  now: ContractEndpoint,
  context: ShapeContext,
): readonly ContractDetail[] {
  const details: ContractDetail[] = [];
  if (before.status !== null && now.status !== null && before.status !== now.status) {
    details.push({
      what: `answered with ${before.status}, answers with ${now.status}`,
      breaking: true,
    });
  }
  if (before.response === null || now.response === null) {
    // Without a model nothing is known of the answer: it may be the same.
    if (before.response === now.response) return details;
    const what =
      now.response === null ? "has no response model any more" : "has a response model now";
    return [...details, { what, breaking: false }];
  }
  const differences = compareShapes(before.response, now.response, context);
  // Whether a field is required is a matter of who sends it.
  const told = differences.filter(
    ({ what, use }) => use !== "request" && !/^is (required|optional) now$/.test(what),
  );
  const said = told.map((one) => ({ ...one, what: one.what.replace(/ and required$/, "") }));
  return [...details, ...said.map((one) => detail("response", one, one.widens))];
}

function isSent({ use }: ShapeDifference): boolean {
  return use !== "response";
}

function security(before: ContractEndpoint, now: ContractEndpoint): readonly ContractDetail[] {
  const added = now.security.filter((scheme) => !before.security.includes(scheme));
  const gone = before.security.filter((scheme) => !now.security.includes(scheme));
  return [
    ...added.map((scheme) => ({ what: `asks for ${scheme} now`, breaking: true })),
    ...gone.map((scheme) => ({ what: `asks for ${scheme} no more`, breaking: false })),
  ];
}

function detail(
  whole: string,
  { at, what, schema }: ShapeDifference,
  breaking: boolean,
): ContractDetail {
  const place = at === "" ? whole : at.startsWith("[") ? `${whole}${at}` : `${whole} ${at}`;
  return { what: `${place} ${what}`, breaking, ...(schema !== undefined && { schema }) };
}
