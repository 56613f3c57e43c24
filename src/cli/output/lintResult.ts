import type { Finding } from "../../core/rules/finding";

/** What `lint` found, as its outputs print it. */
export interface LintResult {
  /** Absolute. */
  readonly root: string;
  readonly files: readonly LintedFile[];
  /** Places that could not be read at all. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  readonly milliseconds: number;
}

/** One file of it. */
export interface LintedFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** How many findings comments silence. */
  readonly suppressed: number;
  readonly errors: readonly string[];
  readonly lines: number;
}
