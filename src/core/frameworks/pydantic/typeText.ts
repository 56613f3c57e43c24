import { argumentsOf } from "../../evaluation/types";
import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { constrainedTypes, shortTypeName, typingForm, unionText } from "./typeNames";
import { constantText, valueText } from "./valueText";

/**
 * A type as a person writes it: `UUID`, `list[ItemRead]`, `str | None`, `Literal["a", "b"]`. A part that is not known
 * is `Unknown`.
 */
export function typeText(type: Value): string {
  switch (type.kind) {
    case "constant":
      return textOf(type) ?? constantText(type.value);
    case "class":
    case "function":
      return type.name;
    case "external":
      return shortTypeName(type.name);
    case "attribute":
      return type.attr;
    case "subscript":
      return subscriptText(type);
    case "operation":
      return type.op === "BitOr" ? unionText(type.operands.map(typeText)) : "Unknown";
    case "choice":
      return unionText(type.options.map(typeText));
    case "call":
      return callText(type);
    case "instance":
      return valueText(type) ?? type.class.name;
    case "some":
      return typeText(type.type);
    case "list":
      return `[${type.items.map(typeText).join(", ")}]`;
    default:
      return "Unknown";
  }
}

function subscriptText(type: Extract<Value, { kind: "subscript" }>): string {
  const args = argumentsOf(type);
  const [first] = args;
  switch (typingForm(externalName(type.value))) {
    case "optional":
      return unionText([...args.map(typeText), "None"]);
    case "union":
      return unionText(args.map(typeText));
    case "literal":
      return `Literal[${args.map((one) => valueText(one) ?? typeText(one)).join(", ")}]`;
    case "first":
      return first === undefined ? "Unknown" : typeText(first);
    case "plain":
      return `${typeText(type.value)}[${args.map(typeText).join(", ")}]`;
  }
}

/** `TypeVar("T")`, `NewType("UserId", int)`, `create_model("Filter", …)`, `constr(…)`, `conlist(str)`. */
export function callText({ func, args, keywords }: CallV): string {
  const name = shortTypeName(externalName(func) ?? "");
  const plain = constrainedTypes[name];
  if (plain !== undefined) {
    const item = args[0] ?? keywords.get("item_type");
    const isCollection = ["list", "set", "frozenset"].includes(plain);
    return isCollection && item !== undefined ? `${plain}[${typeText(item)}]` : plain;
  }
  return textOf(args[0]) ?? "Unknown";
}
