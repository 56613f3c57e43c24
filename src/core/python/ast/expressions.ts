import type { Arguments, Comprehension, Keyword } from "./parts";
import type { Positioned } from "./position";

/** CPython's `expr`. Parentheses around an expression are not part of its position, but for tuples. */
export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | Interpolation
  | JoinedStr
  | TemplateStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

/** How a name, attribute, subscript, list, tuple or starred expression is used (CPython's `expr_context`). */
export type ExprContext = "Load" | "Store" | "Del";

/** CPython's `boolop`. */
export type BoolOperator = "And" | "Or";

/** CPython's `operator`. */
export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

/** CPython's `unaryop`. */
export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

/** CPython's `cmpop`. */
export type CompareOperator =
  | "Eq"
  | "NotEq"
  | "Lt"
  | "LtE"
  | "Gt"
  | "GtE"
  | "Is"
  | "IsNot"
  | "In"
  | "NotIn";

/** `a and b and c`. */
export interface BoolOp extends Positioned {
  readonly nodeType: "BoolOp";
  readonly op: BoolOperator;
  readonly values: readonly Expression[];
}

/** `target := value`. */
export interface NamedExpr extends Positioned {
  readonly nodeType: "NamedExpr";
  readonly target: Name;
  readonly value: Expression;
}

/** `left + right`. */
export interface BinOp extends Positioned {
  readonly nodeType: "BinOp";
  readonly left: Expression;
  readonly op: Operator;
  readonly right: Expression;
}

/** `-operand`, `not operand`. */
export interface UnaryOp extends Positioned {
  readonly nodeType: "UnaryOp";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}

/** `lambda args: body`. */
export interface Lambda extends Positioned {
  readonly nodeType: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}

/** `body if test else orelse`. */
export interface IfExp extends Positioned {
  readonly nodeType: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

/** `{key: value, **value}`; a key is `null` for `**value`. */
export interface Dict extends Positioned {
  readonly nodeType: "Dict";
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

/** `{a, b}`. */
export interface Set extends Positioned {
  readonly nodeType: "Set";
  readonly elts: readonly Expression[];
}

/** `[elt for …]`. */
export interface ListComp extends Positioned {
  readonly nodeType: "ListComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

/** `{elt for …}`. */
export interface SetComp extends Positioned {
  readonly nodeType: "SetComp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

/** `{key: value for …}`. */
export interface DictComp extends Positioned {
  readonly nodeType: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

/** `(elt for …)`; as the only argument of a call its position is that of the call's parentheses. */
export interface GeneratorExp extends Positioned {
  readonly nodeType: "GeneratorExp";
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

/** `await value`. */
export interface Await extends Positioned {
  readonly nodeType: "Await";
  readonly value: Expression;
}

/** `yield value`. */
export interface Yield extends Positioned {
  readonly nodeType: "Yield";
  readonly value: Expression | null;
}

/** `yield from value`. */
export interface YieldFrom extends Positioned {
  readonly nodeType: "YieldFrom";
  readonly value: Expression;
}

/** `left < comparators[0] < comparators[1]`. */
export interface Compare extends Positioned {
  readonly nodeType: "Compare";
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}

/** `func(*args, **keywords)`. */
export interface Call extends Positioned {
  readonly nodeType: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** `{value!conversion:format_spec}` in an f-string. */
export interface FormattedValue extends Positioned {
  readonly nodeType: "FormattedValue";
  readonly value: Expression;
  /** -1 for none, or the code of `s`, `r`, `a`. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

/** `{value!conversion:format_spec}` in a t-string. */
export interface Interpolation extends Positioned {
  readonly nodeType: "Interpolation";
  readonly value: Expression;
  /** The text of `value` as it is written. */
  readonly str: string;
  /** -1 for none, or the code of `s`, `r`, `a`. */
  readonly conversion: number;
  readonly format_spec: JoinedStr | null;
}

/** An f-string, or several strings side by side of which one is. */
export interface JoinedStr extends Positioned {
  readonly nodeType: "JoinedStr";
  /** `Constant` and `FormattedValue`. */
  readonly values: readonly Expression[];
}

/** A t-string. */
export interface TemplateStr extends Positioned {
  readonly nodeType: "TemplateStr";
  /** `Constant` and `Interpolation`. */
  readonly values: readonly Expression[];
}

/** What a `Constant` holds. Whole numbers are `number` where that is exact and `bigint` beyond. */
export type ConstantValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | FloatValue
  | ComplexValue
  | BytesValue
  | EllipsisValue;

/** `1.0`; apart from `number`, as the type of `1.0` is another than that of `1`. */
export interface FloatValue {
  readonly float: number;
}

/** `2j`, by its imaginary part; a literal has no other. */
export interface ComplexValue {
  readonly complex: number;
}

/** `b"…"`, each byte as the character of that code. */
export interface BytesValue {
  readonly bytes: string;
}

/** `...`. */
export interface EllipsisValue {
  readonly ellipsis: true;
}

/** A literal. */
export interface Constant extends Positioned {
  readonly nodeType: "Constant";
  readonly value: ConstantValue;
  /** `"u"` for `u"…"`. */
  readonly kind: "u" | null;
}

/** `value.attr`; the name is the last thing in its position. */
export interface Attribute extends Positioned {
  readonly nodeType: "Attribute";
  readonly value: Expression;
  readonly attr: string;
  readonly ctx: ExprContext;
}

/** `value[slice]`. */
export interface Subscript extends Positioned {
  readonly nodeType: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
  readonly ctx: ExprContext;
}

/** `*value`. */
export interface Starred extends Positioned {
  readonly nodeType: "Starred";
  readonly value: Expression;
  readonly ctx: ExprContext;
}

/** A variable, by its name in Unicode's NFKC form. */
export interface Name extends Positioned {
  readonly nodeType: "Name";
  readonly id: string;
  readonly ctx: ExprContext;
}

/** `[a, b]`. */
export interface List extends Positioned {
  readonly nodeType: "List";
  readonly elts: readonly Expression[];
  readonly ctx: ExprContext;
}

/** `a, b` or `(a, b)`; parentheses are part of the position where they are there. */
export interface Tuple extends Positioned {
  readonly nodeType: "Tuple";
  readonly elts: readonly Expression[];
  readonly ctx: ExprContext;
}

/** `lower:upper:step` within a subscript. */
export interface Slice extends Positioned {
  readonly nodeType: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}
