import { ancestors } from "../../../evaluation/classes";
import { isSettings } from "../../../evaluation/fields";
import { type CallV, type ClassV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { methodName } from "../../../frameworks/callGraph";
import { classesOf } from "../../../frameworks/pydantic/classesOf";
import { isModel } from "../../../frameworks/pydantic/kinds";
import { libraryCall } from "../../../frameworks/sqlalchemy/library";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, ClassDef, Expression, PositionedNode } from "../../../python/ast/nodes";
import type { AnyRuleContext } from "../../rule";

/** A default that a class states for its rows or objects. */
export interface WrittenDefault {
  readonly value: Expression;
  readonly of: "column" | "field";
  /** What a fix replaces to state a callable instead, and what it writes before that. */
  readonly replaced: PositionedNode;
  readonly before: string;
  /** Whether the callable has to stand in a `Field(…)` of its own. */
  readonly isPlain: boolean;
  /** Whether the column's type gives each row a copy. */
  readonly isCopied: boolean;
}

const columnMakers: ReadonlySet<string> = new Set(["Column", "mapped_column", "unmapped_column"]);
const columnKeywords: ReadonlySet<string> = new Set(["default", "insert_default", "onupdate"]);

/** The defaults that a file states for columns and for fields of Pydantic and SQLModel. */
export function writtenDefaults({
  file,
  code,
  calls,
}: Pick<AnyRuleContext, "file" | "code" | "calls">): readonly WrittenDefault[] {
  const settings = new Set<Call>();
  const plain: WrittenDefault[] = [];
  for (const of of classesOf(code.run(file.path))) {
    if (of.path !== file.path || !isModel(of)) continue;
    // An object of settings is made once.
    if (settingsBases(code).has(of.node))
      for (const call of fieldCalls(of.node)) settings.add(call);
    else plain.push(...plainDefaults(of));
  }
  const stated = [...calls].flatMap(([node, [call]]) =>
    call === undefined || settings.has(node) ? [] : statedDefaults(node, call),
  );
  return [...stated, ...plain];
}

/** The settings classes of a code base and what they inherit, by their nodes. */
function settingsBases(code: CodeBase): ReadonlySet<object> {
  return code.queries.get("classes of settings and their bases", () => {
    const own = backend.runs(code).flatMap(classesOf).filter(isSettings);
    return new Set(
      own.flatMap(ancestors).flatMap((one) => (one.kind === "class" ? [one.node] : [])),
    );
  });
}

/** `Column(default=…)`, `mapped_column(onupdate=…)`, `Field(default=…)` */
function statedDefaults(node: Call, call: CallV): readonly WrittenDefault[] {
  const name = externalName(call.func) ?? "";
  if (/^(?:pydantic|sqlmodel)\.(?:\w+\.)*Field$/.test(name)) return fieldDefaults(node);
  const made = libraryCall(call);
  if (made === undefined || !columnMakers.has(made.name)) return [];
  const isCopied = [...made.args, ...made.keywords.values()].some(isMutableType);
  return node.keywords.flatMap(({ arg, value }): readonly WrittenDefault[] =>
    arg !== null && columnKeywords.has(arg)
      ? [{ ...column, value, replaced: value, isCopied }]
      : [],
  );
}

const column = { of: "column", before: "", isPlain: false } as const;

function fieldDefaults({ args: [first], keywords }: Call): readonly WrittenDefault[] {
  const field = {
    of: "field",
    before: "default_factory=",
    isPlain: false,
    isCopied: true,
  } as const;
  const own = keywords.find(({ arg }) => arg === "default");
  const found: WrittenDefault[] =
    own === undefined ? [] : [{ ...field, value: own.value, replaced: own }];
  if (first !== undefined) found.push({ ...field, value: first, replaced: first });
  const extra = keywords.find(({ arg }) => arg === "sa_column_kwargs")?.value;
  if (extra?.nodeType !== "Dict") return found;
  extra.keys.forEach((key, index) => {
    const value = extra.values[index];
    const isDefault = key?.nodeType === "Constant" && columnKeywords.has(String(key.value));
    if (isDefault && value) found.push({ ...column, value, replaced: value, isCopied: false });
  });
  return found;
}

/** `created_at: datetime = datetime.now()` */
function plainDefaults({ node }: ClassV): readonly WrittenDefault[] {
  return node.body.flatMap((statement): readonly WrittenDefault[] => {
    if (statement.nodeType !== "AnnAssign" || statement.target.nodeType !== "Name") return [];
    const { annotation, target, value } = statement;
    if (value === null || /^_|^model_config$/.test(target.id) || isClassVariable(annotation))
      return [];
    return [{ value, of: "field", replaced: value, before: "", isPlain: true, isCopied: true }];
  });
}

function isClassVariable(annotation: Expression): boolean {
  const outer = annotation.nodeType === "Subscript" ? annotation.value : annotation;
  const name =
    outer.nodeType === "Attribute" ? outer.attr : outer.nodeType === "Name" ? outer.id : "";
  return name === "ClassVar";
}

function fieldCalls({ body }: ClassDef): readonly Call[] {
  return body.flatMap((statement) =>
    statement.nodeType === "AnnAssign" && statement.value?.nodeType === "Call"
      ? [statement.value]
      : [],
  );
}

/** `MutableList.as_mutable(JSON)` makes a list of its own of what it is given. */
function isMutableType(type: Value): boolean {
  if (type.kind !== "call") return false;
  return methodName(type) === "as_mutable" || /\.as_mutable$/.test(externalName(type.func) ?? "");
}
