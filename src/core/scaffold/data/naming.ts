import { isKeyword } from "../../python/keywords";
import { isBuiltin } from "./reserved";

/** The names of one thing in their forms. */
export interface Names {
  /** The folder, the table and the variable of several: `order_items`. */
  readonly name: string;
  /** One of several, in names of files: `order_item`. */
  readonly single: string;
  /** `OrderItem`. */
  readonly className: string;
  /** A variable that holds one: `order_item`, or `session_record` where the code has another `session`. */
  readonly variable: string;
  /** `ORDER_ITEM`, for constants. */
  readonly constant: string;
  /** In a sentence: `order item`. */
  readonly words: string;
  /** `an order item`. */
  readonly article: string;
  /** `order items`. */
  readonly plural: string;
  /** The first part of its URLs: `order-items`. */
  readonly path: string;
}

/** Names that the code of a module uses for other things; a variable or class of such a name gets a word more. */
const usedVariables = new Set(
  (
    "session page data request response status filters service repository settings uuid router limit cursor query row " +
    "client number body schema model column error result statement version"
  ).split(" "),
);
const usedClasses = new Set(
  (
    "Base BaseModelMixin SoftDeleteMixin Data List Schema Index Enum Boolean Date DateTime Decimal Field Query Depends Literal Annotated Sequence " +
    "Page Text String Integer Float Numeric Uuid JSON JsonValue ForeignKey Mapped Select Int32 Int64 Number Omittable " +
    "UtcDatetime UUID Request Response Any Cursor Session Service Repository None True False Generic Error Exception"
  ).split(" "),
);

/** The forms of a module's name. @param name a Python identifier in snake case, a plural as a rule */
export function namesOf(name: string): Names {
  const single = singularOf(name);
  const pascal = pascalOf(single);
  const isUsed = usedVariables.has(single) || isKeyword(single) || isBuiltin(single);
  const words = single.replaceAll("_", " ").trim();
  return {
    name,
    single,
    className: usedClasses.has(pascal) ? `${pascal}Record` : pascal,
    variable: isUsed ? `${single}_record` : single,
    constant: single.toUpperCase(),
    words,
    article: `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`,
    plural: name.replaceAll("_", " ").trim(),
    path: name.replaceAll("_", "-"),
  };
}

/** `order_item` as `OrderItem`. */
export function pascalOf(name: string): string {
  return name
    .split("_")
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
}

/** The singular of an English noun, as far as its ending tells. */
export function singularOf(noun: string): string {
  if (/[^aeiou]ies$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh|status|bus|bonus|alias)es$/.test(noun)) return noun.slice(0, -2);
  if (/(?:us|is|ss|news|series|species|alias)$/.test(noun)) return noun;
  return noun.endsWith("s") && noun.length > 2 ? noun.slice(0, -1) : noun;
}
