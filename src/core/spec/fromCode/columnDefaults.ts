import { conditionText } from "../../behaviour/conditionText";
import { dottedText } from "../../behaviour/place";
import { evaluate } from "../../evaluation/expressions";
import type { ClassV } from "../../evaluation/value";
import type { TableModel } from "../../frameworks/sqlalchemy/model";
import type { CodeBase } from "../../project/codeBase";
import type { Call, Expression } from "../../python/ast/nodes";

/** What a column has where nothing is given, as Python, as far as its class says it in a few words. */
export interface ColumnDefaults {
  readonly own: string | undefined;
  /** What the database gives. */
  readonly server: string | undefined;
}

/** The defaults of an attribute: `mapped_column(default=0)`, `Field(default_factory=uuid4)`, `x: int = 0` of SQLModel. */
export function columnDefaults(
  { class: own, bases }: TableModel,
  name: string,
  code: CodeBase,
): ColumnDefaults {
  const found = [...(own ? [own] : []), ...bases]
    .map((of) => ({ of, value: assignedIn(of.node.body, name) }))
    .find(({ value }) => value !== undefined);
  const { of, value } = found ?? {};
  if (of === undefined || value === undefined) return { own: undefined, server: undefined };
  if (value.nodeType !== "Call") return { own: shortText(value), server: undefined };
  const server = keyword(value, "server_default");
  return { own: ownDefault(value, of, code), server: server && serverText(server) };
}

function assignedIn(
  body: TableModel["bases"][number]["node"]["body"],
  name: string,
): Expression | undefined {
  for (const statement of body) {
    if (statement.nodeType === "AnnAssign" && isNamed(statement.target, name)) {
      return statement.value ?? undefined;
    }
    if (statement.nodeType === "Assign" && statement.targets.some((one) => isNamed(one, name))) {
      return statement.value;
    }
  }
  return undefined;
}

function isNamed(node: Expression, name: string): boolean {
  return node.nodeType === "Name" && node.id === name;
}

function keyword({ keywords }: Call, name: string): Expression | undefined {
  return keywords.find(({ arg }) => arg === name)?.value;
}

function ownDefault(call: Call, of: ClassV, code: CodeBase): string | undefined {
  const isField = /(?:^|\.)Field$/.test(dottedText(call.func) ?? "");
  const given =
    keyword(call, "default") ??
    keyword(call, "insert_default") ??
    (isField ? call.args[0] : undefined);
  const factory = keyword(call, "default_factory");
  if (given === undefined) return factory && madeText(factory);
  // What `Column` is given to call is called for each row.
  return given.nodeType === "Lambda" || (!isField && isCallable(given, of, code))
    ? madeText(given)
    : shortText(given);
}

/** Whether a name stands for a function or a class, as far as that is known. */
function isCallable(node: Expression, { scope }: ClassV, code: CodeBase): boolean {
  if (node.nodeType !== "Name" && node.nodeType !== "Attribute") return false;
  const value = evaluate(code.typeEvaluation(), node, scope);
  if (value.kind === "external") return /^[a-z_]/.test(value.name.split(".").at(-1) ?? "");
  return /^(?:function|bound|class)$/.test(value.kind);
}

/** What calling a function gives: `uuid4()`, the body of a lambda. */
function madeText(factory: Expression): string | undefined {
  if (factory.nodeType === "Lambda") return shortText(factory.body);
  const name = dottedText(factory);
  return name === undefined ? undefined : `${name}()`;
}

function serverText(node: Expression): string | undefined {
  const [only] = node.nodeType === "Call" ? node.args : [];
  const isText = node.nodeType === "Call" && /(?:^|\.)text$/.test(dottedText(node.func) ?? "");
  return shortText(isText && only ? only : node);
}

/** An expression that can be read at a glance; `undefined` for any other. */
function shortText(node: Expression): string | undefined {
  if (node.nodeType === "Constant" && node.value !== null && typeof node.value === "object") {
    return "ellipsis" in node.value ? undefined : conditionText(node);
  }
  if (node.nodeType === "List" && node.elts.length === 0) return "[]";
  if (node.nodeType === "Dict" && node.keys.length === 0) return "{}";
  if (node.nodeType === "Call" && node.keywords.length > 0) return undefined;
  if (!/^(?:Constant|Name|Attribute|Call|UnaryOp)$/.test(node.nodeType)) return undefined;
  const text = conditionText(node);
  return text.includes("…") || text === "..." ? undefined : text;
}
