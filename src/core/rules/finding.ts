import type { FixEdits, FixedFiles } from "../edits/fixEdits";
import type { Location, Range } from "../text/range";

/** How much a finding matters, worst first (the names of the configuration file). */
export const severities = ["error", "warning", "info", "hint"] as const;
export type Severity = (typeof severities)[number];

/** Whether a fix keeps behaviour, contract and schema of the user's program (`safe`) or may not. */
export type FixSafety = "safe" | "unsafe";

/** How a finding can be mended. */
export interface Fix {
  readonly safety: FixSafety;
  /** What the light bulb says. */
  readonly title: string;
  /** What it does to the finding's file. */
  readonly edits: FixEdits;
  /** What it does to other files, by their paths in the project. */
  readonly elsewhere?: FixedFiles;
}

/** Another place that a finding's message speaks of. */
export interface RelatedPlace {
  readonly location: Location;
  readonly message: string;
}

/** One place of a file that a rule objects to. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly fix: Fix | undefined;
}

/** Orders findings as they are reported: by place, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
