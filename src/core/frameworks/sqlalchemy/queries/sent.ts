import type { FunctionRun } from "../../../evaluation/functionRuns";
import { type CallV, type FunctionV, optionsOf } from "../../../evaluation/value";
import { executing, queriesOf } from "./queries";
import { type SqlStatement, statementOf } from "./statement";

/** A statement that a function sends. */
export interface SentStatement {
  readonly statement: SqlStatement;
  readonly call: CallV;
  /** The session's method, or the function of the project that is given the statement to send it. */
  readonly through: string | FunctionV;
}

/**
 * The statements that a function sends, in order: by a session, by something unknown that has a session's methods, or
 * by giving them to a function of the project.
 */
export function sentStatements(run: Pick<FunctionRun, "effects">): readonly SentStatement[] {
  const known = new Map(queriesOf(run).map((query) => [query.call, query]));
  return run.effects.flatMap(({ call }): readonly SentStatement[] => {
    const query = known.get(call);
    if (query !== undefined) {
      const { statement, method: through } = query;
      return statement === undefined ? [] : [{ statement, call, through }];
    }
    const [first] = call.args;
    const method = call.node?.func.nodeType === "Attribute" ? call.node.func.attr : "";
    const isUnknown = call.func.kind === "unknown" || call.func.kind === "attribute";
    if (isUnknown && executing.has(method) && first !== undefined) {
      const statement = statementOf(first);
      return statement === undefined ? [] : [{ statement, call, through: method }];
    }
    const helpers = optionsOf(call.func).flatMap((one) =>
      one.kind === "function" ? [one] : one.kind === "bound" ? [one.function] : [],
    );
    const [through] = helpers;
    if (through === undefined) return [];
    return [...call.args, ...call.keywords.values()].flatMap((given) => {
      const statement = statementOf(given);
      return statement === undefined ? [] : [{ statement, call, through }];
    });
  });
}
