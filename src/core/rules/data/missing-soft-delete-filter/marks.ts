import { isDeletionMark, markTypes } from "../../../detection/deletionFilters";
import { backend } from "../../../frameworks/backend";
import type { CodeBase } from "../../../project/codeBase";

/** The column that marks rows as deleted. */
export interface Mark {
  readonly attribute: string;
  readonly isTruth: boolean;
}

/** A table whose rows can be marked as deleted. */
export interface Marked {
  readonly mark: Mark;
  /** The attributes of the table's key. */
  readonly keys: readonly string[];
}

/** The mark of deletion of each table's class, by its node. */
export function marksByModel(code: CodeBase): ReadonlyMap<object, Marked> {
  return code.queries.get("marks of deletion", () => {
    const found = new Map<object, Marked>();
    for (const { class: of, columns } of backend.tables(code).tables) {
      const all = columns
        .filter(({ attribute, name }) => isDeletionMark(attribute) || isDeletionMark(name))
        .filter(({ type }) => markTypes.test(type))
        .map(({ attribute, type }) => ({ attribute, isTruth: /^bool/i.test(type) }));
      // Beside the time of a deletion it is the flag that queries ask for.
      const mark = all.find(({ isTruth }) => isTruth) ?? all[0];
      const keys = columns.filter(({ primaryKey }) => primaryKey).map(({ attribute }) => attribute);
      if (of !== undefined && mark !== undefined) found.set(of.node, { mark, keys });
    }
    return found;
  });
}
