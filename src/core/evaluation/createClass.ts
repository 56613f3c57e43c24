import type { ClassDef } from "../python/ast/nodes";
import { evaluateArguments } from "./arguments";
import { type CallSite, callFunction } from "./calls";
import { memberOf } from "./classes";
import { isEnum, makeMembers } from "./enums";
import { type Evaluation, placeOf } from "./evaluator";
import { qualifiedName } from "./functions";
import { innerScope, type Scope } from "./scope";
import { run } from "./statements";
import { typeParamScope } from "./typeParams";
import { type ClassV, type DictV, external, textOf, type Value } from "./value";

/**
 * The class that a `class` statement makes, before its decorators: its body runs, and its bases hear of it. It is noted
 * as the call of `__build_class__` that it is, so that classes made in functions are found too.
 */
export function createClass(evaluation: Evaluation, node: ClassDef, scope: Scope): ClassV {
  const around = typeParamScope(node.type_params, scope);
  const { args: bases, keywords } = evaluateArguments(
    evaluation,
    node.bases,
    node.keywords,
    around,
  );
  const body: Scope = { ...innerScope(scope, "class", node.name), parent: around };
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
  for (const [name, value] of body.names) {
    if (value.kind !== "import") made.members.set(name, value);
  }
  return created(evaluation, made, keywords);
}

/** The class that `type(name, bases, members)` makes. */
export function makeClass(
  evaluation: Evaluation,
  name: string,
  bases: readonly Value[],
  members: DictV,
  { keywords, site }: { keywords: ReadonlyMap<string, Value>; site: CallSite },
): ClassV {
  const { line, character } = site.place;
  const at = { line, character, endLine: line, endCharacter: character };
  const node: ClassDef = {
    nodeType: "ClassDef",
    name,
    bases: [],
    keywords: [],
    body: [],
    decorator_list: [],
    type_params: [],
    nameLine: line,
    nameCharacter: character,
    ...at,
  };
  const made: ClassV = {
    kind: "class",
    name,
    qualname: qualifiedName(site.scope, name),
    module: evaluation.modules.nameOf(site.scope.path).name,
    path: site.scope.path,
    node,
    bases,
    keywords,
    members: new Map(),
    annotations: new Map(),
    scope: innerScope(site.scope, "class", name),
    decorators: [],
  };
  for (const { key, value } of members.entries) {
    const member = textOf(key);
    if (member !== undefined) made.members.set(member, value);
  }
  return created(evaluation, made, keywords);
}

/** What happens to a class once its body ran. */
function created(
  evaluation: Evaluation,
  made: ClassV,
  keywords: ReadonlyMap<string, Value>,
): ClassV {
  if (isEnum(made)) makeMembers(made);
  const hook = memberOf(made, "__init_subclass__", made)?.value;
  if (hook?.kind === "function") {
    callFunction(evaluation, hook, { args: [made], keywords, open: false });
  }
  evaluation.note({
    kind: "call",
    func: external("builtins.__build_class__"),
    args: [made],
    keywords,
    open: false,
    place: placeOf(made.node, made.scope),
    node: undefined,
    attributes: new Map(),
  });
  return made;
}
