import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BaselinedFinding } from "../../core/rules/baseline/matchBaseline";
import type { Finding } from "../../core/rules/finding";
import type { SuppressedFinding } from "../../core/rules/suppressions/applySuppressions";

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
  readonly lines: number;
}

/** Everything that could not be judged. */
export function errorsOf({ files, errors }: LintResult): readonly FileError[] {
  const own = files.flatMap(({ path, errors: messages }) =>
    messages.map((message) => ({ path, message })),
  );
  return [...errors, ...own];
}
