import type { Position, Range } from "../../text/range";

/** Something to be written at a place. */
export interface SpecCompletion {
  readonly label: string;
  readonly kind: "reference" | "value" | "row" | "section";
  /** What it stands for. */
  readonly detail: string;
  /** What it takes the place of. */
  readonly range: Range;
  /** In the form of an LSP snippet where it is a row. */
  readonly text: string;
}

/** The range of the word before a place; a word may hold points and hyphens, as IDs and event types do. */
export function wordBefore({ line, character }: Position, before: string): Range {
  const word = /[\p{L}\p{N}_.-]*$/u.exec(before)?.[0] ?? "";
  return { start: { line, character: character - word.length }, end: { line, character } };
}
