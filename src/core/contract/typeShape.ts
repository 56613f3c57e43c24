import { enumMembers, isEnum } from "../evaluation/enums";
import { argumentsOf, unionMembers } from "../evaluation/types";
import { externalName, type Value } from "../evaluation/value";
import { isModel, schemaKind } from "../frameworks/pydantic/kinds";
import { shortTypeName, typingForm } from "../frameworks/pydantic/typeNames";
import { typeText } from "../frameworks/pydantic/typeText";
import { valueText } from "../frameworks/pydantic/valueText";
import type { TypeShape } from "./contract";

/** Names of types whose values JSON writes as an array, and as an object with any keys. */
const lists: ReadonlySet<string> = new Set(
  "list set frozenset tuple Sequence MutableSequence Iterable Collection AbstractSet Set deque".split(
    " ",
  ),
);
const maps: ReadonlySet<string> = new Set(
  "dict Mapping MutableMapping OrderedDict defaultdict".split(" "),
);

/** The values that a type allows. */
export function typeShape(type: Value | undefined): TypeShape {
  if (type === undefined) return { kind: "unknown" };
  const members = unionMembers(type);
  const [first] = members;
  if (members.length !== 1 || first === undefined) {
    return { kind: "union", members: members.map(memberShape) };
  }
  return memberShape(first);
}

function memberShape(type: Value): TypeShape {
  switch (type.kind) {
    case "class":
      return classShape(type, []);
    case "subscript":
      return subscriptShape(type);
    case "external":
    case "call": {
      const name = type.kind === "external" ? shortTypeName(type.name) : typeText(type);
      if (lists.has(name)) return { kind: "list", of: { kind: "type", name: "Any" } };
      if (maps.has(name)) return { kind: "map", of: { kind: "type", name: "Any" } };
      return name === "Unknown" ? { kind: "unknown" } : { kind: "type", name };
    }
    case "constant":
      return type.value === null ? { kind: "type", name: "None" } : { kind: "unknown" };
    default:
      return { kind: "unknown" };
  }
}

function classShape(of: Extract<Value, { kind: "class" }>, args: readonly TypeShape[]): TypeShape {
  if (isEnum(of)) {
    const values = enumMembers(of).map(({ value }) => valueText(value));
    const known = values.filter((one) => one !== undefined);
    return known.length < values.length ? { kind: "unknown" } : { kind: "literal", values: known };
  }
  if (schemaKind(of) === undefined && !isModel(of)) return { kind: "type", name: of.name };
  return { kind: "schema", id: `${of.module}.${of.qualname}`, args };
}

function subscriptShape(type: Extract<Value, { kind: "subscript" }>): TypeShape {
  const args = argumentsOf(type);
  if (type.value.kind === "class") return classShape(type.value, args.map(typeShape));
  const dotted = externalName(type.value);
  if (typingForm(dotted) === "literal") {
    const values = args.map(valueText);
    const known = values.filter((one) => one !== undefined);
    return known.length < values.length ? { kind: "unknown" } : { kind: "literal", values: known };
  }
  const name = shortTypeName(dotted ?? "");
  if (maps.has(name)) return { kind: "map", of: typeShape(args[1]) };
  if (!lists.has(name)) return { kind: "type", name: typeText(type) };
  const items = args.filter((one) => externalName(one) !== "builtins.Ellipsis").map(typeShape);
  const [only] = items;
  return {
    kind: "list",
    of: items.length === 1 && only ? only : { kind: "union", members: items },
  };
}

/** A shape as a person writes it. */
export function shapeText(shape: TypeShape): string {
  switch (shape.kind) {
    case "type":
      return shape.name;
    case "literal":
      return `Literal[${shape.values.join(", ")}]`;
    case "list":
      return `list[${shapeText(shape.of)}]`;
    case "map":
      return `dict[str, ${shapeText(shape.of)}]`;
    case "union":
      return shape.members.map(shapeText).join(" | ");
    case "schema": {
      const name = shape.id.slice(shape.id.lastIndexOf(".") + 1);
      return shape.args.length > 0 ? `${name}[${shape.args.map(shapeText).join(", ")}]` : name;
    }
    case "unknown":
      return "a type that is not known";
  }
}
