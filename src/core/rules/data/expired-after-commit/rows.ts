import type { TableModel } from "../../../frameworks/sqlalchemy/model";
import type { Call } from "../../../python/ast/nodes";

/** A row in a local name. */
export interface Row {
  /** How the function names the session that it is in; empty for that of a function which it was got from. */
  readonly session: string;
  readonly model: TableModel;
  /** Whether the name holds one row after another, or several. */
  readonly isOneOfMany: boolean;
  /** The call after which its attributes are gone. */
  readonly expiredBy: Call | undefined;
  /** Attributes that were set since. */
  readonly set: ReadonlySet<string>;
}

/** The rows that a function holds, by their names. */
export type Rows = Map<string, Row>;

/**
 * What holds behind a fork: what some way says of a row, unless another one forgot it, or loaded it again.
 * @param ways those that go on
 */
export function joinRows(before: Rows, ways: readonly Rows[]): Rows {
  const joined: Rows = new Map();
  for (const name of new Set(ways.flatMap((way) => [...way.keys()]))) {
    const known = ways.map((way) => way.get(name));
    const old = before.get(name);
    const isForgotten = old !== undefined && known.includes(undefined);
    const isLoaded =
      old?.expiredBy !== undefined && known.some((one) => one?.expiredBy === undefined);
    const row = known.find((one) => one?.expiredBy !== undefined) ?? known.find(Boolean);
    if (row === undefined || isForgotten || isLoaded) continue;
    const set = known.flatMap((one) => [...(one?.set ?? [])]);
    joined.set(name, { ...row, set: new Set(set) });
  }
  return joined;
}
