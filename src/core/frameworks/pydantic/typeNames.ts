import { nameTable } from "../../text/nameTable";

/**
 * Names of `typing` that are written as the built-in type since Python 3.9
 * (https://docs.python.org/3/library/typing.html#deprecated-aliases).
 */
const builtinNames: Readonly<Record<string, string>> = nameTable({
  List: "list",
  Dict: "dict",
  Set: "set",
  FrozenSet: "frozenset",
  Tuple: "tuple",
  Type: "type",
});

/** How a type from outside the project is called: the last part of its dotted name. */
export function shortTypeName(dotted: string): string {
  const last = dotted.slice(dotted.lastIndexOf(".") + 1);
  return isTyping(dotted) ? (builtinNames[last] ?? last) : last;
}

/** What a subscript of a name from `typing` means for its text. */
export type TypingForm = "optional" | "union" | "literal" | "first" | "plain";

const forms: Readonly<Record<string, TypingForm>> = nameTable({
  Optional: "optional",
  Union: "union",
  Literal: "literal",
  Annotated: "first",
  ClassVar: "first",
  Final: "first",
  Required: "first",
  NotRequired: "first",
  ReadOnly: "first",
});

/** What `name[…]` means, by the dotted name. */
export function typingForm(dotted: string | undefined): TypingForm {
  if (dotted === "dataclasses.InitVar") return "first";
  if (dotted === undefined || !isTyping(dotted)) return "plain";
  return forms[dotted.slice(dotted.lastIndexOf(".") + 1)] ?? "plain";
}

function isTyping(dotted: string): boolean {
  return dotted.startsWith("typing.") || dotted.startsWith("typing_extensions.");
}

/**
 * Pydantic's functions that make a type with constraints, with the type they stand for
 * (https://docs.pydantic.dev/latest/api/types/); of `con…` collections the items are the first argument.
 */
export const constrainedTypes: Readonly<Record<string, string>> = {
  constr: "str",
  conint: "int",
  confloat: "float",
  condecimal: "Decimal",
  conbytes: "bytes",
  condate: "date",
  conlist: "list",
  conset: "set",
  confrozenset: "frozenset",
};

/** Types joined by `|`, each once and `None` last. */
export function unionText(members: readonly string[]): string {
  const suffix = " | None";
  const others = members.map((one) => (one.endsWith(suffix) ? one.slice(0, -suffix.length) : one));
  const all = [...new Set(others.filter((one) => one !== "None"))];
  const isNullable = members.some((one) => one === "None" || one.endsWith(suffix));
  return [...all, ...(isNullable ? ["None"] : [])].join(" | ");
}
