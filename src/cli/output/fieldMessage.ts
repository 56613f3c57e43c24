import type { FieldProblem } from "../../core/fields/field";

/** The message with a field or path below it, and what is wrong in it underlined. @param where its file and line */
export function fieldMessage(
  text: string,
  { message, start, end }: FieldProblem,
  where?: string,
): string {
  const place = where === undefined ? "" : `${where}:${start + 1}: `;
  const line = `${" ".repeat(start)}${"^".repeat(Math.max(1, end - start))}`;
  return `${place}${message}\n  ${text}\n  ${line}`;
}
