/** A table of a document from outside; empty for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  const isTable = typeof value === "object" && value !== null && !Array.isArray(value);
  return isTable ? Object.fromEntries(Object.entries(value)) : {};
}

/** A list of a document from outside; empty for anything else. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text of a document from outside. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
