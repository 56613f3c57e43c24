import type { CallV } from "../../../evaluation/value";
import type { RelationshipModel, TableModel } from "../../../frameworks/sqlalchemy/model";
import { optionAttributes } from "../../../frameworks/sqlalchemy/queries/loaderOptions";
import type { RowSource } from "../../../frameworks/sqlalchemy/queries/rowSource";

/** A row, or several, in a local name: what is loaded of it is known. */
export interface HeldRow {
  readonly source: RowSource;
  readonly isMany: boolean;
  /** The relationships that are there. */
  readonly loaded: ReadonlySet<string>;
  /** How far a row is that was made here: what nobody set of it is empty until it is written. */
  readonly made?: "new" | "added" | "written";
}

/** The rows that a function holds, by their names. */
export type HeldRows = Map<string, HeldRow>;

/** A row as its query gives it; `undefined` where an option of the query is not known. */
export function heldRow(source: RowSource): HeldRow | undefined {
  const loaded = optionAttributes(source.options);
  return loaded && { source, isMany: source.isMany, loaded };
}

/** Behind a fork: the rows that all ways hold, with what any of them loaded. */
export function joinHeld(ways: readonly HeldRows[]): HeldRows {
  const [first = new Map<string, HeldRow>(), ...others] = ways;
  const joined: HeldRows = new Map();
  for (const [name, row] of first) {
    const same = others.map((way) => way.get(name));
    if (same.some((one) => one === undefined || one.source.query.node !== row.source.query.node)) {
      continue;
    }
    const loaded = same.flatMap((one) => [...(one?.loaded ?? [])]);
    joined.set(name, { ...row, loaded: new Set([...row.loaded, ...loaded]) });
  }
  return joined;
}

/** A row that is made here. @param set the attributes that it is made with */
export function madeRow(call: CallV, model: TableModel, set: ReadonlySet<string>): HeldRow {
  const source: RowSource = {
    model,
    options: [],
    query: call,
    statement: undefined,
    isMany: false,
    through: [],
  };
  return { source, isMany: false, loaded: set, made: "new" };
}

/** A relationship of a row that nothing has loaded, and that is loaded when it is read. */
export function unloaded(row: HeldRow, attribute: string): RelationshipModel | undefined {
  if (row.made === "new" || row.made === "added") return undefined;
  const relationship = row.source.model.relationships.find(
    (one) => one.attribute === attribute && isLazy(one),
  );
  // What a new row points to is in the session, or nothing.
  if (row.made !== undefined && relationship?.direction === "many-to-one") return undefined;
  return relationship !== undefined && !row.loaded.has(attribute) ? relationship : undefined;
}

/** Whether a relationship is loaded when it is read: where the model does not say how, or says so. */
export function isLazy({ lazy, direction, target }: RelationshipModel): boolean {
  const isLoadedThen = lazy === undefined || lazy === "select";
  return isLoadedThen && direction !== undefined && target !== undefined;
}
