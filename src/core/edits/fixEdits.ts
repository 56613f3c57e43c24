import { comparePositions, type Position } from "../text/range";
import type { TextEdit } from "./plan";

/**
 * Lines that a fix adds at a place where other fixes may add lines, too (a constant after the imports): what stands
 * around them is written once for all of them.
 */
export interface LineInsertion {
  readonly at: Position;
  /** The lines, without a line break at either end. */
  readonly lines: string;
  /** Written before the first and after the last insertion at this place. */
  readonly lead: string;
  readonly trail: string;
}

/** What one fix does to the file of its finding. */
export interface FixEdits {
  readonly replacements: readonly TextEdit[];
  readonly insertions: readonly LineInsertion[];
}

/** The edits of several fixes as one set, and the positions in `fixes` of those that had to be left out. */
export interface MergedFixes {
  readonly edits: readonly TextEdit[];
  readonly conflicting: readonly number[];
}

/**
 * Merges fixes of one file into edits that can be applied together. A fix whose replacements overlap those of an
 * earlier one is left out whole; equal edits are kept once.
 * @param eol the line break of the file.
 */
export function mergeFixes(fixes: readonly FixEdits[], eol: string): MergedFixes {
  const replacements: TextEdit[] = [];
  const insertions: LineInsertion[] = [];
  const conflicting: number[] = [];
  fixes.forEach((fix, index) => {
    const fresh = fix.replacements.filter((edit) => !replacements.some((kept) => same(kept, edit)));
    if (fresh.some((edit) => replacements.some((kept) => conflict(kept, edit)))) {
      conflicting.push(index);
      return;
    }
    replacements.push(...fresh);
    for (const insertion of fix.insertions) {
      if (!insertions.some((kept) => sameInsertion(kept, insertion))) insertions.push(insertion);
    }
  });
  const edits = [...replacements, ...joinInsertions(insertions, eol)];
  edits.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return { edits, conflicting };
}

function joinInsertions(insertions: readonly LineInsertion[], eol: string): TextEdit[] {
  const places = new Map<string, LineInsertion[]>();
  for (const insertion of insertions) {
    const key = `${insertion.at.line}:${insertion.at.character}`;
    places.set(key, [...(places.get(key) ?? []), insertion]);
  }
  return [...places.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lines = group.map((insertion) => insertion.lines).join("\n");
    const newText = `${first.lead}${lines}${first.trail}`.replaceAll("\n", eol);
    return [{ range: { start: first.at, end: first.at }, newText }];
  });
}

function same(a: TextEdit, b: TextEdit): boolean {
  return (
    a.newText === b.newText &&
    comparePositions(a.range.start, b.range.start) === 0 &&
    comparePositions(a.range.end, b.range.end) === 0
  );
}

function sameInsertion(a: LineInsertion, b: LineInsertion): boolean {
  return a.lines === b.lines && comparePositions(a.at, b.at) === 0;
}

function conflict(a: TextEdit, b: TextEdit): boolean {
  const apart =
    comparePositions(a.range.end, b.range.start) <= 0 ||
    comparePositions(b.range.end, a.range.start) <= 0;
  const sameStart = comparePositions(a.range.start, b.range.start) === 0;
  return !apart || sameStart;
}
