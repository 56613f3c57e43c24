import { assumptionsOf, choice, constant, listOf, textOf, unknown, type Value } from "./value";

/** `value[lower:upper:step]` of a text or list, in steps of one. */
export function sliceOf(
  value: Value,
  lower: Value | null,
  upper: Value | null,
  step: Value | null,
): Value {
  if (value.kind === "choice") {
    return choice(value.options.map((option) => sliceOf(option, lower, upper, step)));
  }
  const [from, to] = [boundOf(lower), boundOf(upper)];
  if (step !== null || from === "unknown" || to === "unknown") return unknown("a part");
  const text = textOf(value);
  // Python counts code points.
  if (text !== undefined) {
    return constant([...text].slice(from, to).join(""), assumptionsOf(value));
  }
  if (value.kind !== "list" || value.open) return unknown("a part");
  return listOf(value.items.slice(from, to), value.type);
}

function boundOf(value: Value | null): number | undefined | "unknown" {
  if (value === null || (value.kind === "constant" && value.value === null)) return undefined;
  return value.kind === "constant" && typeof value.value === "number" ? value.value : "unknown";
}
