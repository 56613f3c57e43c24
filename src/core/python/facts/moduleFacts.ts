import type { Range } from "../../text/range";
import type { Comment } from "../pythonFile";

/**
 * What one file says to the others: plain data that depends on that file's text alone, so that it can be cached by
 * content and sent between threads. It is kept for each top-level statement, so that an edit makes new facts only for
 * the statements it touches.
 */
export interface ModuleFacts {
  /** Lines of the text. */
  readonly lines: number;
  readonly comments: readonly Comment[];
  /** Stretches that are no Python. */
  readonly errors: readonly Range[];
  readonly statements: readonly StatementFacts[];
}

/** A top-level statement. */
export interface StatementFacts {
  /** The line it begins in, from zero. */
  readonly line: number;
  /** Its AST, for `decodeStatement`. */
  readonly code: Uint8Array;
  /** The names it binds in the module, in the order in which it does. */
  readonly bindings: readonly BindingFact[];
  /** The modules that it imports anywhere in it. */
  readonly imports: readonly ImportFact[];
}

/** Where in its statement a name is bound: in a branch that may not run, or for type checkers only. */
export type BindingBranch = "TYPE_CHECKING" | "body" | "otherwise" | null;

/** One name that a module gets. */
export type BindingFact = {
  readonly name: string;
  readonly branch: BindingBranch;
} & (
  | { readonly kind: "class" | "function" | "variable" }
  /** `from` is as in `ImportFact`; `attribute` is the name in that module, `null` for the module itself, `"*"` for all. */
  | { readonly kind: "import"; readonly from: ImportFact; readonly attribute: string | null }
);

/** A module as an import statement names it. */
export interface ImportFact {
  /** The dotted name; empty in `from . import x`. */
  readonly module: string;
  /** The dots before it. */
  readonly level: number;
}
