import type { Value } from "../../evaluation/value";
import { valueText } from "../pydantic/valueText";
import { lookupOf } from "./lookups";

/**
 * A default as data, or as Python source text where it is no plain value; `null` for `None` and where it is not known.
 * Of a look-up it is the default of that.
 */
export function plainDefault(value: Value | undefined): string | number | boolean | null {
  if (value === undefined) return null;
  if (value.kind === "call") {
    const lookup = lookupOf(value);
    if (lookup !== undefined) return plainDefault(lookup.default);
  }
  if (value.kind === "constant") {
    const { value: plain } = value;
    if (plain === null || typeof plain === "string") return plain;
    if (typeof plain === "number" || typeof plain === "boolean") return plain;
    if (typeof plain === "object" && "float" in plain) return plain.float;
  }
  return valueText(value) ?? null;
}
