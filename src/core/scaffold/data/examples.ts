import type { Field, FieldType } from "../../fields/field";
import { stringLiteral } from "../../python/edit/stringLiteral";

/** The first or second of two JSON values that a field takes, as Python. */
export function exampleOf(field: Field, which: 1 | 2): string {
  return jsonExample(field.type, field.name, which);
}

function jsonExample(type: FieldType, name: string, which: 1 | 2): string {
  switch (type.kind) {
    case "str":
    case "text": {
      const words = `${which === 1 ? "first" : "second"} ${name.replaceAll("_", " ")}`;
      const length = type.kind === "str" ? type.length : undefined;
      return stringLiteral((length ?? 99) < words.length ? ("ab"[which - 1] ?? "a") : words);
    }
    case "int":
    case "bigint":
      return String(which);
    case "float":
      return `${which}.5`;
    case "decimal":
      return `"${decimalExample(type, which)}"`;
    case "bool":
      return which === 1 ? "True" : "False";
    case "date":
      return `"2026-01-0${which}"`;
    case "datetime":
      return `"2026-01-0${which}T10:30:00Z"`;
    case "uuid":
      return `"0190a6f0-0000-7000-8000-00000000000${which}"`;
    case "enum":
      return stringLiteral((which === 1 ? type.values[0] : type.values.at(-1)) ?? "");
    case "json":
      return `{"key": ${which}}`;
    case "list":
      return `[${jsonExample(type.of, name, which)}]`;
    case "ref":
      return "";
  }
}

function decimalExample(
  { precision, scale }: Extract<FieldType, { kind: "decimal" }>,
  which: number,
): string {
  const whole = precision > scale ? String(which) : "0";
  if (scale === 0) return whole;
  return `${whole}.${String(which).padStart(scale, "0")}`;
}

/** A JSON value that differs for each `number`, as Python; empty where the type has too few values. */
export function numberedOf({ name, type }: Field): string {
  switch (type.kind) {
    case "str":
    case "text": {
      const words = name.replaceAll("_", " ");
      const length = type.kind === "str" ? (type.length ?? 255) : 255;
      if (length >= words.length + 8) return `f"${words} {number}"`;
      return length >= 4 ? "str(number)" : "";
    }
    case "int":
    case "bigint":
      return "number";
    case "decimal": {
      const digits = type.precision - type.scale;
      if (digits < 4) return "";
      return type.scale === 0 ? "str(number)" : `f"{number}.${"0".repeat(type.scale)}"`;
    }
    case "date":
      return "(dt.date(2026, 1, 1) + dt.timedelta(days=number)).isoformat()";
    case "datetime":
      return `f"2026-01-01T10:{number // 60:02d}:{number % 60:02d}Z"`;
    case "uuid":
      return `f"0190a6f0-0000-7000-8000-{number:012d}"`;
    default:
      return "";
  }
}
