import type { PythonField } from "../../spec/document/pythonFence";

/**
 * A field of a spec's model in the field language. Its annotation says the type; the comment behind it what Python cannot
 * say: `at most 20 characters`, `12 digits, 2 behind the point`, `refers to users, on delete cascade`, `unique`, `indexed`,
 * `now unless given`. @returns `undefined` for a type that no column has
 */
export function fieldText(
  { name, annotation, value, literals }: PythonField,
  comment: string,
): string | undefined {
  const nullable = /\bNone\b/.test(annotation) || /^Optional\[/.test(annotation);
  const bare = annotation
    .replace(/^Mapped\[(.*)\]$/s, "$1")
    .replace(/^Optional\[(.*)\]$/s, "$1")
    .replace(/\s*\|\s*None\b|\bNone\s*\|\s*/g, "")
    .trim();
  const values = literals.map((one) => one.value);
  const type = typeText(bare, comment, values);
  if (type === undefined) return undefined;
  const modifiers = [
    /\bunique\b/i.test(comment) ? " unique" : "",
    /\bindexed\b/i.test(comment) && !/\bunique\b/i.test(comment) ? " index" : "",
  ].join("");
  const isReference = type.startsWith("ref(");
  const column = isReference ? name.replace(/_id$/, "") : name;
  const given = defaultText(value, comment, bare);
  return `${column}:${type}${nullable ? "?" : ""}${given}${modifiers}`;
}

function typeText(bare: string, comment: string, values: readonly string[]): string | undefined {
  const [, target] = /\brefers to `?([a-z][a-z0-9_]*)/.exec(comment) ?? [];
  if (target !== undefined) {
    const [, action] = /\bon delete (cascade|restrict|null|set null)\b/i.exec(comment) ?? [];
    const onDelete = action === undefined ? "" : `, ${action.toLowerCase().replace("set ", "")}`;
    return `ref(${target}${onDelete})`;
  }
  if (values.length > 0) return `enum(${values.join(",")})`;
  const [, digits = "12", places = "2"] =
    /(\d+) digits, (\d+) behind the point/.exec(comment) ?? [];
  const [, length] = /\bat most (\d+) characters\b/.exec(comment) ?? [];
  const [, of] = /^(?:list|List|Sequence)\[(.+)\]$/.exec(bare) ?? [];
  if (of !== undefined) {
    const inner = typeText(of, "", []);
    return inner && `list(${inner})`;
  }
  if (/^(?:dict|Dict|Mapping)\b/.test(bare)) return "json";
  if (bare === "str") return length === undefined ? "text" : `str(${length})`;
  if (bare === "Decimal") return `decimal(${digits},${places})`;
  const plain: Readonly<Record<string, string>> = {
    int: /\bbig\b|64 bit/i.test(comment) ? "bigint" : "int",
    float: "float",
    bool: "bool",
    UUID: "uuid",
    date: "date",
    "dt.date": "date",
    "datetime.date": "date",
    datetime: "datetime",
    "dt.datetime": "datetime",
    "datetime.datetime": "datetime",
  };
  return plain[bare];
}

function defaultText(value: string | undefined, comment: string, bare: string): string {
  if (/\bnow unless given\b/.test(comment)) return "=now";
  if (value === undefined || value === "None") return "";
  if (/default_factory=list|^\[\]$/.test(value)) return "=[]";
  if (/default_factory=dict|^\{\}$/.test(value)) return "={}";
  if (/^(?:True|False)$/.test(value)) return `=${value.toLowerCase()}`;
  const [, text] = /["']([^"']*)["']\)?$/.exec(value) ?? [];
  if (text !== undefined) return /\s|,/.test(text) ? `="${text}"` : `=${text}`;
  return /^-?\d+(?:\.\d+)?$/.test(value) && bare !== "bool" ? `=${value}` : "";
}
