import type { FieldDefault, FieldType } from "./field";
import { FieldError, type Word } from "./scanner";

/** The default that a text stands for in a field of a type. */
export function fieldDefault(
  word: Word & { readonly quoted: boolean },
  type: FieldType,
  nullable: boolean,
): FieldDefault {
  const { text, start, end } = word;
  if (text === "" && !word.quoted) {
    throw new FieldError("The default is missing behind “=”.", start, Math.max(end, start));
  }
  if (text === "null" && !word.quoted && nullable) return { kind: "literal", value: null };
  if (text === "now" && (type.kind === "datetime" || type.kind === "date")) return { kind: "now" };
  const value = literal(text, type);
  if (value !== undefined) return { kind: "literal", value };
  throw new FieldError(`“${text}” is no default for this type: ${expected(type)}.`, start, end);
}

function literal(text: string, type: FieldType): string | number | boolean | undefined {
  switch (type.kind) {
    case "str":
      return type.length !== undefined && text.length > type.length ? undefined : text;
    case "text":
      return text;
    case "enum":
      return type.values.includes(text) ? text : undefined;
    case "int":
    case "bigint":
      return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
    case "float":
      return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;
    case "decimal":
      return isDecimal(text, type) ? text : undefined;
    case "bool":
      return /^(?:true|false)$/i.test(text) ? /^t/i.test(text) : undefined;
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text) ? text : undefined;
    case "datetime":
      return /^\d{4}-\d\d-\d\dT/.test(text) && isDate(text) ? text : undefined;
    case "uuid":
      return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text : undefined;
    case "json":
      return text === "{}" ? text : undefined;
    case "list":
      return text === "[]" ? text : undefined;
    case "ref":
      return undefined;
  }
}

function isDecimal(text: string, type: Extract<FieldType, { kind: "decimal" }>): boolean {
  const [, before = "", after = ""] = /^[+-]?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (before === "") return false;
  return (
    before.replace(/^0+/, "").length <= type.precision - type.scale && after.length <= type.scale
  );
}

function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

function expected(type: FieldType): string {
  switch (type.kind) {
    case "str":
      return `a text of at most ${type.length} characters`;
    case "text":
      return "a text";
    case "enum":
      return `one of ${type.values.join(", ")}`;
    case "int":
    case "bigint":
      return "a whole number";
    case "float":
      return "a number";
    case "decimal":
      return `a number of ${type.precision} digits, ${type.scale} of them behind the point`;
    case "bool":
      return "true or false";
    case "date":
      return "a date such as 2026-01-15, or now";
    case "datetime":
      return "a time such as 2026-01-15T10:30:00Z, or now";
    case "uuid":
      return "a UUID";
    case "json":
      return "{}";
    case "list":
      return "[]";
    case "ref":
      return "a reference has none but null, where it is nullable";
  }
}
