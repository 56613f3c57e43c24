import type { Field, FieldProblem } from "./field";
import { parseField } from "./parseField";

/** What is wrong with one of several fields. */
export interface FieldsProblem extends FieldProblem {
  /** Which of the texts. */
  readonly index: number;
}

/** Reads the fields of a model. A name that stands twice is a problem of the second. */
export function parseFields(texts: readonly string[]): {
  readonly fields: readonly Field[];
  readonly problems: readonly FieldsProblem[];
} {
  const fields = new Map<string, Field>();
  const problems: FieldsProblem[] = [];
  for (const [index, text] of texts.entries()) {
    const { field, problem } = parseField(text);
    if (problem !== undefined) problems.push({ ...problem, index });
    else if (fields.has(field.name)) {
      const start = text.indexOf(field.name);
      const message = `There is a field “${field.name}” already.`;
      problems.push({ message, start, end: start + field.name.length, index });
    } else fields.set(field.name, field);
  }
  return { fields: [...fields.values()], problems };
}
