import { isAbstractMethod, isProtocol } from "../../../evaluation/abstract";
import { ancestors, foreignBase, memberOf } from "../../../evaluation/classes";
import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { typeVariables } from "../../../evaluation/typeArguments";
import { type CallV, type ClassV, optionsOf, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { queriesOf } from "../../../frameworks/sqlalchemy/queries/queries";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import { isAggregate, modelOf } from "../../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../../project/codeBase";

/** Whether a class is a repository to be judged: not a base, an interface or a mixin that others complete. */
export function isComplete(of: ClassV): boolean {
  return (
    !isProtocol(of) &&
    typeVariables(of).length === 0 &&
    ![...of.members.values()].some(isAbstractMethod) &&
    !/Mixin$|^(?:Base|Abstract|Generic)/.test(of.name)
  );
}

/** Whether methods are given the session that they use, though the constructor could be. */
export function isGivenSessions(of: ClassV, runs: readonly FunctionRun[]): boolean {
  if (takesSession(of)) return false;
  return runs.some((run) => {
    const given = new Set(run.parameters.values());
    return queriesOf(run).some(({ through }) => given.has(through));
  });
}

/** Whether a constructor, or an annotation of the class, names a session; so may one that is not known. */
function takesSession(of: ClassV): boolean {
  const initializer = memberOf(of, "__init__")?.value;
  const isUnknown =
    ancestors(of).some(({ kind }) => kind === "unknown") || foreignBase(of) !== undefined;
  if (initializer === undefined) {
    const names = ancestors(of).flatMap((one) =>
      one.kind === "class" ? [...one.annotations.keys()] : [],
    );
    return isUnknown || names.some((name) => sessionName.test(name));
  }
  if (initializer.kind !== "function") return true;
  const { args, kwonlyargs } = initializer.node.args;
  return [...args, ...kwonlyargs].some(({ arg }) => sessionName.test(arg));
}

const sessionName =
  /(?:^|_)(?:session|db|database|conn|connection|engine|pool|factory|maker|uow)(?:_|$)|sessionmaker/i;

/** The models that queries are about in the first place; what only joins others is none, and sums are of anything. */
export function modelsServed(runs: readonly FunctionRun[], code: CodeBase): readonly ClassV[] {
  const tables = new Map(backend.tables(code).tables.map((table) => [table.class?.node, table]));
  const models = runs
    .flatMap(queriesOf)
    .flatMap(({ statement }) =>
      statement === undefined || isAggregate(statement) ? [] : (modelOf(statement) ?? []),
    )
    .filter(({ node }) => tables.get(node)?.isAssociationTable === false);
  return [...new Map(models.map((model) => [model.node, model])).values()];
}

/** How many queries a method always sends. */
export function queriesInARow(run: FunctionRun): number {
  const sent = queriesOf(run).filter(
    ({ method, within }) => !/^(?:refresh|merge)$/.test(method) && !isConditional(within),
  );
  // A call through one of two kinds of sessions is there with each.
  return new Set(sent.map(({ call }) => call.node ?? call)).size;
}

function isConditional(within: Block | undefined): boolean {
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind === "branch" || block.kind === "handler") return true;
  }
  return false;
}

const fetching: ReadonlySet<string> = new Set(
  "all first one one_or_none fetchall fetchone fetchmany mappings partitions".split(" "),
);

/** The calls by which a method returns rows as the database gave them. Sums and counts have no model. */
export function rawRowsReturned({ returned }: FunctionRun): readonly CallV[] {
  return optionsOf(returned).flatMap((value) => (isRawRows(value) ? [value] : []));
}

function isRawRows(value: Value): value is CallV {
  let current = value;
  let isFetched = false;
  while (current.kind === "call" && current.func.kind === "attribute") {
    const { attr, value: on } = current.func;
    if (/^scalar/.test(attr)) return false;
    if (attr === "execute" && optionsOf(on).some((one) => sessionColour(one) !== undefined)) {
      const [query] = queriesOf({ effects: [{ call: current, within: undefined }] });
      const statement = query?.statement;
      return isFetched && statement?.kind === "select" && !isAggregate(statement);
    }
    if (fetching.has(attr)) isFetched = true;
    else if (attr !== "unique" && attr !== "tuples") return false;
    current = on;
  }
  return false;
}
