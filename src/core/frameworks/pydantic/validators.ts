import { ancestors } from "../../evaluation/classes";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  textOf,
  type Value,
} from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import type { Validator } from "./schema";

/** Pydantic's decorators (https://docs.pydantic.dev/latest/concepts/validators/), with their mode where none is given. */
const decorators: Readonly<Record<string, { kind: Validator["kind"]; mode: string }>> = nameTable({
  field_validator: { kind: "field", mode: "after" },
  validator: { kind: "field", mode: "after" },
  model_validator: { kind: "model", mode: "after" },
  root_validator: { kind: "model", mode: "after" },
});

/** The validators of a class and of all its bases; one that is defined again counts once. */
export function validatorsOf(of: ClassV): readonly Validator[] {
  const found = new Map<string, Validator>();
  for (const owner of ancestors(of).toReversed()) {
    if (owner.kind !== "class") continue;
    for (const [name, member] of owner.members) {
      const validator = validatorOf(name, member, owner);
      if (validator === undefined) continue;
      found.set(name, { ...validator, inheritedFrom: owner === of ? null : owner.name });
    }
  }
  return [...found.values()];
}

function validatorOf(name: string, member: Value, owner: ClassV): Validator | undefined {
  const { decorator, place } = appliedTo(member, owner) ?? {};
  if (decorator === undefined || place === undefined) return undefined;
  const call = decorator.kind === "call" ? decorator : undefined;
  const dotted = externalName(call?.func ?? decorator) ?? "";
  const known = decorators[dotted.slice(dotted.lastIndexOf(".") + 1)];
  if (!dotted.startsWith("pydantic.") || known === undefined) return undefined;
  const fields = (call?.args ?? []).flatMap((one) => textOf(one) ?? []);
  const isBefore = truth(call, "pre");
  const mode = isBefore ? "before" : (textOf(call?.keywords.get("mode")) ?? known.mode);
  return {
    name,
    kind: known.kind,
    mode,
    fields: known.kind === "field" ? fields : [],
    place,
    inheritedFrom: null,
  };
}

/** `@validator("x") def f(…)`, or `f = validator("x")(shared)`. */
function appliedTo(
  member: Value,
  owner: ClassV,
): { decorator: Value; place: Validator["place"] } | undefined {
  if (member.kind === "call") {
    if (member.func.kind !== "call") return undefined;
    return { decorator: member.func, place: member.place };
  }
  if (member.kind !== "function") return undefined;
  const decorator = member.decorators.find(isPydantic);
  return decorator && { decorator, place: placeOf(member, owner) };
}

function isPydantic(decorator: Value): boolean {
  const name = externalName(decorator.kind === "call" ? decorator.func : decorator) ?? "";
  return name.startsWith("pydantic.") && name.endsWith("validator");
}

function placeOf({ path, node }: FunctionV, owner: ClassV): Validator["place"] {
  return { path: path || owner.path, line: node.line, character: node.character };
}

function truth(call: CallV | undefined, keyword: string): boolean {
  const value = call?.keywords.get(keyword);
  return value?.kind === "constant" && value.value === true;
}
