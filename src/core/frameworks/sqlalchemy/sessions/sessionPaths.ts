import { memberOf } from "../../../evaluation/classes";
import type { ClassV, FunctionV } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { dottedName } from "../../../python/scopes/build";

/**
 * How a function names a session, from a name of its own on: `["db"]`, `["self", "session"]`. What an object's `__init__`
 * was given begins with `__init__`: `["__init__", "session"]` is the session of every holder that was made with it.
 */
export type SessionPath = readonly string[];

/** How a function names what an expression and some attributes of it give; `undefined` where that is made on the way. */
export function pathOf(
  node: Expression,
  func: FunctionV,
  code: CodeBase,
  rest: SessionPath = [],
): SessionPath | undefined {
  if (node.nodeType === "Call") return pathOfMade(node, func, code, rest);
  const name = dottedName(node);
  const [root] = name ?? [];
  if (name === undefined || root === undefined) return undefined;
  const path = [...name, ...rest];
  if (func.node.nodeType === "Lambda") return path;
  const made = boundTo(root, func.node.body);
  if (made?.nodeType === "Name" && made.id !== root) {
    return pathOf(made, func, code, path.slice(1));
  }
  if (made?.nodeType === "Call") {
    const found = pathOfMade(made, func, code, path.slice(1));
    if (found !== undefined) return found;
  }
  return path;
}

/** `Repository(db)`: its `session` is `db`. */
function pathOfMade(
  node: Call,
  func: FunctionV,
  code: CodeBase,
  path: SessionPath,
): SessionPath | undefined {
  const [value] = fileCalls(code, func.path).get(node) ?? [];
  const [attribute] = path;
  if (value?.func.kind !== "class" || attribute === undefined) return undefined;
  const held = heldFrom(value.func, path, code);
  const [, parameter, ...rest] = held;
  const initializer = initializerOf(value.func);
  if (held[0] !== "__init__" || parameter === undefined || initializer === undefined)
    return undefined;
  const argument = argumentFor(parameter, initializer, node, true);
  return argument && pathOf(argument, func, code, rest);
}

/** `self.users.session` is what the object was made with, where `__init__` says so. */
function ofObject(path: SessionPath, of: ClassV, code: CodeBase): SessionPath {
  const held = heldFrom(of, path.slice(1), code);
  return held[0] === "__init__" ? held : path;
}

function heldFrom(of: ClassV, path: SessionPath, code: CodeBase): SessionPath {
  const [attribute, ...rest] = path;
  const initializer = initializerOf(of);
  if (initializer === undefined || initializer.node.nodeType === "Lambda") return path;
  const value = ownStatements(initializer.node.body).flatMap((one) =>
    setsAttribute(one, attribute),
  )[0];
  if (value === undefined) return path;
  const found = pathOf(value, initializer, code, rest);
  const [root = ""] = found ?? [];
  if (found === undefined) return path;
  return isParameter(root, initializer) ? ["__init__", ...found] : found;
}

/** `self.attribute = value` */
function setsAttribute(statement: Statement, attribute: string | undefined): readonly Expression[] {
  const targets =
    statement.nodeType === "Assign"
      ? statement.targets
      : statement.nodeType === "AnnAssign"
        ? [statement.target]
        : [];
  const isSet = targets.some(
    (one) =>
      one.nodeType === "Attribute" &&
      one.attr === attribute &&
      one.value.nodeType === "Name" &&
      one.value.id === "self",
  );
  const isAssigned = statement.nodeType === "Assign" || statement.nodeType === "AnnAssign";
  return isSet && isAssigned && statement.value !== null ? [statement.value] : [];
}

function initializerOf(of: ClassV): FunctionV | undefined {
  const found = memberOf(of, "__init__")?.value;
  return found?.kind === "function" ? found : undefined;
}

/** The value of a name that is bound once, by an assignment. */
function boundTo(name: string, body: readonly Statement[]): Expression | undefined {
  const values = ownStatements(body).flatMap((one): readonly Expression[] => {
    if (one.nodeType !== "Assign" && one.nodeType !== "AnnAssign") return [];
    const targets = one.nodeType === "Assign" ? one.targets : [one.target];
    const isBound = targets.some((target) => target.nodeType === "Name" && target.id === name);
    return isBound && one.value !== null ? [one.value] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/** The argument of a call for a parameter. */
export function argumentFor(
  parameter: string,
  { node: { args } }: FunctionV,
  call: Call,
  takesSelf: boolean,
): Expression | undefined {
  const keyword = call.keywords.find(({ arg }) => arg === parameter);
  if (keyword !== undefined) return keyword.value;
  const positional = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const index = positional.indexOf(parameter) - (takesSelf ? 1 : 0);
  const isPlain = call.args.slice(0, index + 1).every(({ nodeType }) => nodeType !== "Starred");
  return index >= 0 && isPlain ? call.args[index] : undefined;
}

/** Whether a name is a parameter of a function. */
export function isParameter(name: string, { node: { args } }: FunctionV): boolean {
  return [...args.posonlyargs, ...args.args, ...args.kwonlyargs].some(({ arg }) => arg === name);
}

/** What tells the session that an expression of a function gives from others there. */
export function sessionKey(node: Expression, func: FunctionV, code: CodeBase): string | undefined {
  const path = pathOf(node, func, code);
  return path && told(path, func, code).join(".");
}

/** A path of an object's own, by what the object was made with. */
export function told(path: SessionPath, { owner }: FunctionV, code: CodeBase): SessionPath {
  return path[0] === "self" && owner !== undefined ? ofObject(path, owner, code) : path;
}
