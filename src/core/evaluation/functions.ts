import type { Arguments, AsyncFunctionDef, FunctionDef, Lambda } from "../python/ast/nodes";
import type { Evaluation } from "./evaluator";
import { evaluate } from "./expressions";
import type { Scope } from "./scope";
import type { ClassV, FunctionV, Value } from "./value";

/** The function that a `def` makes, before its decorators. @param owner the class whose body it stands in */
export function createFunction(
  evaluation: Evaluation,
  node: FunctionDef | AsyncFunctionDef,
  scope: Scope,
  owner: ClassV | undefined,
): FunctionV {
  const isClassMethod = ["__init_subclass__", "__class_getitem__"].includes(node.name);
  const made: FunctionV = {
    kind: "function",
    name: node.name,
    qualname: qualifiedName(scope, node.name),
    module: evaluation.modules.nameOf(scope.path).name,
    path: scope.path,
    node,
    scope,
    defaults: defaultsOf(evaluation, node.args, scope),
    owner,
    decorators: [],
    binding: node.name === "__new__" ? "static" : isClassMethod ? "class" : "instance",
  };
  evaluation.made.push(made);
  return made;
}

/** The function that a `lambda` makes. */
export function createLambda(evaluation: Evaluation, node: Lambda, scope: Scope): FunctionV {
  const made: FunctionV = {
    kind: "function",
    name: "<lambda>",
    qualname: qualifiedName(scope, "<lambda>"),
    module: evaluation.modules.nameOf(scope.path).name,
    path: scope.path,
    node,
    scope,
    defaults: defaultsOf(evaluation, node.args, scope),
    owner: undefined,
    decorators: [],
    binding: "instance",
  };
  evaluation.made.push(made);
  return made;
}

/** `__qualname__` of something defined in a scope. */
export function qualifiedName(scope: Scope, name: string): string {
  if (scope.kind === "module") return name;
  return `${scope.qualname}.${scope.kind === "function" ? "<locals>." : ""}${name}`;
}

function defaultsOf(
  evaluation: Evaluation,
  args: Arguments,
  scope: Scope,
): ReadonlyMap<string, Value> {
  const defaults = new Map<string, Value>();
  const positional = [...args.posonlyargs, ...args.args];
  const required = positional.length - args.defaults.length;
  for (const [index, { arg }] of positional.entries()) {
    const node = args.defaults[index - required];
    if (node !== undefined) defaults.set(arg, evaluate(evaluation, node, scope));
  }
  for (const [index, { arg }] of args.kwonlyargs.entries()) {
    const node = args.kw_defaults[index];
    if (node) defaults.set(arg, evaluate(evaluation, node, scope));
  }
  return defaults;
}
