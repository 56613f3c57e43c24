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
  /** Imports come before whatever else is inserted at the same place. */
  readonly isImport?: true;
}

/** What one fix does to one file. */
export interface FixEdits {
  readonly replacements: readonly TextEdit[];
  readonly insertions: readonly LineInsertion[];
}

/** What one fix does to the files of the project, by their paths. */
export type FixedFiles = ReadonlyMap<string, FixEdits>;

/** The edits of several fixes as one set a file, and the positions in `fixes` of those that had to be left out. */
export interface MergedFixes {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly conflicting: readonly number[];
}

/**
 * Merges fixes into edits that can be applied together. A fix that replaces what an earlier one replaces in any file, or
 * inserts into, is left out whole, and so is the reverse; equal edits are kept once.
 * @param lineBreakOf the line break of a file
 */
export function mergeFixes(
  fixes: readonly FixedFiles[],
  lineBreakOf: (path: string) => string,
): MergedFixes {
  const merged = new Map<string, MergedFile>();
  const conflicting: number[] = [];
  fixes.forEach((fix, index) => {
    if ([...fix].some(([path, edits]) => merged.get(path)?.conflictsWith(edits))) {
      conflicting.push(index);
      return;
    }
    for (const [path, edits] of fix) {
      const file = merged.get(path) ?? new MergedFile();
      merged.set(path, file);
      file.add(edits);
    }
  });
  const edits = [...merged].map(([path, file]) => [path, file.edits(lineBreakOf(path))] as const);
  return { edits: new Map(edits), conflicting };
}

/** What the fixes taken so far do to one file. */
class MergedFile {
  private readonly replacements: TextEdit[] = [];
  private readonly insertions: LineInsertion[] = [];

  conflictsWith(fix: FixEdits): boolean {
    const fresh = this.fresh(fix);
    return (
      fresh.some((edit) => this.replacements.some((kept) => conflict(kept, edit))) ||
      fresh.some((edit) => this.insertions.some((kept) => isWithin(kept, edit))) ||
      fix.insertions.some((one) => this.replacements.some((kept) => isWithin(one, kept)))
    );
  }

  add(fix: FixEdits): void {
    this.replacements.push(...this.fresh(fix));
    for (const insertion of fix.insertions) {
      if (!this.insertions.some((kept) => sameInsertion(kept, insertion))) {
        this.insertions.push(insertion);
      }
    }
  }

  edits(lineBreak: string): readonly TextEdit[] {
    // The sort keeps an insertion before what is replaced from its place on: edits apply in this order.
    const edits = [...joinInsertions(this.insertions, lineBreak), ...this.replacements];
    return edits.sort((a, b) => comparePositions(a.range.start, b.range.start));
  }

  private fresh({ replacements }: FixEdits): readonly TextEdit[] {
    return replacements.filter((edit) => !this.replacements.some((kept) => same(kept, edit)));
  }
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
    const imports = group.filter(({ isImport }) => isImport);
    const others = group.filter(({ isImport }) => !isImport);
    const newText = `${block(imports)}${block(others)}`.replaceAll("\n", eol);
    return [{ range: { start: first.at, end: first.at }, newText }];
  });
}

function block(insertions: readonly LineInsertion[]): string {
  const [first] = insertions;
  if (first === undefined) return "";
  return `${first.lead}${insertions.map(({ lines }) => lines).join("\n")}${first.trail}`;
}

function isWithin({ at }: LineInsertion, { range: { start, end } }: TextEdit): boolean {
  return comparePositions(start, at) < 0 && comparePositions(at, end) < 0;
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
