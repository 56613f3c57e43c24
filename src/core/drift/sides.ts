import type { CodePlace } from "../behaviour/place";
import type { CodeBase } from "../project/codeBase";
import type { SpecDocument } from "../spec/document/specDocument";
import type { CodeFacts } from "../spec/fromCode/facts";
import type { Range } from "../text/range";
import type { CodeNames } from "./codeNames";

/** What is compared: a spec, and the code that it describes. */
export interface Sides {
  readonly spec: SpecDocument;
  readonly facts: CodeFacts;
  readonly code: CodeBase;
  /** The files of the code. */
  readonly files: readonly string[];
  readonly names: CodeNames;
}

/** Where the code would have what it lacks: its first service, or its first file. */
export function homeOf({ facts, files }: Sides): CodePlace {
  const [service] = facts.services;
  return service ?? { path: files[0] ?? facts.path, line: 1 };
}

/** What stands once at most; `undefined` of several. */
export function only<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}

/** The first character of a range's line up to the end of the range's first line, where a range spans several. */
export function firstLine(range: Range, { markdown }: SpecDocument): Range {
  if (range.end.line === range.start.line) return range;
  const { line } = range.start;
  return { start: range.start, end: { line, character: markdown.lines.line(line).length } };
}
