import type { Field } from "../../../fields/field";
import type { SpecContent } from "../../derive/content";
import type { SpecEvent } from "../../derive/operations";
import { plain } from "../../document/cells";
import { fieldKey, sensitiveFields } from "../../document/sensitive";

/** An event as it is sent, with placeholders for values and without what must not leak. */
export function eventExample(
  { type, entity }: SpecEvent,
  { sensitive }: SpecContent,
): readonly string[] {
  const fields = type.endsWith(".deleted.v1")
    ? []
    : entity.fields.filter(({ name }) => !isSensitive(name, sensitive, entity.className));
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

/** Whether a field is one of those that must not leak. @param owner its model, where that is known */
export function isSensitive(field: string, sensitive: readonly string[], owner?: string): boolean {
  const key = fieldKey(field);
  return sensitive
    .flatMap(sensitiveFields)
    .some((one) => one.name === key && (!one.owner || !owner || one.owner === plain(owner)));
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
