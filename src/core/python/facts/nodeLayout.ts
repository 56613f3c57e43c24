import type { NodeOf, NodeType } from "../ast/nodes";

/** All of a node but its class and its place. */
type StoredField<T extends NodeType> = Exclude<
  keyof NodeOf<T>,
  "nodeType" | "line" | "character" | "endLine" | "endCharacter"
> &
  string;

/**
 * Every property of each class of node, its place left out, in the order in which they are stored. The order of the
 * classes is their number in the store: a new class goes to the end, and any change makes old caches unreadable.
 */
export const nodeLayout: { readonly [T in NodeType]: readonly StoredField<T>[] } = {
  Module: ["body"],
  FunctionDef: functionFields(),
  AsyncFunctionDef: functionFields(),
  ClassDef: [
    "name",
    "nameLine",
    "nameCharacter",
    "decorator_list",
    "type_params",
    "bases",
    "keywords",
    "body",
  ],
  Return: ["value"],
  Delete: ["targets"],
  Assign: ["targets", "value"],
  TypeAlias: ["name", "type_params", "value"],
  AugAssign: ["target", "op", "value"],
  AnnAssign: ["target", "annotation", "value", "simple"],
  For: ["target", "iter", "body", "orelse"],
  AsyncFor: ["target", "iter", "body", "orelse"],
  While: ["test", "body", "orelse"],
  If: ["test", "body", "orelse"],
  With: ["items", "body"],
  AsyncWith: ["items", "body"],
  Match: ["subject", "cases"],
  Raise: ["exc", "cause"],
  Try: ["body", "handlers", "orelse", "finalbody"],
  TryStar: ["body", "handlers", "orelse", "finalbody"],
  Assert: ["test", "msg"],
  Import: ["names"],
  ImportFrom: ["module", "names", "level"],
  Global: ["names"],
  Nonlocal: ["names"],
  Expr: ["value"],
  Pass: [],
  Break: [],
  Continue: [],
  BoolOp: ["op", "values"],
  NamedExpr: ["target", "value"],
  BinOp: ["left", "op", "right"],
  UnaryOp: ["op", "operand"],
  Lambda: ["args", "body"],
  IfExp: ["body", "test", "orelse"],
  Dict: ["keys", "values"],
  Set: ["elts"],
  ListComp: ["elt", "generators"],
  SetComp: ["elt", "generators"],
  DictComp: ["key", "value", "generators"],
  GeneratorExp: ["elt", "generators"],
  Await: ["value"],
  Yield: ["value"],
  YieldFrom: ["value"],
  Compare: ["left", "ops", "comparators"],
  Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "conversion", "format_spec"],
  Interpolation: ["value", "str", "conversion", "format_spec"],
  JoinedStr: ["values"],
  TemplateStr: ["values"],
  Constant: ["value", "kind"],
  Attribute: ["value", "attr", "ctx"],
  Subscript: ["value", "slice", "ctx"],
  Starred: ["value", "ctx"],
  Name: ["id", "ctx"],
  List: ["elts", "ctx"],
  Tuple: ["elts", "ctx"],
  Slice: ["lower", "upper", "step"],
  comprehension: ["target", "iter", "ifs", "is_async"],
  ExceptHandler: ["type", "name", "body"],
  arguments: ["posonlyargs", "args", "vararg", "kwonlyargs", "kw_defaults", "kwarg", "defaults"],
  arg: ["arg", "annotation"],
  keyword: ["arg", "value"],
  alias: ["name", "asname"],
  withitem: ["context_expr", "optional_vars"],
  match_case: ["pattern", "guard", "body"],
  MatchValue: ["value"],
  MatchSingleton: ["value"],
  MatchSequence: ["patterns"],
  MatchMapping: ["keys", "patterns", "rest"],
  MatchClass: ["cls", "patterns", "kwd_attrs", "kwd_patterns"],
  MatchStar: ["name"],
  MatchAs: ["pattern", "name"],
  MatchOr: ["patterns"],
  TypeVar: ["name", "bound", "default_value"],
  ParamSpec: ["name", "default_value"],
  TypeVarTuple: ["name", "default_value"],
};

function functionFields(): readonly StoredField<"FunctionDef">[] {
  return [
    "name",
    "nameLine",
    "nameCharacter",
    "decorator_list",
    "type_params",
    "args",
    "returns",
    "body",
  ];
}

/** The classes by their number in the store. */
// The table has every class as a key, which its type cannot say of `Object.keys`.
export const nodeTypes = Object.keys(nodeLayout) as readonly NodeType[];

/** How the value of a property is stored: one of these, or `firstNode` and the number of a node's class. */
export const tag = {
  null: 0,
  list: 1,
  /** A string that was not seen before in the statement. */
  newString: 2,
  /** The number of a string that was. */
  string: 3,
  /** An integer from 0 on. */
  integer: 4,
  true: 5,
  false: 6,
  float: 7,
  complex: 8,
  bytes: 9,
  ellipsis: 10,
  bigint: 11,
  negative: 12,
  firstNode: 16,
} as const;
