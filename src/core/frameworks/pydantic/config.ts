import { ancestors } from "../../evaluation/classes";
import { type ClassV, constant, textOf, type Value } from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";

/** Options of Pydantic 1 that have another name in 2 (https://docs.pydantic.dev/latest/migration/#changes-to-config). */
const newNames: Readonly<Record<string, string>> = nameTable({
  orm_mode: "from_attributes",
  allow_population_by_field_name: "populate_by_name",
  anystr_strip_whitespace: "str_strip_whitespace",
  anystr_lower: "str_to_lower",
  anystr_upper: "str_to_upper",
  min_anystr_length: "str_min_length",
  max_anystr_length: "str_max_length",
  schema_extra: "json_schema_extra",
  validate_all: "validate_default",
});

/**
 * The configuration of a model: `model_config`, `class Config` and the keywords of the class, those of the bases
 * first, by the names of Pydantic 2 (https://docs.pydantic.dev/latest/concepts/config/).
 */
export function configOf(of: ClassV): ReadonlyMap<string, Value> {
  const merged = new Map<string, Value>();
  const set = (name: string, value: Value): void => {
    if (name === "allow_mutation") merged.set("frozen", negation(value));
    else merged.set(newNames[name] ?? name, value);
  };
  for (const ancestor of ancestors(of).toReversed()) {
    if (ancestor.kind !== "class") continue;
    const inner = ancestor.members.get("Config");
    if (inner?.kind === "class") {
      for (const part of ancestors(inner).toReversed()) {
        if (part.kind !== "class") continue;
        for (const [name, value] of part.members) if (!name.startsWith("_")) set(name, value);
      }
    }
    const config = ancestor.members.get("model_config");
    if (config?.kind === "call") for (const [name, value] of config.keywords) set(name, value);
    if (config?.kind === "dict") {
      for (const { key, value } of config.entries) {
        const name = textOf(key);
        if (name !== undefined) set(name, value);
      }
    }
    for (const [name, value] of ancestor.keywords) {
      if (name !== "metaclass" && name !== "table") set(name, value);
    }
  }
  return merged;
}

function negation(value: Value): Value {
  return value.kind === "constant" ? constant(value.value === false) : value;
}
