import { type CallV, externalName, type Value } from "../../../evaluation/value";
import { nameTable } from "../../../text/nameTable";

/** Where a value of a parameter comes from. */
export type ParameterPlace = "path" | "query" | "header" | "cookie" | "body" | "form" | "file";

const places: Readonly<Record<string, ParameterPlace>> = nameTable({
  Path: "path",
  Query: "query",
  Header: "header",
  Cookie: "cookie",
  Body: "body",
  Form: "form",
  File: "file",
});

/** What `Depends(…)`, `Query(…)` and their kind say of a parameter. */
export type Marker =
  | { readonly kind: "depends" | "security"; readonly call: CallV }
  | { readonly kind: "field"; readonly in: ParameterPlace; readonly call: CallV };

const modules = /^fastapi\.(?:params\.|param_functions\.)?(\w+)$/;

/** The marker that a default or a part of `Annotated` is. */
export function markerOf(value: Value | undefined): Marker | undefined {
  if (value?.kind !== "call") return undefined;
  const name = modules.exec(externalName(value.func) ?? "")?.[1];
  if (name === undefined) return undefined;
  if (name === "Depends") return { kind: "depends", call: value };
  if (name === "Security") return { kind: "security", call: value };
  const place = places[name];
  return place === undefined ? undefined : { kind: "field", in: place, call: value };
}
