import type { FunctionRun } from "../../evaluation/functionRuns";
import { type CallV, textOf, type Value } from "../../evaluation/value";
import { type Query, queriesOf, queryOf, statementGiven } from "../sqlalchemy/queries/queries";
import { isAggregate, modelOf, type SqlStatement } from "../sqlalchemy/queries/statement";
import { isOfMany, isTable, isUnbounded } from "./bounds";
import { mapperCall } from "./mappers";
import { readSql } from "./sqlText";

/** A call that asks a database, through whatever library. */
export interface DatabaseCall {
  readonly call: CallV;
  readonly kind: "read" | "write";
  /** Whether that is known, rather than taken for a read. */
  readonly isKnown: boolean;
  /** Whether it gives a row, or a list or result of all that there are. */
  readonly rows: "one" | "all";
  /** Whether nothing bounds how many rows it gives; `undefined` where that cannot be told. */
  readonly isUnbounded: boolean | undefined;
  /** Whether it asks for several rows by their keys at once. */
  readonly isOfMany: boolean;
  /** The name of what it asks for. */
  readonly model: string | undefined;
}

/** The call of a database that a call is; `undefined` for any other. */
export function databaseCall(call: CallV): DatabaseCall | undefined {
  const query = queryOf(call, undefined);
  return query === undefined ? mapperCall(call) : ofQuery(query);
}

const oneRow: ReadonlySet<string> = new Set(
  "scalar fetch_one fetch_val get get_one refresh merge first one one_or_none count exists".split(
    " ",
  ),
);

/** A query of SQLAlchemy as a call of a database. */
export function ofQuery(query: Query): DatabaseCall {
  const { call, method, statement } = query;
  const rows = oneRow.has(method) ? "one" : "all";
  const given = statementGiven(call);
  const sql =
    textOf(given) ?? textOf(statement?.kind === "text" ? statement.entities[0] : undefined);
  if (sql !== undefined) {
    const { isRead, isLimited, isAggregate: adds } = readSql(sql);
    return {
      call,
      kind: isRead ? "read" : "write",
      isKnown: true,
      rows,
      isUnbounded: isRead && !isLimited && !adds,
      isOfMany: /\b(in|any)\s*\(/i.test(sql),
      model: undefined,
    };
  }
  const isWrite = /^(delete|update|execute_many|merge)$/.test(method);
  const model = statement && modelOf(statement);
  return {
    call,
    kind: isWrite || isWriting(statement) ? "write" : "read",
    isKnown: statement !== undefined || rows === "one",
    rows,
    isUnbounded: statement && selectsRows(statement) ? isOpen(statement) : undefined,
    isOfMany: statement !== undefined && isOfMany(statement),
    model: model?.name,
  };
}

/** Whether a select gives rows of a table or columns of them, rather than what was computed. */
function selectsRows({ entities }: SqlStatement): boolean {
  return entities.some(isOfTable);
}

function isOfTable(entity: Value): boolean {
  if (isTable(entity)) return true;
  if (entity.kind === "attribute") return isOfTable(entity.value);
  return entity.kind === "call" && entity.args.slice(0, 1).some(isOfTable);
}

function isWriting(statement: SqlStatement | undefined): boolean {
  return statement !== undefined && ["insert", "update", "delete"].includes(statement.kind);
}

function isOpen(statement: SqlStatement): boolean {
  return statement.kind === "select" && !isAggregate(statement) && isUnbounded(statement);
}

/** The calls of databases in a function's run, in order. */
export function databaseCalls(run: Pick<FunctionRun, "effects">): readonly DatabaseCall[] {
  const queries = new Map(queriesOf(run).map((query) => [query.call, query]));
  return run.effects.flatMap(({ call }) => {
    const query = queries.get(call);
    return (query === undefined ? mapperCall(call) : ofQuery(query)) ?? [];
  });
}
