import { externalName, type Value } from "../../../evaluation/value";
import type { Call, Constant, Expression, JoinedStr } from "../../../python/ast/nodes";
import { isPositioned } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { lookUp, type Scope } from "../../../python/scopes/scope";
import type { AnyRuleContext } from "../../rule";

/** A message that is written where it is used. */
export interface MessageLiteral {
  /** The literal itself, or the whole concatenation. */
  readonly node: Constant | JoinedStr | Extract<Expression, { nodeType: "BinOp" }>;
  readonly scope: Scope;
}

/** Which strings count: any that says something, or only running text, where a name or a code may stand as well. */
type Wanted = "any" | "prose";

const messageKeys =
  /^(message|msg|detail|details|error|description|error_description|reason|title|text|hint)$/;

/**
 * The message literals that a value is made of: the string itself, `%`, `.format` or `+` over one, an f-string, the
 * values of a dict or list, both sides of a choice, what a local variable was given, what is handed to a function of
 * the project. Enum members, constants, `str(e)` and calls that translate are none.
 */
export function messageLiterals(
  value: Expression,
  scope: Scope,
  { file, calls }: Pick<AnyRuleContext, "file" | "calls">,
  wanted: Wanted,
): readonly MessageLiteral[] {
  const found: MessageLiteral[] = [];
  const visit = (node: Expression, strings: Wanted, depth: number): void => {
    switch (node.nodeType) {
      case "Constant":
        if (saysSomething(node, strings)) found.push({ node, scope });
        break;
      case "JoinedStr":
        if (
          node.values.some((part) => part.nodeType === "Constant" && saysSomething(part, "any"))
        ) {
          found.push({ node, scope });
        }
        break;
      case "BinOp":
        if (node.op === "Mod") visit(node.left, strings, depth);
        else if (node.op === "Add" && hasText(node)) found.push({ node, scope });
        break;
      case "IfExp":
        visit(node.body, strings, depth);
        visit(node.orelse, strings, depth);
        break;
      case "BoolOp":
        for (const side of node.values) visit(side, strings, depth);
        break;
      case "List":
      case "Tuple":
      case "Set":
        for (const item of node.elts) visit(item, strings === "any" ? "any" : "prose", depth);
        break;
      case "Dict":
        node.values.forEach((item, index) => {
          const key = node.keys[index];
          const name = key?.nodeType === "Constant" ? String(key.value) : "";
          if (messageKeys.test(name) || isDisplay(item)) visit(item, "prose", depth);
        });
        break;
      case "Call":
        visitCall(node, strings, depth);
        break;
      case "Name":
        for (const given of localValues(node.id, scope, file)) {
          // A variable's value is read once: it may be built from other variables, but not followed for ever.
          if (depth < 2) visit(given, strings, depth + 1);
        }
        break;
    }
  };
  const visitCall = (call: Call, strings: Wanted, depth: number): void => {
    const { func } = call;
    if (func.nodeType === "Attribute" && func.attr === "format") {
      if (func.value.nodeType === "Constant") visit(func.value, strings, depth);
      return;
    }
    const isDict = file.resolve(func, scope) === "builtins.dict";
    if (!isDict && !calls.get(call)?.some((one) => buildsBody(one.func))) return;
    for (const argument of call.args) visit(argument, "prose", depth);
    for (const { arg, value: given } of call.keywords) {
      if (arg !== null && (messageKeys.test(arg) || isDisplay(given))) visit(given, "prose", depth);
    }
  };
  visit(value, wanted, 0);
  return found;
}

function saysSomething({ value }: Constant, wanted: Wanted): boolean {
  if (typeof value !== "string") return false;
  return wanted === "any" ? /\p{L}/u.test(value) : /\p{L}\S*\s+\S*\p{L}/u.test(value.trim());
}

function isDisplay({ nodeType }: Expression): boolean {
  return nodeType === "Dict" || nodeType === "List" || nodeType === "Tuple";
}

/** Whether a chain of `+` has a literal in it that says something. */
function hasText(node: Expression): boolean {
  let current = node;
  while (current.nodeType === "BinOp" && current.op === "Add") {
    if (isText(current.right)) return true;
    current = current.left;
  }
  return isText(current);
}

function isText(node: Expression): boolean {
  return (
    (node.nodeType === "Constant" && saysSomething(node, "any")) ||
    (node.nodeType === "JoinedStr" &&
      node.values.some((part) => part.nodeType === "Constant" && saysSomething(part, "any")))
  );
}

/** Functions that put what they are given into an error's body: the project's own, and those that only wrap. */
function buildsBody(func: Value): boolean {
  if (func.kind === "class") return true;
  const called = func.kind === "bound" ? func.function : func;
  if (called.kind !== "function") {
    return externalName(func) === "fastapi.encoders.jsonable_encoder";
  }
  return !/^(_|_\w|t|tr|translate\w*|n?gettext(_lazy)?)$/.test(called.name);
}

/** What a local variable of a function is given, when every assignment to it is a plain one. */
function localValues(name: string, scope: Scope, file: PythonFile): readonly Expression[] {
  const found = lookUp(name, scope);
  if (found === undefined || found.scope.parent === undefined) return [];
  if (found.scope.node.nodeType === "ClassDef") return [];
  const values: Expression[] = [];
  for (const binding of found.bindings) {
    if (binding.kind !== "variable" || !isPositioned(binding.node)) return [];
    const statement = file.parent(binding.node);
    const isPlain =
      (statement?.nodeType === "Assign" && statement.targets.length === 1) ||
      statement?.nodeType === "AnnAssign";
    if (!isPlain) return [];
    if (statement.value !== null) values.push(statement.value);
  }
  return values;
}
