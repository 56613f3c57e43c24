import type { ClassDef } from "../python/ast/nodes";
import { evaluateArguments } from "./arguments";
import { callFunction } from "./calls";
import { memberOf } from "./classes";
import { isEnum, makeMembers } from "./enums";
import type { Evaluation } from "./evaluator";
import { qualifiedName } from "./functions";
import { innerScope, type Scope } from "./scope";
import { run } from "./statements";
import { bindTypeParams } from "./typeParams";
import type { ClassV, Value } from "./value";

/** The class that a `class` statement makes, before its decorators: its body runs, and its bases hear of it. */
export function createClass(evaluation: Evaluation, node: ClassDef, scope: Scope): ClassV {
  const body = innerScope(scope, "class", node.name);
  bindTypeParams(node.type_params, body);
  const { args: bases, keywords } = evaluateArguments(evaluation, node.bases, node.keywords, body);
  const made: ClassV = {
    kind: "class",
    name: node.name,
    qualname: qualifiedName(scope, node.name),
    module: evaluation.modules.nameOf(scope.path).name,
    path: scope.path,
    node,
    bases: bases.flatMap((base): readonly Value[] =>
      base.kind === "choice" ? base.options.slice(0, 1) : [base],
    ),
    keywords,
    members: new Map(),
    annotations: new Map(),
    scope: body,
    decorators: [],
  };
  evaluation.made.push(made);
  run(evaluation, node.body, body, made);
  const typeParams = new Set(node.type_params.map(({ name }) => name));
  for (const [name, value] of body.names) {
    if (value.kind !== "import" && !typeParams.has(name)) made.members.set(name, value);
  }
  if (isEnum(made)) makeMembers(made);
  const hook = memberOf(made, "__init_subclass__", made)?.value;
  if (hook?.kind === "function") {
    callFunction(evaluation, hook, { args: [made], keywords, open: false });
  }
  return made;
}
