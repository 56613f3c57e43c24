import { isConstant, textOf, type Value } from "../../../evaluation/value";
import type { ParameterPlace } from "./markers";
import { type Marker, markerOf } from "./markers";
import { isComplex, isSpecial, isUpload } from "./shapes";
import type { SignatureParameter } from "./signature";

/** A value that a request brings. */
export interface Parameter {
  /** The name of the function's parameter. */
  readonly name: string;
  /** The name that the request uses. */
  readonly alias: string;
  readonly in: ParameterPlace;
  /** Without `Annotated`; `undefined` where nothing is said. */
  readonly type: Value | undefined;
  readonly isRequired: boolean;
  readonly default: Value | undefined;
  /** `Body(embed=True)` */
  readonly isEmbedded: boolean;
}

/** What a parameter of a function that FastAPI calls is. */
export type Analysed =
  | { readonly kind: "field"; readonly field: Parameter }
  | { readonly kind: "depends"; readonly marker: Marker; readonly type: Value | undefined }
  | { readonly kind: "special" };

/**
 * What a parameter is, in the order of FastAPI's `analyze_param`
 * (https://github.com/fastapi/fastapi/blob/master/fastapi/dependencies/utils.py): `Depends` first, then what FastAPI
 * fills in, then `Query()` and its kind, then the names in the path, uploaded files, bodies, and last the query.
 */
export function analyseParameter(
  parameter: SignatureParameter,
  pathNames: ReadonlySet<string>,
): Analysed {
  const { name, type, annotated } = parameter;
  const marker = markerOf(parameter.default) ?? annotated;
  if (marker !== undefined && marker.kind !== "field") return { kind: "depends", marker, type };
  if (marker === undefined && isSpecial(type)) return { kind: "special" };
  const fallback = defaultOf(parameter, marker);
  const place = placeOf(parameter, marker, pathNames);
  const field: Parameter = {
    name,
    alias: aliasOf(name, place, marker),
    in: place,
    type,
    isRequired: place === "path" || fallback === undefined,
    default: fallback,
    isEmbedded: isConstant(marker?.call.keywords.get("embed"), true),
  };
  return { kind: "field", field };
}

function placeOf(
  { name, type }: SignatureParameter,
  marker: Marker | undefined,
  pathNames: ReadonlySet<string>,
): ParameterPlace {
  if (marker?.kind === "field") return marker.in;
  if (pathNames.has(name)) return "path";
  if (isUpload(type)) return "file";
  return isComplex(type) ? "body" : "query";
}

function defaultOf(
  { default: given, annotated }: SignatureParameter,
  marker: Marker | undefined,
): Value | undefined {
  if (marker === undefined) return given;
  const isAnnotated = marker === annotated;
  if (isAnnotated && given !== undefined) return given;
  const factory = marker.call.keywords.get("default_factory");
  if (factory !== undefined) return { kind: "unknown", why: "what a factory makes" };
  const first = marker.call.keywords.get("default") ?? marker.call.args[0];
  return isEllipsis(first) ? undefined : first;
}

/** `...`, which says that a value is required. */
function isEllipsis(value: Value | undefined): boolean {
  if (value?.kind === "external") return value.name === "builtins.Ellipsis";
  return value?.kind === "constant" && typeof value.value === "object" && value.value !== null;
}

function aliasOf(name: string, place: ParameterPlace, marker: Marker | undefined): string {
  const keywords = marker?.call.keywords;
  const given = textOf(keywords?.get("validation_alias")) ?? textOf(keywords?.get("alias"));
  if (given !== undefined) return given;
  const converts = keywords?.get("convert_underscores");
  const keeps = converts?.kind === "constant" && converts.value === false;
  return place === "header" && !keeps ? name.replaceAll("_", "-") : name;
}

/** The names of the parameters in a path: `/users/{user_id}/{rest:path}`. */
export function pathNamesOf(path: string): ReadonlySet<string> {
  return new Set([...path.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name]) => name ?? ""));
}
