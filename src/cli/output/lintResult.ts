import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BaselinedFinding } from "../../core/rules/baseline/matchBaseline";
import type { Finding } from "../../core/rules/finding";
import type { SuppressedFinding } from "../../core/rules/suppressions/applySuppressions";
import type { Range } from "../../core/text/range";
import { placeOf } from "./place";

/** What `lint` found, as its outputs print it. */
export interface LintResult {
  /** Absolute. */
  readonly root: string;
  readonly files: readonly LintedFile[];
  /** Places that could not be read at all. */
  readonly errors: readonly FileError[];
  readonly milliseconds: number;
}

/** Why a file, or a rule over it, could not be judged. */
export interface FileError {
  readonly path: string;
  readonly message: string;
  /** Where in the file, for what is no Python. */
  readonly range?: Range;
}

/** One file of it. */
export interface LintedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly document: TextDocument | undefined;
  readonly findings: readonly Finding[];
  /** What comments silence. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What the baseline knows. */
  readonly baselined: readonly BaselinedFinding[];
  readonly errors: readonly string[];
  /** What of it is no Python. */
  readonly syntaxErrors: readonly Range[];
  readonly lines: number;
}

/** Everything that could not be judged. */
export function errorsOf({ files, errors }: LintResult): readonly FileError[] {
  const own = files.flatMap(({ path, errors: messages, syntaxErrors: [range] }): FileError[] => [
    ...(range === undefined ? [] : [{ path, message: noPython, range }]),
    ...messages.map((message) => ({ path, message })),
  ]);
  return [...errors, ...own];
}

/** Said once of a file, at the first such place: those behind it mostly follow from it. */
const noPython =
  "this is no Python: what stands here is not judged, and nothing in the file is fixed";

/** An error with its place in its words, where there is nowhere else to say it. */
export function placedMessage({ message, range }: FileError): string {
  if (range === undefined) return message;
  const { line, column } = placeOf(range);
  return `line ${line}, column ${column}: ${message}`;
}
