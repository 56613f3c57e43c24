import type { Range } from "../text/range";

/** Replaces one stretch of a text (LSP's `TextEdit`). */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Edits of one file that exists. */
export interface FileEdit {
  readonly uri: string;
  /** Fingerprint of the text that the edits were made for; appliers refuse the plan when it differs. */
  readonly basis: string;
  readonly edits: readonly TextEdit[];
}

/** A file that does not exist yet. */
export interface FileCreation {
  readonly uri: string;
  readonly content: string;
}

/**
 * A change to the user's files as data: what every command of the core answers with. A host applies all of it in
 * one step or none of it, and never over a file that exists.
 */
export interface Plan {
  /** What the change does, as an undo label would say it. */
  readonly title: string;
  readonly creations: readonly FileCreation[];
  readonly edits: readonly FileEdit[];
}
