import type { Expression } from "./expressions";
import type { Positioned } from "./position";
import type { Statement } from "./statements";

/** `case pattern if guard: body` (CPython's `match_case`). It has no position. */
export interface MatchCase {
  readonly nodeType: "match_case";
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

/** What a `case` matches against (CPython's `pattern`). */
export type Pattern =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

/** A literal or a dotted name, compared by equality. */
export interface MatchValue extends Positioned {
  readonly nodeType: "MatchValue";
  readonly value: Expression;
}

/** `None`, `True`, `False`, compared by identity. */
export interface MatchSingleton extends Positioned {
  readonly nodeType: "MatchSingleton";
  readonly value: boolean | null;
}

/** `[a, b]`, `(a, b)`, `a, b`. */
export interface MatchSequence extends Positioned {
  readonly nodeType: "MatchSequence";
  readonly patterns: readonly Pattern[];
}

/** `{key: pattern, **rest}`. */
export interface MatchMapping extends Positioned {
  readonly nodeType: "MatchMapping";
  readonly keys: readonly Expression[];
  readonly patterns: readonly Pattern[];
  readonly rest: string | null;
}

/** `Class(pattern, attribute=pattern)`. */
export interface MatchClass extends Positioned {
  readonly nodeType: "MatchClass";
  readonly cls: Expression;
  readonly patterns: readonly Pattern[];
  readonly kwd_attrs: readonly string[];
  readonly kwd_patterns: readonly Pattern[];
}

/** `*name`; `name` is `null` for `*_`. */
export interface MatchStar extends Positioned {
  readonly nodeType: "MatchStar";
  readonly name: string | null;
}

/** `pattern as name`, `name`, or `_` with both `null`. */
export interface MatchAs extends Positioned {
  readonly nodeType: "MatchAs";
  readonly pattern: Pattern | null;
  readonly name: string | null;
}

/** `a | b`. */
export interface MatchOr extends Positioned {
  readonly nodeType: "MatchOr";
  readonly patterns: readonly Pattern[];
}
