import { compareNamed } from "./compareNamed";
import type { ContractEvent } from "./contract";
import type { ContractChange } from "./contractChange";

/** Events, as those who listen see them. */
export function compareEvents(
  before: readonly ContractEvent[],
  now: readonly ContractEvent[],
): readonly ContractChange[] {
  return compareNamed("event", before, now, {
    isAddedBreaking: () => false,
    isRemovedBreaking: () => true,
    details: ({ fields: old }, { fields: own }) => {
      if (old === null || own === null) return [];
      const gone = old.filter((name) => !own.includes(name));
      const added = own.filter((name) => !old.includes(name));
      return [
        ...gone.map((name) => ({ what: `${name} is gone`, breaking: true })),
        ...added.map((name) => ({ what: `${name} is new`, breaking: false })),
      ];
    },
  });
}
