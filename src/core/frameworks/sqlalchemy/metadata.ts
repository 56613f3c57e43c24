import { memberOf } from "../../evaluation/classes";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import { type DeclarativeRoot, registryOf, rootOf } from "./declarative";
import { isAbsent, knownText, libraryCall } from "./library";

/** The `MetaData` of a class: its own, or its registry's. `undefined` where the library makes one. */
export function metadataOf(of: ClassV, root: DeclarativeRoot | undefined): Value | undefined {
  const own = memberOf(of, "metadata")?.value;
  if (own !== undefined && !isAbsent(own)) return own;
  const registry = registryOf(of, root);
  return registry?.kind === "call" ? registry.keywords.get("metadata") : undefined;
}

/** The schema that tables of a `MetaData` have by default; `undefined` where it is computed. */
export function schemaOf(metadata: Value | undefined): string | null | undefined {
  const value = metadata === undefined ? undefined : followed(metadata);
  if (value === undefined) return null;
  const call = libraryCall(value);
  if (call === undefined) return value.kind === "unknown" ? undefined : null;
  if (call.name !== "MetaData") return null;
  const given = call.keywords.get("schema") ?? call.args[0];
  if (isAbsent(given)) return null;
  return knownText(given)?.text;
}

/** `Base.metadata` and `registry.metadata` as the `MetaData` that they are, where the code makes it. */
function followed(value: Value): Value | undefined {
  if (value.kind !== "attribute" || value.attr !== "metadata") return value;
  const { value: holder } = value;
  if (holder.kind === "class") return metadataOf(holder, rootOf(holder));
  if (holder.kind === "call") return holder.keywords.get("metadata");
  return externalName(value) === undefined ? value : undefined;
}

/** The schema of a table: what it says itself, else its `MetaData`'s. */
export function tableSchema(
  keywords: ReadonlyMap<string, Value>,
  metadata: Value | undefined,
): { readonly schema: string | null; readonly isKnown: boolean } {
  const given = keywords.get("schema");
  if (given !== undefined && externalName(given)?.endsWith("BLANK_SCHEMA")) {
    return { schema: null, isKnown: true };
  }
  const schema = isAbsent(given) ? schemaOf(metadata) : knownText(given)?.text;
  return { schema: schema ?? null, isKnown: schema !== undefined };
}
