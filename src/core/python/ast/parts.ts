import type { Expression } from "./expressions";
import type { Positioned } from "./position";

/** The parameters of a function or `lambda` (CPython's `arguments`). It has no position. */
export interface Arguments {
  readonly nodeType: "arguments";
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One for each of `kwonlyargs`; `null` for a required one. */
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  /** Those of the last parameters of `posonlyargs` and `args`. */
  readonly defaults: readonly Expression[];
}

/** One parameter (CPython's `arg`); its default is with `Arguments`. */
export interface Arg extends Positioned {
  readonly nodeType: "arg";
  readonly arg: string;
  readonly annotation: Expression | null;
}

/** `arg=value` in a call or in a class's bases (CPython's `keyword`); `arg` is `null` for `**value`. */
export interface Keyword extends Positioned {
  readonly nodeType: "keyword";
  readonly arg: string | null;
  readonly value: Expression;
}

/** `name as asname` in an import (CPython's `alias`); `name` is dotted, or `*`. */
export interface Alias extends Positioned {
  readonly nodeType: "alias";
  readonly name: string;
  readonly asname: string | null;
}

/** `context_expr as optional_vars` in a `with` (CPython's `withitem`). It has no position. */
export interface WithItem {
  readonly nodeType: "withitem";
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

/** `for target in iter if ifs[0] if ifs[1]` (CPython's `comprehension`). It has no position. */
export interface Comprehension {
  readonly nodeType: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  /** 1 for `async for`. */
  readonly is_async: 0 | 1;
}
