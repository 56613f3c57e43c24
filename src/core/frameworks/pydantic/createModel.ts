import type { Modules } from "../../evaluation/evaluator";
import { iterated } from "../../evaluation/iteration";
import { type CallV, textOf, type Value } from "../../evaluation/value";
import { configOf } from "./config";
import { type Declaration, fieldOf, fieldsOf } from "./fields";
import { isCreateModel } from "./kinds";
import type { PydanticMajor, Schema, SchemaField } from "./schema";
import { typeText } from "./typeText";

/** Whether a value is what `create_model("Name", …)` makes. */
export function isCreatedModel(value: Value): value is CallV {
  return value.kind === "call" && isCreateModel(value.func);
}

/**
 * The fields that `create_model("Name", __base__=Base, name=(type, default))` gives
 * (https://docs.pydantic.dev/latest/concepts/models/#dynamic-model-creation).
 */
export function createdFields(_modules: Modules, call: CallV): readonly Declaration[] {
  return [...call.keywords].flatMap(([name, given]): readonly Declaration[] => {
    if (name.startsWith("_") || name === "model_name") return [];
    const isPair = given.kind === "list" && given.type === "tuple";
    const [annotation, member] = isPair ? given.items : [given, undefined];
    if (annotation === undefined) return [];
    const type = typeText(annotation);
    return [{ name, type, annotation, member, place: call.place, owner: call }];
  });
}

/** A model made by a call; `undefined` where its name is computed. */
export function createdModel(
  modules: Modules,
  call: CallV,
  installed: PydanticMajor,
): Schema | undefined {
  const name = textOf(call.args[0] ?? call.keywords.get("model_name"));
  if (name === undefined) return undefined;
  const given = call.keywords.get("__base__");
  const bases = given === undefined ? [] : given.kind === "list" ? iterated(given).items : [given];
  const fields = new Map<string, SchemaField>();
  let config: ReadonlyMap<string, Value> = new Map();
  for (const base of bases.toReversed()) {
    if (base.kind !== "class") continue;
    config = new Map([...config, ...configOf(base)]);
    for (const field of fieldsOf(modules, base, "pydantic", installed)) {
      fields.set(field.name, { ...field, inheritedFrom: field.inheritedFrom ?? base.name });
    }
  }
  for (const one of createdFields(modules, call)) {
    fields.set(one.name, fieldOf(modules, one, config, "pydantic", installed, call));
  }
  return {
    name,
    kind: "pydantic",
    value: call,
    module: modules.nameOf(call.place.path).name,
    place: call.place,
    bases: bases.map(typeText),
    description: textOf(call.keywords.get("__doc__")) ?? null,
    fields: [...fields.values()],
    validators: [],
    config,
  };
}
