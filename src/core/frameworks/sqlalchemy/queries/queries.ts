import type { Block } from "../../../evaluation/evaluator";
import type { FunctionRun } from "../../../evaluation/functionRuns";
import { type CallV, optionsOf, type Value } from "../../../evaluation/value";
import { type Colour, engineColour, sessionColour } from "./sessions";
import { type SqlStatement, statementOf } from "./statement";
import { untypedQuery } from "./untypedQueries";

/** A call that sends a statement to the database. */
export interface Query {
  readonly call: CallV;
  /** The method: `execute`, `get`, or for `session.query(…).all()` the last one. */
  readonly method: string;
  /** `undefined` for a session of which nothing is known but that it is given a statement. */
  readonly colour: Colour | undefined;
  /** The session, engine or connection that it goes through. */
  readonly through: Value;
  /** `undefined` for one that is put together elsewhere; of `get` it is the select that it makes. */
  readonly statement: SqlStatement | undefined;
  /** What it stands in, innermost first. */
  readonly within: Block | undefined;
}

/** Methods that send the statement they are given. */
export const executing: ReadonlySet<string> = new Set([
  "execute",
  "exec",
  "scalar",
  "scalars",
  "stream",
  "stream_scalars",
  "fetch_all",
  "fetch_one",
  "fetch_val",
  "execute_many",
]);
const byKey: ReadonlySet<string> = new Set(["get", "get_one", "refresh", "merge"]);
/** Methods that send what `session.query(…)` put together (https://docs.sqlalchemy.org/en/20/orm/queryguide/query.html). */
const sending: ReadonlySet<string> = new Set([
  "all",
  "first",
  "one",
  "one_or_none",
  "scalar",
  "count",
  "get",
  "delete",
  "update",
  "exists",
]);

/** The queries of a function, in order. */
export function queriesOf({ effects }: Pick<FunctionRun, "effects">): readonly Query[] {
  return effects.flatMap(
    ({ call, within }) =>
      queryOf(call, within) ?? untypedQuery(call, within, effects, { executing, sending }) ?? [],
  );
}

/** The query that a call is, whatever it stands in. */
export function queryOf(call: CallV, within: Block | undefined): Query | undefined {
  const { func } = call;
  if (func.kind !== "attribute") return undefined;
  const method = func.attr;
  for (const through of optionsOf(func.value)) {
    const colour = sessionColour(through) ?? engineColour(through);
    if (colour !== undefined && executing.has(method)) {
      const given = statementGiven(call);
      return { call, method, colour, through, statement: given && statementOf(given), within };
    }
    if (colour !== undefined && byKey.has(method) && sessionColour(through) !== undefined) {
      return { call, method, colour, through, statement: keyed(call), within };
    }
  }
  return sending.has(method) ? legacyQuery(call, func.value, method, within) : undefined;
}

/** `session.query(Model).filter(…)` where it is gone through, which sends it. */
export function iteratedQuery(call: CallV): Query | undefined {
  const statement = isQueryChain(call) ? statementOf(call) : undefined;
  return statement?.isOpen === false ? legacyQuery(call, call, "__iter__", undefined) : undefined;
}

/** Whether every method of a chain from `session.query(…)` on gives a query again. */
function isQueryChain({ func }: CallV): boolean {
  if (func.kind !== "attribute" || sending.has(func.attr)) return false;
  return (
    func.attr === "query" ||
    optionsOf(func.value).every((one) => one.kind === "call" && isQueryChain(one))
  );
}

/** What `execute` and its kind are given to send. */
export function statementGiven({ args, keywords }: CallV): Value | undefined {
  return args[0] ?? keywords.get("statement") ?? keywords.get("query") ?? keywords.get("clause");
}

/** `session.query(Model).filter(…).all()` */
function legacyQuery(
  call: CallV,
  chain: Value,
  method: string,
  within: Block | undefined,
): Query | undefined {
  const session = optionsOf(chain)
    .map(queriedSession)
    .find((one) => one !== undefined);
  const colour = session && sessionColour(session);
  if (session === undefined || colour === undefined) return undefined;
  return { call, method, colour, through: session, statement: statementOf(chain), within };
}

function queriedSession(chain: Value): Value | undefined {
  let value = chain;
  while (value.kind === "call" && value.func.kind === "attribute") {
    if (value.func.attr === "query") return value.func.value;
    value =
      value.func.value.kind === "choice"
        ? (value.func.value.options[0] ?? value)
        : value.func.value;
  }
  return undefined;
}

/** `session.get(Model, key)` selects the row of that key. */
function keyed(call: CallV): SqlStatement | undefined {
  const [entity] = call.args;
  if (entity?.kind !== "class") return undefined;
  return {
    kind: "select",
    entities: [entity],
    filters: [],
    order: [],
    limit: { kind: "constant", value: 1 },
    mayLackLimit: false,
    offset: undefined,
    options: [],
    joins: [],
    isGrouped: false,
    varies: false,
    isOpen: false,
    start: call,
  };
}
