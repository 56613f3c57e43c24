/** A place in a text: zero-based line, and character counted in UTF-16 units (LSP's `Position`). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A half-open stretch of a text (LSP's `Range`). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A place in a document of the workspace (LSP's `Location`). */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}

/** Builds a range from its four numbers. */
export function range(
  line: number,
  character: number,
  endLine: number,
  endCharacter: number,
): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** Orders positions as they stand in a text; negative when `a` is first. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether the two ranges share a place; ranges that only touch do. */
export function rangesTouch(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** Whether `inner` lies within `outer`, borders included. */
export function rangeContains(outer: Range, inner: Range): boolean {
  return (
    comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0
  );
}
