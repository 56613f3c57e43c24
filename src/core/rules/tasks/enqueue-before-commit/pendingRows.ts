import type { TableModel } from "../../../frameworks/sqlalchemy/model";
import type { Call } from "../../../python/ast/nodes";

/** A row that is not committed yet, in a local name. */
export interface PendingRow {
  /** What tells its session from others in the function; `undefined` before it is added to one. */
  readonly session: string | undefined;
  readonly model: TableModel;
  /** Whether it is new, or has been changed. */
  readonly isPending: boolean;
}

/** What was sent to a queue with the id of a row that is not committed. */
export interface EarlySend {
  readonly node: Call;
  readonly row: PendingRow;
  readonly task: string;
}

/** What a function holds at a place. */
export interface Pending {
  readonly rows: Map<string, PendingRow>;
  /** Names that hold the id of a row, by the row's name. */
  readonly ids: Map<string, string>;
  readonly sends: Set<EarlySend>;
}

/** Nothing. */
export function nothingPending(): Pending {
  return { rows: new Map(), ids: new Map(), sends: new Set() };
}

/** A state of its own. */
export function copyPending({ rows, ids, sends }: Pending): Pending {
  return { rows: new Map(rows), ids: new Map(ids), sends: new Set(sends) };
}

/** Behind a fork: what some way holds, unless another one let go of it. */
export function joinPending(before: Pending, ways: readonly Pending[]): Pending {
  const joined = nothingPending();
  for (const way of ways) {
    for (const [name, row] of way.rows) {
      const isDropped = before.rows.has(name) && ways.some((one) => !one.rows.has(name));
      const isKept = !joined.rows.get(name)?.isPending;
      if (!isDropped && isKept) joined.rows.set(name, row);
    }
    for (const [name, row] of way.ids) joined.ids.set(name, row);
    for (const send of way.sends) joined.sends.add(send);
  }
  return joined;
}
