import type { Field } from "../../../fields/field";
import type { SpecContent } from "../../derive/content";
import type { SpecEvent } from "../../derive/operations";

/** An event as it is sent, with placeholders for values and without what must not leak. */
export function eventExample(
  { type, entity }: SpecEvent,
  { sensitive }: SpecContent,
): readonly string[] {
  const fields = type.endsWith(".deleted.v1")
    ? []
    : entity.fields.filter(({ name }) => !isSensitive(name, sensitive));
  const payload = fields.map(
    ({ name, ...field }) => `    ${JSON.stringify(name)}: ${example(field)}`,
  );
  return [
    "{",
    '  "event_id": "<UUID>",',
    `  "event_type": ${JSON.stringify(type)},`,
    '  "subject_id": "<UUID>",',
    '  "occurred_at": "<ISO 8601, UTC>",',
    '  "correlation_id": "<of the request>",',
    payload.length === 0 ? '  "payload": {}' : `  "payload": {\n${payload.join(",\n")}\n  }`,
    "}",
  ];
}

/** Whether a field's name is one of those that must not leak; case and separators do not count. */
export function isSensitive(name: string, sensitive: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return sensitive.some((one) => plain(one) === plain(name));
}

function example({ type }: Pick<Field, "type">): string {
  switch (type.kind) {
    case "enum":
      return JSON.stringify(type.values[0] ?? "");
    case "int":
    case "bigint":
    case "float":
      return "0";
    case "bool":
      return "false";
    case "json":
      return "{}";
    case "list":
      return "[]";
    case "decimal":
      return '"0"';
    case "str":
    case "text":
      return '"<text>"';
    case "date":
    case "datetime":
      return '"<ISO 8601>"';
    case "uuid":
    case "ref":
      return '"<UUID>"';
  }
}
