import { classOf } from "../../../evaluation/attributes";
import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { optionsOf, type Value } from "../../../evaluation/value";
import type { Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { isCalledService, isService, type Roles } from "../roles";
import { queryMethod } from "../sessionQueries";

/** From how many on the calls of services are a course of business that has its place in one. */
const fewestCalls = 3;

/** What a handler does beyond receiving, calling and returning, each as half a sentence. */
export function logicOf(run: FunctionRun, roles: Roles): readonly string[] {
  const { node, path } = run.function;
  if (node.nodeType === "Lambda") return [];
  const statements = ownStatements(node.body);
  const found: string[] = [];
  if (run.effects.some(({ call }) => call.place.path === path && queryMethod(call))) {
    found.push("runs queries");
  }
  if (statements.some(isLoop)) found.push("loops over data");
  const calls = serviceCalls(run, roles);
  if (calls >= fewestCalls) found.push(`calls services ${calls} times`);
  const locals = localNames(node, statements);
  if (statements.some((one) => changesStatus(one, locals))) found.push("changes a status");
  return found;
}

/** A loop that opens a `with` block for each element writes a page or a file, which is what it returns. */
function isLoop(statement: Statement): boolean {
  if (statement.nodeType !== "For" && statement.nodeType !== "AsyncFor") return false;
  return !ownStatements(statement.body).some(({ nodeType }) => nodeType === "With");
}

/** How often a handler calls services on its way, whatever its branches do. */
function serviceCalls({ effects, function: { path } }: FunctionRun, roles: Roles): number {
  const nodes = effects.flatMap(({ call, within }) => {
    const isOwn = call.place.path === path && !isConditional(within);
    const isCall = isOwn && optionsOf(call.func).some((callee) => isOfService(callee, roles));
    return isCall && call.node !== undefined ? [call.node] : [];
  });
  return new Set(nodes).size;
}

/** Functions that let a request through or not, as dependencies do. */
const allowing = /^_?(?:assert|check|require|ensure|verify|authorize)/;
/** Functions that only make one thing of another. */
const converting = /(?:^|_)to_|^_?(?:from|as|format|serialize|parse|build)_/;

function isOfService(callee: Value, roles: Roles): boolean {
  if (callee.kind === "function") {
    const { path, name } = callee;
    const layers = roles.layerOf(path);
    const isNone = layers.includes("router") || allowing.test(name) || converting.test(name);
    return layers.includes("service") && !isNone && isCalledService(`${path} ${name}`, roles);
  }
  if (callee.kind !== "bound" || callee.self.kind === "class") return false;
  const of = classOf(callee.self);
  return (
    of !== undefined && isService(of, roles) && isCalledService(`${of.path} ${of.name}`, roles)
  );
}

function isConditional(within: Block | undefined): boolean {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "branch" || block.kind === "handler") return true;
  }
  return false;
}

/** `order.status = "paid"`, where the order is the handler's own. */
function changesStatus(statement: Statement, locals: ReadonlySet<string>): boolean {
  if (statement.nodeType !== "Assign") return false;
  return statement.targets.some(
    (target) =>
      target.nodeType === "Attribute" &&
      /^(?:status|state)$/.test(target.attr) &&
      target.value.nodeType === "Name" &&
      locals.has(target.value.id) &&
      !/^(?:self|cls|app|application|request|response)$/.test(target.value.id),
  );
}

function localNames(
  { args }: FunctionRun["function"]["node"],
  statements: readonly Statement[],
): ReadonlySet<string> {
  const parameters = [...args.posonlyargs, ...args.args, ...args.kwonlyargs].map(({ arg }) => arg);
  const bound = statements.flatMap((statement) => {
    const targets =
      statement.nodeType === "Assign"
        ? statement.targets
        : statement.nodeType === "For" || statement.nodeType === "AnnAssign"
          ? [statement.target]
          : [];
    return targets.flatMap((target) => (target.nodeType === "Name" ? [target.id] : []));
  });
  return new Set([...parameters, ...bound]);
}
