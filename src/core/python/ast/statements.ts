import type { Expression, Name, Operator } from "./expressions";
import type { Alias, Arguments, Keyword, WithItem } from "./parts";
import type { MatchCase } from "./patterns";
import type { Positioned } from "./position";
import type { TypeParam } from "./typeParams";

/** CPython's `stmt`. */
export type Statement =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

/** Where the name of a definition stands; as long as the text there, on one line. */
export interface Named {
  readonly nameLine: number;
  readonly nameCharacter: number;
}

interface Function extends Positioned, Named {
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParam[];
}

/** `def`; its position begins at `def`, after the decorators. */
export interface FunctionDef extends Function {
  readonly nodeType: "FunctionDef";
}

/** `async def`; its position begins at `async`. */
export interface AsyncFunctionDef extends Function {
  readonly nodeType: "AsyncFunctionDef";
}

/** `class`; its position begins at `class`, after the decorators. */
export interface ClassDef extends Positioned, Named {
  readonly nodeType: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParam[];
}

/** `return value`. */
export interface Return extends Positioned {
  readonly nodeType: "Return";
  readonly value: Expression | null;
}

/** `del targets`. */
export interface Delete extends Positioned {
  readonly nodeType: "Delete";
  readonly targets: readonly Expression[];
}

/** `targets[0] = targets[1] = value`. */
export interface Assign extends Positioned {
  readonly nodeType: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

/** `type name[type_params] = value`. */
export interface TypeAlias extends Positioned {
  readonly nodeType: "TypeAlias";
  readonly name: Name;
  readonly type_params: readonly TypeParam[];
  readonly value: Expression;
}

/** `target += value`. */
export interface AugAssign extends Positioned {
  readonly nodeType: "AugAssign";
  readonly target: Expression;
  readonly op: Operator;
  readonly value: Expression;
}

/** `target: annotation = value`. */
export interface AnnAssign extends Positioned {
  readonly nodeType: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** 1 when the target is a name that is not in parentheses. */
  readonly simple: 0 | 1;
}

interface Loop extends Positioned {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `for target in iter`. */
export interface For extends Loop {
  readonly nodeType: "For";
}

/** `async for target in iter`. */
export interface AsyncFor extends Loop {
  readonly nodeType: "AsyncFor";
}

/** `while test`. */
export interface While extends Positioned {
  readonly nodeType: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** `if test`; an `elif` is an `If` that is alone in `orelse`. */
export interface If extends Positioned {
  readonly nodeType: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

interface WithBlock extends Positioned {
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

/** `with items`. */
export interface With extends WithBlock {
  readonly nodeType: "With";
}

/** `async with items`. */
export interface AsyncWith extends WithBlock {
  readonly nodeType: "AsyncWith";
}

/** `match subject`. */
export interface Match extends Positioned {
  readonly nodeType: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

/** `raise exc from cause`. */
export interface Raise extends Positioned {
  readonly nodeType: "Raise";
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

interface TryBlock extends Positioned {
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

/** `try` with `except`. */
export interface Try extends TryBlock {
  readonly nodeType: "Try";
}

/** `try` with `except*`. */
export interface TryStar extends TryBlock {
  readonly nodeType: "TryStar";
}

/** `except type as name`. It is no statement of its own. */
export interface ExceptHandler extends Positioned {
  readonly nodeType: "ExceptHandler";
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

/** `assert test, msg`. */
export interface Assert extends Positioned {
  readonly nodeType: "Assert";
  readonly test: Expression;
  readonly msg: Expression | null;
}

/** `import names`. */
export interface Import extends Positioned {
  readonly nodeType: "Import";
  readonly names: readonly Alias[];
}

/** `from ..module import names`; `level` counts the dots, `module` is `null` when nothing follows them. */
export interface ImportFrom extends Positioned {
  readonly nodeType: "ImportFrom";
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}

/** `global names`. */
export interface Global extends Positioned {
  readonly nodeType: "Global";
  readonly names: readonly string[];
}

/** `nonlocal names`. */
export interface Nonlocal extends Positioned {
  readonly nodeType: "Nonlocal";
  readonly names: readonly string[];
}

/** An expression that stands as a statement: a call, a docstring. */
export interface Expr extends Positioned {
  readonly nodeType: "Expr";
  readonly value: Expression;
}

/** `pass`. */
export interface Pass extends Positioned {
  readonly nodeType: "Pass";
}

/** `break`. */
export interface Break extends Positioned {
  readonly nodeType: "Break";
}

/** `continue`. */
export interface Continue extends Positioned {
  readonly nodeType: "Continue";
}
