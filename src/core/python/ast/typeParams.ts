import type { Expression } from "./expressions";
import type { Positioned } from "./position";

/** A type parameter of a `def`, `class` or `type` statement (CPython's `type_param`). */
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** `T`, `T: bound`, `T = default`. */
export interface TypeVar extends Positioned {
  readonly nodeType: "TypeVar";
  readonly name: string;
  readonly bound: Expression | null;
  readonly default_value: Expression | null;
}

/** `**P`. */
export interface ParamSpec extends Positioned {
  readonly nodeType: "ParamSpec";
  readonly name: string;
  readonly default_value: Expression | null;
}

/** `*Ts`. */
export interface TypeVarTuple extends Positioned {
  readonly nodeType: "TypeVarTuple";
  readonly name: string;
  readonly default_value: Expression | null;
}
