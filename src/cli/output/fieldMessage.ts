import type { FieldsProblem } from "../../core/fields/parseFields";

/** The message with the field below it, and what is wrong in it underlined. @param where the field's file and line */
export function fieldMessage(
  text: string,
  { message, start, end }: FieldsProblem,
  where?: string,
): string {
  const place = where === undefined ? "" : `${where}:${start + 1}: `;
  const line = `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}`;
  return `${place}${message}\n  ${text}\n  ${line}`;
}
