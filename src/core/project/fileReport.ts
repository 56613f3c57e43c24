import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FixBase } from "../edits/fixAll";
import type { BaselinedFinding } from "../rules/baseline/matchBaseline";
import type { Finding } from "../rules/finding";
import type { SuppressedFinding } from "../rules/suppressions/applySuppressions";
import type { Range } from "../text/range";

/** What the analysis says of one file. */
export interface FileReport {
  readonly path: string;
  readonly uri: string;
  readonly findings: readonly Finding[];
  /** What comments in the file silence. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What the baseline knows. */
  readonly baselined: readonly BaselinedFinding[];
  /** Why the file or a rule could not be judged. */
  readonly errors: readonly string[];
  /** What of it is no Python: nothing is judged there, and no fix is offered in the file. */
  readonly syntaxErrors: readonly Range[];
  readonly lines: number;
  /** The text that was judged. */
  readonly document: TextDocument | undefined;
  /** The texts that the findings' fixes were made for, by path. */
  readonly bases: ReadonlyMap<string, FixBase>;
}

/** The baseline that holds for a file. */
export interface BaselinePlace {
  readonly uri: string;
  /** Whether somebody named it: then it has to be there. */
  readonly isAsked: boolean;
  /** The folder that its paths are relative to, in the project. */
  readonly folder: string;
  /** The file's path in it. */
  readonly path: string;
}

/** A text, and what tells it from other versions of it. */
export interface SourceText {
  readonly document: TextDocument;
  readonly content: string;
}
